package io.nightaudit.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sample nights in a folder, with their configuration. */
final class SampleArchive {
  static final String CONFIGURATION =
      """
      system: sample
      report: {pdf: false}
      archive:
        path: archive
        columns:
          interaction_id: id
          start_time: at
          prompt: question
          answer: answer
          request_model: requested
          response_model: served
          app_name: app
          user_id_hash: user
          conversation_id: conversation
          input_tokens: tokens_in
          output_tokens: tokens_out
          duration_ms: latency
          reported_cost: cost
          status: status
          scores.helpful: helpful
          guardrails: rails
      policy:
        version: sample-1
        baseline-nights: 5
        score: {learning-nights: 5}
        metrics:
          scores.helpful: {material: 5 points, harm: decrease, gate: true}
      """;

  private final Path folder;

  private SampleArchive(Path folder) {
    this.folder = folder;
  }

  /** Writes nights, each split at random into some files. */
  static SampleArchive write(Path folder, int nights, int files) {
    List<Row> rows = new ArrayList<>();
    IntStream.rangeClosed(1, nights).forEach(night -> rows.addAll(SampleNight.rows(night)));
    var data = TestSpark.session().createDataFrame(rows, SampleNight.SCHEMA);
    var split =
        files == 1
            ? data.coalesce(1)
            : data.repartition(
                files, functions.pmod(functions.hash(functions.col("id")), functions.lit(files)));
    split.write().partitionBy("dt").parquet(folder.resolve("archive").toString());
    return new SampleArchive(folder).configured();
  }

  private SampleArchive configured() {
    try {
      Files.writeString(configuration(), CONFIGURATION, StandardCharsets.UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path configuration() {
    return folder.resolve("nightaudit.yaml");
  }

  Path night(int number) {
    return folder.resolve("archive").resolve("dt=" + SampleNight.date(number));
  }

  /** The same files under other names. */
  SampleArchive renamed(Path other) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      int number = 0;
      for (Path file :
          files.filter(path -> path.toString().endsWith(".parquet")).sorted().toList()) {
        Path dated = folder.relativize(file.getParent());
        Files.createDirectories(other.resolve(dated));
        Files.copy(file, other.resolve(dated).resolve("z" + (1000 - number++) + " \u00e9.parquet"));
      }
    }
    return new SampleArchive(other).configured();
  }
}

package io.nightaudit.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Two nights of an experiment, 6 and 8 November 2026, with a night between them that has nothing.
 * Every release answers the same questions: {@code v1} is right on 9 of 10, {@code equal} on other
 * 9 of 10, {@code worse} on 6 of 10; {@code small} has 20 answers.
 */
final class GateArchive {
  static final List<LocalDate> NIGHTS =
      List.of(LocalDate.of(2026, 11, 6), LocalDate.of(2026, 11, 8));
  private static final int QUESTIONS = 500;
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message interaction {
            required binary id (STRING);
            required int64 served_at (TIMESTAMP(MICROS, true));
            required binary prompt (STRING);
            required binary answer (STRING);
            required binary model (STRING);
            required binary prompt_version (STRING);
            required binary topic (STRING);
            required boolean good;
          }
          """);

  private final int files;

  GateArchive(int files) {
    this.files = files;
  }

  /** Writes the nights, and the configuration beside them. */
  static Path write(Path folder, int files) {
    try {
      for (LocalDate night : NIGHTS) {
        new GateArchive(files).night(folder.resolve("archive"), night);
      }
      return Files.writeString(folder.resolve("nightaudit.yaml"), CONFIGURATION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String CONFIGURATION =
      """
      system: shop
      report: {pdf: false}
      archive:
        path: archive
        key: [interaction_id]
        columns:
          interaction_id: id
          start_time: served_at
          prompt: prompt
          answer: answer
          response_model: model
          prompt_version: prompt_version
          scores.good: {column: good, type: boolean}
        dimensions: {topic: topic}
      slices: {levels: [[topic]]}
      policy:
        metrics:
          scores.good: {material: 5 points, harm: decrease, gate: true}
      """;

  private void night(Path archive, LocalDate night) throws IOException {
    Path partition = Files.createDirectories(archive.resolve("dt=" + night));
    for (int file = 0; file < files; file++) {
      Path path = partition.resolve("part-" + file + ".parquet");
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(new LocalOutputFile(path)).withType(SCHEMA).build()) {
        for (int question = file; question < QUESTIONS; question += files) {
          releases(writer, night, question);
        }
      }
    }
  }

  private static void releases(ParquetWriter<Group> writer, LocalDate night, int question)
      throws IOException {
    writer.write(row(night, "v1", question, question % 10 != 0, ""));
    writer.write(row(night, "equal", question, question % 10 != 5, ""));
    writer.write(row(night, "worse", question, question % 10 > 3, " It is surely so"));
    if (question < 10) {
      writer.write(row(night, "small", question, question % 10 != 0, ""));
    }
    for (int more = 1; more <= 7; more++) {
      // A name out of a log is data, whatever it holds.
      String version = "more-" + more + (more == 7 ? "<b>\u001b[31m" : "");
      writer.write(row(night, version, question, (question + more) % 10 != 0, ""));
    }
  }

  private static Group row(
      LocalDate night, String version, int question, boolean good, String more) {
    long midnight = night.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    // Each night has questions of its own, so that 1,000 are paired.
    String prompt = "Where is parcel " + question + " of " + night + "?";
    return new SimpleGroupFactory(SCHEMA)
        .newGroup()
        .append("id", night + "-" + version + "-" + question)
        .append("served_at", midnight + question * 100_000_000L)
        .append("prompt", prompt)
        .append("answer", "Parcel " + question + " is on its way." + more.repeat(question % 3))
        .append("model", "gpt-x")
        .append("prompt_version", version)
        .append("topic", question % 4 == 0 ? "returns" : "parcels")
        .append("good", good);
  }
}

package io.nightaudit.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.export.CsvCells;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.profile.review.Stratum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Writes an evaluation set as CSV, JSON or Parquet; a file is there whole or not at all. */
final class EvaluationFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> COLUMNS =
      List.of(
          "interaction_id",
          "key_rest",
          "night",
          "stratum",
          "inclusion_probability",
          "release",
          "route",
          "guardrail_hit",
          "feedback");

  private static final StructType SCHEMA =
      new StructType()
          .add("interaction_id", DataTypes.StringType)
          .add("key_rest", DataTypes.StringType)
          .add("night", DataTypes.DateType)
          .add("stratum", DataTypes.StringType)
          .add("inclusion_probability", DataTypes.DoubleType)
          .add("release", DataTypes.StringType)
          .add("route", DataTypes.StringType)
          .add("guardrail_hit", DataTypes.BooleanType)
          .add("feedback", DataTypes.DoubleType)
          .add("scores", DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType))
          .add("labels", DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType));

  private EvaluationFile() {}

  /** Writes in the format that the ending of the file's name says. */
  static void write(Path file, List<LabelledLine> lines, SparkSession spark) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".parquet")) {
        parquet(file, lines, spark);
      } else {
        text(file, name.endsWith(".csv") ? csv(lines) : json(lines));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void text(Path file, String content) throws IOException {
    Path written = Files.createTempFile(file.toAbsolutePath().getParent(), ".evaluation", ".new");
    Files.writeString(written, content, StandardCharsets.UTF_8);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** One column for each score that any interaction has, and for each target of labels. */
  static String csv(List<LabelledLine> lines) {
    TreeSet<String> scores = new TreeSet<>();
    TreeSet<String> labels = new TreeSet<>();
    lines.forEach(line -> scores.addAll(line.entry().scores().keySet()));
    lines.forEach(line -> labels.addAll(line.labels().keySet()));
    List<String> heads = new ArrayList<>(COLUMNS);
    scores.forEach(score -> heads.add("scores." + score));
    labels.forEach(target -> heads.add("labels." + target));
    StringBuilder csv = new StringBuilder(CsvCells.line(heads.stream().map(CsvCells::text)));
    for (LabelledLine line : lines) {
      List<String> cells = new ArrayList<>(cells(line));
      scores.forEach(score -> cells.add(CsvCells.number(line.entry().scores().get(score))));
      labels.forEach(target -> cells.add(CsvCells.number(line.labels().get(target))));
      csv.append(CsvCells.line(cells.stream()));
    }
    return csv.toString();
  }

  private static List<String> cells(LabelledLine line) {
    ReviewEntry entry = line.entry();
    return List.of(
        CsvCells.text(entry.interactionId()),
        CsvCells.text(entry.rest()),
        night(entry).toString(),
        CsvCells.text(strata(line)),
        CsvCells.number(line.line().probability()),
        CsvCells.text(entry.release()),
        CsvCells.text(entry.route()),
        entry.guardrailHit().map(String::valueOf).orElse(""),
        CsvCells.number(entry.feedback()));
  }

  private static String strata(LabelledLine line) {
    return line.line().drawnFrom().stream().map(Stratum::name).collect(Collectors.joining(","));
  }

  private static LocalDate night(ReviewEntry entry) {
    return LocalDate.ofEpochDay(entry.epochDay());
  }

  /** An array of objects, one a line; what is not known is left out. */
  static String json(List<LabelledLine> lines) {
    return lines.stream()
        .map(EvaluationFile::object)
        .collect(Collectors.joining(",\n  ", lines.isEmpty() ? "[" : "[\n  ", "\n]\n"));
  }

  private static String object(LabelledLine line) {
    ReviewEntry entry = line.entry();
    ObjectNode node = JSON.createObjectNode();
    node.put("interaction_id", entry.interactionId());
    if (!entry.rest().isEmpty()) {
      node.put("key_rest", entry.rest());
    }
    node.put("night", night(entry).toString());
    node.put("stratum", strata(line));
    node.put("inclusion_probability", line.line().probability());
    if (!entry.release().isEmpty()) {
      node.put("release", entry.release());
    }
    if (!entry.route().isEmpty()) {
      node.put("route", entry.route());
    }
    entry.guardrailHit().ifPresent(hit -> node.put("guardrail_hit", hit));
    if (!Double.isNaN(entry.feedback())) {
      node.put("feedback", entry.feedback());
    }
    ObjectNode scores = node.putObject("scores");
    entry.scores().forEach(scores::put);
    if (!line.labels().isEmpty()) {
      ObjectNode labels = node.putObject("labels");
      line.labels().forEach(labels::put);
    }
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory is always JSON", e);
    }
  }

  /** Spark writes a folder; the one file in it is what was asked for. */
  private static void parquet(Path file, List<LabelledLine> lines, SparkSession spark)
      throws IOException {
    Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".evaluation");
    try {
      List<Row> rows = lines.stream().map(EvaluationFile::row).toList();
      spark
          .createDataFrame(rows, SCHEMA)
          .coalesce(1)
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(folder.toUri().toString());
      try (Stream<Path> written = Files.list(folder)) {
        Path part =
            written
                .filter(path -> path.getFileName().toString().endsWith(".parquet"))
                .findFirst()
                .orElseThrow(() -> new IOException("Spark wrote no Parquet file"));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      delete(folder);
    }
  }

  private static Row row(LabelledLine line) {
    ReviewEntry entry = line.entry();
    return RowFactory.create(
        entry.interactionId(),
        entry.rest().isEmpty() ? null : entry.rest(),
        night(entry),
        strata(line),
        line.line().probability(),
        entry.release().isEmpty() ? null : entry.release(),
        entry.route().isEmpty() ? null : entry.route(),
        entry.guardrailHit().orElse(null),
        Double.isNaN(entry.feedback()) ? null : entry.feedback(),
        CollectionConverters.asScala(entry.scores()),
        CollectionConverters.asScala(line.labels()));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package io.nightaudit.jobs.archive;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.jobs.policy.ArchiveSettings;
import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.ColumnMapping.ScoreKind;
import io.nightaudit.jobs.policy.ColumnMapping.Source;
import io.nightaudit.jobs.policy.ColumnMapping.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** An archive in a folder of a test, and the settings that map it. */
final class ArchiveFixture {
  private final Path folder;
  private final TreeMap<String, ColumnMapping> columns = new TreeMap<>();
  private final TreeMap<String, ColumnMapping> dimensions = new TreeMap<>();
  private List<String> key = List.of();
  private String layout = "dt={date}";
  private ZoneId zone = ZoneId.of("UTC");
  private int lateDays;
  private ArchiveSettings.Format format = ArchiveSettings.Format.PARQUET;

  ArchiveFixture(Path folder) {
    this.folder = folder;
  }

  static ColumnMapping expression(String text) {
    return mapping(Source.EXPRESSION, text);
  }

  static ColumnMapping literal(String text) {
    return mapping(Source.LITERAL, text);
  }

  static ColumnMapping pattern(String column, String pattern, String zone) {
    return new ColumnMapping(
        Source.COLUMN,
        column,
        Optional.of(pattern),
        Optional.of(ZoneId.of(zone)),
        Optional.empty(),
        ScoreKind.NUMBER);
  }

  static ColumnMapping zone(String column, String zone) {
    return new ColumnMapping(
        Source.COLUMN,
        column,
        Optional.empty(),
        Optional.of(ZoneId.of(zone)),
        Optional.empty(),
        ScoreKind.NUMBER);
  }

  static ColumnMapping unit(String column, Unit unit) {
    return new ColumnMapping(
        Source.COLUMN,
        column,
        Optional.empty(),
        Optional.empty(),
        Optional.of(unit),
        ScoreKind.NUMBER);
  }

  static ColumnMapping yesOrNo(String column) {
    return new ColumnMapping(
        Source.COLUMN,
        column,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ScoreKind.BOOLEAN);
  }

  private static ColumnMapping mapping(Source source, String text) {
    return new ColumnMapping(
        source, text, Optional.empty(), Optional.empty(), Optional.empty(), ScoreKind.NUMBER);
  }

  ArchiveFixture map(String column, String source) {
    return map(column, ColumnMapping.column(source));
  }

  ArchiveFixture map(String column, ColumnMapping mapping) {
    columns.put(column, mapping);
    return this;
  }

  ArchiveFixture dimension(String name, ColumnMapping mapping) {
    dimensions.put(name, mapping);
    return this;
  }

  ArchiveFixture key(String... names) {
    key = List.of(names);
    return this;
  }

  ArchiveFixture layout(String text) {
    layout = text;
    return this;
  }

  ArchiveFixture timezone(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  ArchiveFixture lateDays(int days) {
    lateDays = days;
    return this;
  }

  ArchiveFixture delta() {
    format = ArchiveSettings.Format.DELTA;
    return this;
  }

  Path folder() {
    return folder;
  }

  ArchiveSettings settings() {
    return new ArchiveSettings(
        folder.toString(), format, layout, zone, lateDays, false, 0.05, key, columns, dimensions);
  }

  NightInteractions read(String night) {
    return new NightReader(TestSpark.session(), settings()).read(LocalDate.parse(night));
  }

  /** Writes the rows of a query as one file of a name of one's own. */
  ArchiveFixture write(String file, String sql) {
    return write(file, TestSpark.session().sql(sql));
  }

  ArchiveFixture write(String file, Dataset<Row> rows) {
    try {
      Path scratch = Files.createTempDirectory("written");
      rows.coalesce(1).write().mode("overwrite").parquet(scratch.toString());
      try (Stream<Path> written = Files.list(scratch)) {
        Path part =
            written.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(part, target);
      }
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  ArchiveFixture bytes(String file, byte[] content) {
    try {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.write(target, content);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The values of one column of the kept rows, sorted as text. */
  static List<String> values(NightInteractions night, String column) {
    List<String> values = new ArrayList<>();
    for (Row row : night.interactions().select("`" + column + "`").collectAsList()) {
      values.add(String.valueOf(row.get(0)));
    }
    return values.stream().sorted().toList();
  }

  static SparkSession spark() {
    return TestSpark.session();
  }
}

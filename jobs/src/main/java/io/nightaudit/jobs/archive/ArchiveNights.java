package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.nightaudit.jobs.policy.ArchiveSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Which nights an archive has: by the names of its folders, or where all nights lie in one folder
 * or table, by the times of its rows.
 */
public final class ArchiveNights {
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final String DAMAGED = "its data cannot be read";

  private final SparkSession spark;
  private final ArchiveSettings settings;

  public ArchiveNights(SparkSession spark, ArchiveSettings settings) {
    ArchiveSession.check(spark);
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * The first and the last night.
   *
   * @param from first night
   * @param to last night
   */
  public record Span(LocalDate from, LocalDate to) {
    /** How many nights it is long. */
    public int nights() {
      return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }
  }

  /** From the first night to the last; empty where the archive has none. */
  public Optional<Span> span() {
    boolean folders =
        settings.format() == ArchiveSettings.Format.PARQUET && !settings.layout().isBlank();
    return folders ? ofFolders() : ofTimes(Set.of());
  }

  private Optional<Span> ofFolders() {
    ArchiveFolder folder =
        new ArchiveFolder(
            settings.path(),
            ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf());
    if (!folder.exists()) {
      return Optional.empty();
    }
    LayoutPattern pattern = new LayoutPattern(settings.layout().strip());
    TreeSet<LocalDate> nights = new TreeSet<>();
    for (Path file : folder.parquetFiles(List.of(""))) {
      pattern.night(folder.relative(file)).ifPresent(nights::add);
    }
    return nights.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(nights.first(), nights.last()));
  }

  private Optional<Span> ofTimes(Set<String> damaged) {
    try {
      return times(damaged);
    } catch (Exception failure) {
      // Scala hides that Spark's own exception is a checked one.
      Optional<String> file = UnreadableFile.in(failure).filter(path -> !damaged.contains(path));
      if (file.isEmpty()) {
        throw failure;
      }
      Set<String> more = new TreeSet<>(damaged);
      more.add(file.get());
      return ofTimes(more);
    }
  }

  private Optional<Span> times(Set<String> damaged) {
    Layout all = new Layout("", settings.timezone(), new Span(EARLIEST, LATEST).nights());
    NightSource source = new NightSources(spark, settings, all).find(EARLIEST, damaged, DAMAGED);
    if (source.own().stream().noneMatch(InspectedFile::readable)) {
      return Optional.empty();
    }
    CanonicalRows rows =
        new CanonicalRows(spark, new Targets(spark, settings, source).mapping(), all, EARLIEST);
    Dataset<Row> times = rows.of(source).filter(rows.inNight());
    Row ends = times.agg(min(rows.time()), max(rows.time())).first();
    return ends.isNullAt(0)
        ? Optional.empty()
        : Optional.of(new Span(night(ends.get(0)), night(ends.get(1))));
  }

  private LocalDate night(Object time) {
    Instant instant =
        time instanceof Instant exact ? exact : ((java.sql.Timestamp) time).toInstant();
    return instant.atZone(settings.timezone()).toLocalDate();
  }
}

package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.col;

import io.nightaudit.jobs.policy.ArchiveSettings;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Stage 1: finds the files of a night, maps their rows to canonical interactions and says what of
 * them can be measured. The session must be set as {@link ArchiveSession#SETTINGS} says.
 */
public final class NightReader {
  private static final String DAMAGED = "its data cannot be read";

  private static final String DESCRIPTION = "spark.job.description";
  private static final long FEW_ROWS = 100_000;

  private final SparkSession spark;
  private final ArchiveSettings settings;
  private final Layout layout;

  public NightReader(SparkSession spark, ArchiveSettings settings) {
    this(spark, settings, 1);
  }

  /**
   * A reader that takes so many nights for one: they have one coverage, and a key that occurs on
   * two of them is a duplicate.
   */
  public NightReader(SparkSession spark, ArchiveSettings settings, int nights) {
    ArchiveSession.check(spark);
    this.spark = spark;
    this.settings = settings;
    this.layout = new Layout(settings.layout(), settings.timezone(), nights);
  }

  /** Reads a night. Files that turn out to be damaged are left out and named in the coverage. */
  public NightInteractions read(LocalDate night) {
    return read(night, Set.of());
  }

  /**
   * Reads a night without files that turned out to be damaged when their data was read; they stay
   * in the coverage as unreadable.
   *
   * @param unreadable paths as {@link #unreadableFile} gives them
   */
  public NightInteractions read(LocalDate night, Set<String> unreadable) {
    String before = spark.sparkContext().getLocalProperty(DESCRIPTION);
    spark.sparkContext().setLocalProperty(DESCRIPTION, "archive: read " + night);
    try {
      NightSource source =
          new NightSources(spark, settings, layout).find(night, unreadable, DAMAGED);
      boolean nothing = source.own().stream().noneMatch(InspectedFile::readable);
      return nothing ? nothing(night, source) : read(night, source);
    } catch (Exception failure) {
      // Scala hides that Spark's own exception is a checked one.
      String damaged =
          unreadableFile(failure).filter(path -> !unreadable.contains(path)).orElse(null);
      if (damaged == null) {
        throw failure;
      }
      Set<String> more = new TreeSet<>(unreadable);
      more.add(damaged);
      return read(night, more);
    } finally {
      spark.sparkContext().setLocalProperty(DESCRIPTION, before);
    }
  }

  /** The path of the file on whose data Spark failed, if that is what a failure is about. */
  public static Optional<String> unreadableFile(Throwable failure) {
    return UnreadableFile.in(failure);
  }

  private NightInteractions read(LocalDate night, NightSource source) {
    Targets targets = new Targets(spark, settings, source);
    Mapping mapping = targets.mapping();
    CanonicalRows rows = new CanonicalRows(spark, mapping, layout, night);
    List<String> key = settings.key().stream().allMatch(mapping::has) ? settings.key() : List.of();
    RowChecks checks = new RowChecks(mapping, rows, key);
    UnaryOperator<Dataset<Row>> numbering =
        all -> NightCount.numbered(all, checks, rows.time(), layout, night);
    Dataset<Row> numbered = numbering.apply(rows.of(source));
    Dataset<Row> gathered = gathered(numbered, source);
    NightCount count = new NightCount(layout, night, checks.rules(), gathered);
    Duplicates duplicates =
        new Duplicates(
            spark,
            key,
            kept(numbered),
            kept(gathered),
            () -> kept(numbering.apply(rows.hashed(source))));
    return new NightInteractions(
        night,
        mapping.schema(),
        duplicates.rest(mapping.columns()),
        count.coverage(
            night, duplicates.losers(), facts(source), targets.missing(), mapping.present()),
        Quarantine.of(night, mapping, checks.rules(), files(source), numbered),
        unreadable(source),
        Optional.empty());
  }

  /** The rows of a small night in one partition, so that counting them needs no shuffle. */
  private static Dataset<Row> gathered(Dataset<Row> rows, NightSource source) {
    long count = files(source).stream().mapToLong(InspectedFile::rows).sum();
    return count <= FEW_ROWS ? rows.coalesce(1) : rows;
  }

  private static Dataset<Row> kept(Dataset<Row> numbered) {
    return numbered.filter(col(NightCount.BROKEN).equalTo(0));
  }

  private NightInteractions nothing(LocalDate night, NightSource source) {
    Coverage.Input input =
        source.own().isEmpty() ? Coverage.Input.MISSING : Coverage.Input.UNREADABLE;
    Coverage coverage =
        new Coverage(
            night,
            input,
            0,
            0,
            0,
            0,
            0,
            new TreeMap<>(),
            facts(source),
            Collections.nCopies(NightCount.hours(layout, night), 0L),
            new TreeMap<>(),
            List.of());
    return new NightInteractions(
        night,
        new InteractionSchema(List.of(), List.of(), List.of(), List.of()),
        spark.emptyDataFrame(),
        coverage,
        Quarantine.empty(spark),
        unreadable(source),
        source.message());
  }

  private static List<Coverage.ArchiveFile> facts(NightSource source) {
    return source.own().stream().map(InspectedFile::fact).sorted(InspectedFile.BY_CONTENT).toList();
  }

  private static List<InspectedFile> files(NightSource source) {
    return Stream.concat(source.own().stream(), source.later().stream()).toList();
  }

  private static SortedMap<String, String> unreadable(NightSource source) {
    SortedMap<String, String> unreadable = new TreeMap<>();
    for (InspectedFile file : files(source)) {
      if (!file.readable()) {
        unreadable.put(ArchivePath.of(file.path()).toString(), file.problem());
      }
    }
    return unreadable;
  }
}

package io.nightaudit.jobs.store;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.evidence.TableFolder;
import io.nightaudit.jobs.evidence.Tombstones;
import io.nightaudit.jobs.finding.DecisionLine;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * An open audit store: the tables and reports of one folder. While it is open, no other run can
 * open it.
 */
public final class AuditStore implements AutoCloseable {
  private final StoreContext context;

  private AuditStore(StoreContext context) {
    this.context = context;
  }

  /** Opens a store, and makes it where the folder is new or empty. */
  public static AuditStore open(SparkSession spark, String path) {
    return open(spark, path, "");
  }

  /**
   * Opens a store, and makes it where the folder is new or empty.
   *
   * <p>A store of an older version is upgraded in place.
   *
   * @param path the folder, on any file system that Spark can write to
   * @param runId what each commit of the tables names as its author; may be empty
   * @throws StoreBusyException if another run holds it
   * @throws StoreException if the folder is something else, or was made by a newer version
   */
  public static AuditStore open(SparkSession spark, String path, String runId) {
    Configuration configuration = spark.sessionState().newHadoopConf();
    try {
      Path given = new Path(path);
      StoreFiles files = StoreFiles.of(given, configuration);
      Path store = files.qualified(given);
      return open(new StoreFolder(spark, store, files, runId));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the store " + path, e);
    }
  }

  /** Whether there is a store in a folder; opening one makes it. */
  public static boolean exists(SparkSession spark, String path) {
    Path given = new Path(path);
    try {
      StoreFiles files = StoreFiles.of(given, spark.sessionState().newHadoopConf());
      return files.exists(new Path(files.qualified(given), StoreFormat.NAME));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the store " + path, e);
    }
  }

  private record StoreFolder(SparkSession spark, Path path, StoreFiles files, String runId) {}

  private static AuditStore open(StoreFolder folder) throws IOException {
    StoreFormat format = new StoreFormat(folder.files(), folder.path());
    format.check();
    folder.files().makeFolder(folder.path());
    StoreLock lock = lock(folder);
    try {
      AuditStore store =
          new AuditStore(
              new StoreContext(
                  folder.spark(),
                  folder.path(),
                  folder.files(),
                  lock,
                  folder.runId(),
                  sealed(folder)));
      if (format.isOlder()) {
        store.addColumns();
        format.mark();
      }
      return store;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static SealedNights sealed(StoreFolder folder) {
    return new SealedNights(
        folder.files(), folder.path(), folder.spark().sessionState().newHadoopConf());
  }

  private static StoreLock lock(StoreFolder folder) {
    Clock clock = Clock.systemUTC();
    return folder.files().isLocal()
        ? ProcessLock.take(java.nio.file.Path.of(folder.path().toUri().getPath()), clock)
        : Lease.take(folder.files(), folder.path(), clock);
  }

  /** Tables of an older version get the columns that they lack; their rows have no value there. */
  private void addColumns() {
    nightTables().forEach(NightTable::addColumns);
    decisions().addColumns();
  }

  private List<NightTable<?>> nightTables() {
    return List.of(
        profiles(),
        measurements(),
        comparisons(),
        findings(),
        recommendations(),
        releases(),
        costLedger(),
        coverage(),
        quarantine(),
        reviewQueue(),
        withheld(),
        costCells());
  }

  /** Seals nights by manifests, and finds those that a run left unsealed. */
  public NightSealer sealer() {
    return new NightSealer(
        context, nightTables(), List.of(decisions().chain(), incidents().chain()));
  }

  /** Removes what is older than the policy keeps it. */
  public NightRemoval removal() {
    return new NightRemoval(
        context,
        nightTables().stream().filter(table -> !TableFolder.isRegister(table.table())).toList());
  }

  /** What retention removed before. */
  public Tombstones tombstones() {
    try {
      return Tombstones.read(context.sealed().evidence());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the chain of decisions", e);
    }
  }

  public NightTable<ProfileRow> profiles() {
    return table(new ProfileFormat());
  }

  public NightTable<MeasurementRow> measurements() {
    return table(new MeasurementFormat());
  }

  public NightTable<ComparisonRow> comparisons() {
    return table(new ComparisonFormat());
  }

  public NightTable<Finding> findings() {
    return table(new FindingFormat());
  }

  public NightTable<Recommendation> recommendations() {
    return table(new RecommendationFormat());
  }

  public NightTable<ReleaseNight> releases() {
    return table(new ReleaseFormat());
  }

  public NightTable<CostRow> costLedger() {
    return table(new CostFormat());
  }

  /** The cost ledger before small keys are withheld. */
  public NightTable<CostCellRow> costCells() {
    return table(new CostCellFormat());
  }

  /** What no other table shows. */
  public NightTable<WithheldRow> withheld() {
    return table(new WithheldFormat());
  }

  public NightTable<Coverage> coverage() {
    return table(new CoverageFormat());
  }

  public NightTable<QuarantineRow> quarantine() {
    return table(new QuarantineFormat());
  }

  public NightTable<ReviewEntry> reviewQueue() {
    return table(new ReviewQueueFormat());
  }

  public RunLedger runs() {
    return new RunLedger(new DeltaFolder(context, RunLedger.TABLE));
  }

  /** What people decided. */
  public DecisionTable decisions() {
    return new DecisionTable(context);
  }

  /** What people decided, as far as all kinds of decisions are alike. */
  public List<DecisionLine> decisionLines() {
    return DecisionLines.list(new DeltaFolder(context, DecisionTable.TABLE));
  }

  /** What people declared about incidents. */
  public IncidentTable incidents() {
    return new IncidentTable(context);
  }

  /** What people said of interactions. */
  public LabelTable labels() {
    return new LabelTable(new DeltaFolder(context, LabelTable.TABLE));
  }

  private <T> NightTable<T> table(RowFormat<T> format) {
    return new NightTable<>(format, context);
  }

  /** The report files. */
  public ReportFiles reports() {
    return new ReportFiles(context);
  }

  /** The files of reports about more than one night. */
  public PeriodFiles periods() {
    return new PeriodFiles(context.files(), context.lock(), context.path());
  }

  /** The nights that were audited: those that have coverage, in days since 1970-01-01. */
  public SortedSet<Long> nights() {
    List<Row> rows =
        new DeltaFolder(context, new CoverageFormat().table())
            .read(new CoverageFormat().schema())
            .select(functions.unix_date(functions.col(NightTable.NIGHT)))
            .collectAsList();
    SortedSet<Long> nights = new TreeSet<>();
    rows.forEach(row -> nights.add((long) row.getInt(0)));
    return Collections.unmodifiableSortedSet(nights);
  }

  /** Runs writes of different tables side by side; the first failure is thrown at the end. */
  public void writeAll(List<Runnable> writes) {
    new ParallelWrites(context.spark()).run(writes);
  }

  /** Runs reads of different tables side by side; the first failure is thrown at the end. */
  public void readAll(List<Runnable> reads) {
    ParallelWrites.ofReads(context.spark()).run(reads);
  }

  /** Gives the store back. */
  @Override
  public void close() {
    context.lock().close();
  }
}

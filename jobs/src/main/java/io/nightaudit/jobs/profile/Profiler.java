package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.review.ReviewDraw;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.profile.review.ReviewPlan;
import io.nightaudit.jobs.profile.review.StratumSample;
import io.nightaudit.metrics.summary.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Stage 2: one pass over the interactions of a night gives every summary of every slice. */
public final class Profiler {
  /** Share of the heap that the summaries of all tasks together may take. */
  private static final double MEMORY_SHARE = 0.15;

  private static final int ROWS = 0;

  private final AuditConfiguration configuration;

  public Profiler(AuditConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Profiles one night; the pass has run when this returns. */
  public NightProfile profile(
      LocalDate night, InteractionSchema schema, Dataset<Row> interactions) {
    ProfileTask task = task(night, schema, interactions);
    int partitions = partitions(interactions);
    JavaRDD<Tuple2<String, byte[]>> merged =
        merge(
            interactions
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsToPair(rows -> new PartitionProfiler(task, rows)),
            partitions);
    merged.persist(StorageLevel.MEMORY_AND_DISK_SER());
    List<Tuple2<String, byte[]>> overview = merged.map(Profiler::overview).collect();
    Map<String, String> folds = Folds.of(sizes(overview), configuration.slices().cap());
    JavaRDD<ProfileRow> rows = rows(night, task, fold(merged, folds, partitions));
    return new NightProfile(
        night.toEpochDay(), rows, costs(overview), review(task, overview), folds.size());
  }

  private ProfileTask task(LocalDate night, InteractionSchema schema, Dataset<Row> interactions) {
    boolean priced = !configuration.prices().book().prices().isEmpty();
    int cores = Math.max(1, interactions.sparkSession().sparkContext().defaultParallelism());
    return new ProfileTask(
        MeasurePlan.of(schema, priced),
        Level.of(configuration, schema),
        configuration.release(),
        configuration.prices(),
        ReviewPlan.of(night.toEpochDay(), configuration.policy(), schema, priced),
        KeyNames.of(configuration),
        isLedgerPersonal(configuration),
        (long) (Runtime.getRuntime().maxMemory() * MEMORY_SHARE / cores));
  }

  /** Whether lines of the cost ledger can be of few people. */
  public static boolean isLedgerPersonal(AuditConfiguration configuration) {
    return CostLedger.tellsApart(configuration.slices().personal());
  }

  private static int partitions(Dataset<Row> interactions) {
    return interactions.sparkSession().sparkContext().defaultParallelism();
  }

  private static JavaRDD<Tuple2<String, byte[]>> merge(
      org.apache.spark.api.java.JavaPairRDD<String, byte[]> parts, int partitions) {
    return parts
        .repartitionAndSortWithinPartitions(new HashPartitioner(partitions))
        .mapPartitions(MergedSlices::new);
  }

  private static JavaRDD<Tuple2<String, byte[]>> fold(
      JavaRDD<Tuple2<String, byte[]>> merged, Map<String, String> folds, int partitions) {
    if (folds.isEmpty()) {
      return merged;
    }
    return merge(
        merged.mapToPair(part -> new Tuple2<>(folds.getOrDefault(part._1(), part._1()), part._2())),
        partitions);
  }

  /** All that the driver needs of a merged part: all but the summaries of a slice. */
  private static Tuple2<String, byte[]> overview(Tuple2<String, byte[]> part) {
    if (!part._1().startsWith(PartitionProfiler.SLICE)) {
      return part;
    }
    SortedMap<Integer, Summary> rows = new TreeMap<>();
    rows.put(ROWS, SliceSummaries.read(part._2()).get(ROWS));
    return new Tuple2<>(part._1(), SliceSummaries.toBytes(rows));
  }

  private static SortedMap<String, Long> sizes(List<Tuple2<String, byte[]>> overview) {
    SortedMap<String, Long> sizes = new TreeMap<>();
    overview.stream()
        .filter(part -> part._1().startsWith(PartitionProfiler.SLICE))
        .forEach(part -> sizes.put(part._1(), SliceSummaries.read(part._2()).get(ROWS).count()));
    return sizes;
  }

  private static List<CostCell> costs(List<Tuple2<String, byte[]>> overview) {
    SortedMap<Slice, LedgerCell> cells = new TreeMap<>();
    overview.stream()
        .filter(part -> part._1().startsWith(PartitionProfiler.COST))
        .forEach(part -> cells.put(slice(part._1()), LedgerCell.fromBytes(part._2())));
    List<CostCell> costs = new ArrayList<>();
    cells.forEach((key, cell) -> costs.add(cell.of(key)));
    return costs;
  }

  private static List<ReviewEntry> review(ProfileTask task, List<Tuple2<String, byte[]>> overview) {
    SortedMap<String, StratumSample> samples = new TreeMap<>();
    overview.stream()
        .filter(part -> part._1().startsWith(PartitionProfiler.REVIEW))
        .forEach(
            part ->
                samples.put(
                    part._1().substring(PartitionProfiler.REVIEW.length()),
                    StratumSample.fromBytes(part._2())));
    return ReviewDraw.of(task.review(), samples);
  }

  private static Slice slice(String key) {
    return Slice.parse(key.substring(PartitionProfiler.SLICE.length()));
  }

  private JavaRDD<ProfileRow> rows(
      LocalDate night, ProfileTask task, JavaRDD<Tuple2<String, byte[]>> merged) {
    List<Measure> measures = task.plan().measures();
    if (measures.get(ROWS).metric() != Metric.INTERACTIONS) {
      throw new IllegalStateException("the plan must begin with the number of interactions");
    }
    ProfileRows rows =
        new ProfileRows(
            night.toEpochDay(),
            measures.stream().map(Measure::name).toList(),
            Definitions.of(configuration, measures),
            configuration.slices().minimumCell());
    return merged
        .filter(part -> part._1().startsWith(PartitionProfiler.SLICE))
        .flatMap(part -> rows.of(part).iterator());
  }
}

package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.AuditConfiguration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.HashPartitioner;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs cohorts on equal questions: where a baseline and a candidate answered the same one, their
 * values are compared within it. Equal means equal to the last byte; nothing of a text is kept.
 */
public final class QuestionPairs {
  private final AuditConfiguration configuration;
  private final String dimension;
  private final List<String> pairBy;

  /**
   * A pairing.
   *
   * @param dimension what tells cohorts apart: {@link Level#RELEASE}, or a column or dimension
   * @param pairBy the columns whose values together are a question
   */
  public QuestionPairs(AuditConfiguration configuration, String dimension, List<String> pairBy) {
    this.configuration = configuration;
    this.dimension = dimension;
    this.pairBy = List.copyOf(pairBy);
  }

  /**
   * The sums of each candidate by measure; measures without a pair are left out.
   *
   * @param cohorts the baseline first, then the candidates
   */
  public SortedMap<String, SortedMap<Measure, PairedSums>> of(
      InteractionSchema schema, Dataset<Row> interactions, List<String> cohorts) {
    if (pairBy.stream().anyMatch(column -> schema.position(column) < 0)) {
      return Collections.emptySortedMap();
    }
    QuestionTask task = task(schema, cohorts);
    int partitions = interactions.sparkSession().sparkContext().defaultParallelism();
    List<PairedSums[][]> parts =
        interactions
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitionsToPair(rows -> new QuestionValues(task, rows))
            .repartitionAndSortWithinPartitions(new HashPartitioner(partitions))
            .mapPartitions(
                rows -> List.<PairedSums[][]>of(new QuestionSums(task).of(rows)).iterator())
            .collect();
    return merged(task, parts);
  }

  private QuestionTask task(InteractionSchema schema, List<String> cohorts) {
    boolean priced = !configuration.prices().book().prices().isEmpty();
    MeasurePlan all = MeasurePlan.of(schema, priced);
    return new QuestionTask(
        new MeasurePlan(UnitValues.of(all), schema),
        configuration.release(),
        configuration.prices(),
        dimension,
        cohorts,
        pairBy);
  }

  private static SortedMap<String, SortedMap<Measure, PairedSums>> merged(
      QuestionTask task, List<PairedSums[][]> parts) {
    SortedMap<String, SortedMap<Measure, PairedSums>> merged = new TreeMap<>();
    List<Measure> measures = task.plan().measures();
    for (int cohort = 1; cohort < task.cohorts().size(); cohort++) {
      SortedMap<Measure, PairedSums> ofCohort = new TreeMap<>();
      for (PairedSums[][] part : parts) {
        for (int measure = 0; measure < measures.size(); measure++) {
          ofCohort.merge(measures.get(measure), part[cohort][measure], PairedSums::plus);
        }
      }
      ofCohort.values().removeIf(sums -> sums.n() == 0);
      merged.put(task.cohorts().get(cohort), ofCohort);
    }
    return merged;
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Metric;
import java.util.Set;

/** The metrics that every shown slice is shown with; all others only where they found something. */
final class Headlines {
  private static final Set<Metric> METRICS =
      Set.of(
          Metric.INTERACTIONS,
          Metric.PROMPT_CHARACTERS,
          Metric.PROMPT_TERMS,
          Metric.INPUT_TOKENS,
          Metric.ANSWER_CHARACTERS,
          Metric.ANSWER_REFUSAL,
          Metric.ANSWER_TERMS,
          Metric.OUTPUT_TOKENS,
          Metric.TOTAL_TOKENS,
          Metric.DURATION_MEDIAN,
          Metric.DURATION_P95,
          Metric.ERRORS,
          Metric.SCORES,
          Metric.FEEDBACK_POSITIVE,
          Metric.GUARDRAIL_HITS,
          Metric.COST_PER_INTERACTION,
          Metric.COST_TOTAL);

  private Headlines() {}

  static boolean contains(Metric metric) {
    return METRICS.contains(metric);
  }
}

package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.comparison.PeriodComparison;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which figures a period shows: those that lead their families, every score and every gate. */
public final class PeriodMeasures {
  private static final List<Metric> LEADING =
      List.of(
          Metric.INTERACTIONS,
          Metric.USERS,
          Metric.PROMPT_CHARACTERS,
          Metric.INPUT_TOKENS,
          Metric.ANSWER_CHARACTERS,
          Metric.ANSWER_REFUSAL,
          Metric.OUTPUT_TOKENS,
          Metric.TRUNCATED,
          Metric.DURATION_MEDIAN,
          Metric.DURATION_P95,
          Metric.TIME_TO_FIRST_TOKEN_P95,
          Metric.ERRORS,
          Metric.FEEDBACK_POSITIVE,
          Metric.GUARDRAIL_HITS,
          Metric.GUARDRAIL_BLOCKS,
          Metric.GUARDRAIL_ERRORS,
          Metric.COST_PER_INTERACTION,
          Metric.COST_TOTAL,
          Metric.UNPRICED);

  private final Set<Measure> always = new TreeSet<>();

  public PeriodMeasures(Policy policy) {
    LEADING.forEach(metric -> always.add(Measure.of(metric)));
    policy.metrics().keySet().stream()
        .map(Measure::parse)
        .filter(measure -> policy.of(measure).gate() && !isScore(measure))
        .filter(measure -> !(measure.metric().extraction() instanceof Extraction.ShareOfEach))
        .forEach(always::add);
  }

  /** The profiles that are needed, by name, beside those of scores. */
  public Set<String> profiles() {
    Set<String> names = new TreeSet<>();
    always.forEach(measure -> names.addAll(PeriodComparison.sources(measure)));
    return names;
  }

  /** What the names of profiles of scores begin with. */
  public static String scores() {
    return Metric.SCORES.id() + ".";
  }

  /** The figures to show of a slice with these profiles, in the order of the catalogue. */
  public Set<Measure> of(Collection<String> profiles) {
    Set<Measure> measures = new TreeSet<>(always);
    profiles.stream()
        .filter(name -> name.startsWith(scores()))
        .map(Measure::parse)
        .forEach(measures::add);
    return measures;
  }

  private static boolean isScore(Measure measure) {
    return measure.metric() == Metric.SCORES;
  }
}

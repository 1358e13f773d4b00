package io.nightaudit.jobs.profile.review;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Observation;
import io.nightaudit.metrics.summary.DistinctCount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** The running samples of a task. */
public final class ReviewSampler {
  private final List<StratumRule> rules;
  private final int scores;
  private final long[] seeds;
  private final StratumSample[] samples;
  private final int[] levels;

  ReviewSampler(ReviewPlan plan) {
    this.rules = plan.rules();
    this.scores = plan.scores().size();
    this.seeds = rules.stream().mapToLong(rule -> seed(plan, rule.stratum())).toArray();
    this.samples =
        rules.stream().map(rule -> new StratumSample(plan.size())).toArray(StratumSample[]::new);
    this.levels = new int[samples.length];
  }

  /** Each night and stratum has an order of its own. */
  private static long seed(ReviewPlan plan, Stratum stratum) {
    byte[] text =
        ("review " + plan.epochDay() + " " + stratum.name()).getBytes(StandardCharsets.UTF_8);
    return DistinctCount.hash(text, 0, text.length);
  }

  /** Adds an interaction to the strata that it is in. */
  public void add(Observation row, ReviewKey key) {
    boolean hasId = key.hasId();
    long hash = hasId ? key.hash() : 0;
    byte[] content = null;
    for (int i = 0; i < samples.length; i++) {
      levels[i] = rules.get(i).level(row);
    }
    for (int i = 0; i < samples.length; i++) {
      if (levels[i] != StratumRule.ABSENT) {
        samples[i].count(levels[i], hasId);
        long priority = mixed(hash ^ seeds[i]);
        boolean above = levels[i] > rules.get(i).floor();
        if (hasId && above && samples[i].admits(levels[i], priority)) {
          content = content == null ? candidate(row, key).toBytes() : content;
          samples[i].add(levels[i], priority, content);
        }
      }
    }
  }

  /** The finaliser of SplitMix64: every bit of the result depends on every bit. */
  static long mixed(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  private Candidate candidate(Observation row, ReviewKey key) {
    double[] values = new double[scores];
    for (int i = 0; i < scores; i++) {
      values[i] = row.score(i);
    }
    return new Candidate(
        key.id(),
        key.rest(),
        Objects.requireNonNullElse(row.release(), ""),
        key.route(),
        levels.clone(),
        row.has(Column.GUARDRAILS),
        row.guardrailHit(),
        row.number(Column.FEEDBACK),
        values);
  }

  /** Hands over each stratum's name and sample, where a row was counted. */
  public void forEach(BiConsumer<String, StratumSample> action) {
    for (int i = 0; i < samples.length; i++) {
      if (!samples[i].isEmpty()) {
        action.accept(rules.get(i).stratum().name(), samples[i]);
      }
    }
  }
}

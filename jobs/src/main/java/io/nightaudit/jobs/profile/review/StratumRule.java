package io.nightaudit.jobs.profile.review;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Observation;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.text.TextDescription;
import java.io.Serializable;

/**
 * How far an interaction is in a stratum: a level, the higher the further.
 *
 * @param stratum which one
 * @param position position of the score, where it is of a score
 * @param yesOrNo whether the score is a yes or no
 * @param harm the direction of harm of the score
 * @param share the share of the rows with a level that are in the stratum; NaN where every row with
 *     a level is
 */
record StratumRule(Stratum stratum, int position, boolean yesOrNo, Harm harm, double share)
    implements Serializable {
  /** The level of an interaction that has none. */
  static final int ABSENT = Integer.MIN_VALUE;

  /** The one level of a stratum without a tail. */
  static final int IN = 1;

  /** Fewer unlisted words say nothing about a question. */
  static final int LEAST_UNLISTED = 3;

  private static final int PER_MILLE = 1_000;
  private static final int COST_SCALE = 12;
  private static final int SCORE_SCALE = 6;

  static StratumRule flag(Stratum.Kind kind) {
    return tail(kind, Double.NaN);
  }

  static StratumRule tail(Stratum.Kind kind, double share) {
    return new StratumRule(Stratum.of(kind), -1, false, Harm.NEITHER, share);
  }

  boolean isTail() {
    return !Double.isNaN(share);
  }

  /** A level that is counted but never in the stratum, and so is each below it. */
  int floor() {
    return stratum.kind() == Stratum.Kind.LOW_SCORE ? ABSENT : 0;
  }

  int level(Observation row) {
    return switch (stratum.kind()) {
      case GUARDRAIL_HIT -> flag(row.guardrailHit());
      case LOW_SCORE -> score(row.score(position));
      case LOW_FEEDBACK -> flag(row.number(Column.FEEDBACK) <= 0);
      case NEW_TERMS -> row.has(Column.PROMPT) ? unlisted(row.text(Column.PROMPT)) : ABSENT;
      case HIGH_COST -> bucket(row.cost(), COST_SCALE);
      case RANDOM -> IN;
    };
  }

  private static int flag(boolean in) {
    return in ? IN : ABSENT;
  }

  private int score(double score) {
    if (Double.isNaN(score)) {
      return ABSENT;
    }
    if (yesOrNo) {
      return flag(score > 0 == (harm == Harm.INCREASE));
    }
    int bucket = bucket(score, SCORE_SCALE);
    return harm == Harm.INCREASE ? bucket : -bucket;
  }

  private static int bucket(double value, int scale) {
    return Double.isFinite(value)
        ? LogHistogram.bucketOf(LogHistogram.unitsOf(value, scale))
        : ABSENT;
  }

  private static int unlisted(TextDescription question) {
    long unlisted = question.unlistedWords();
    return unlisted < LEAST_UNLISTED ? 0 : (int) (PER_MILLE * unlisted / question.words());
  }
}

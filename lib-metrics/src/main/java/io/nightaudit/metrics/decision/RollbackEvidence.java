package io.nightaudit.metrics.decision;

import java.util.List;

/**
 * What is known of a release on a night.
 *
 * @param gates metrics that a rollback may rest on
 * @param guardrails rates of the release that have a limit of their own
 * @param nights that both arms served
 * @param releaseRows values of the release in them
 * @param baselineRows values of the baseline in them
 * @param sampleRatio p-value of {@link SampleRatio}; NaN if no shares were planned
 */
public record RollbackEvidence(
    List<Gate> gates,
    List<Guardrail> guardrails,
    int nights,
    long releaseRows,
    long baselineRows,
    double sampleRatio) {

  /**
   * One metric of the contrast.
   *
   * @param metric its name
   * @param effect of the release; its own alpha is not looked at
   * @param worse which way it is worse
   * @param margin m, harm that may be kept, above 0, in the unit of the metric
   * @param harmRate c, cost of one unit of harm per day, from 0 up
   * @param effectVariance s₀², variance of the effects of past releases, above 0
   */
  public record Gate(
      String metric,
      ConfidenceSequence effect,
      HarmDirection worse,
      double margin,
      double harmRate,
      double effectVariance) {
    public Gate {
      if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "margin %s of %s: give a finite number above 0".formatted(margin, metric));
      }
      ExpectedLoss.checkFromZero("harm rate of " + metric, harmRate);
      if (!(effectVariance > 0 && effectVariance < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "effect variance %s of %s: give a finite number above 0, such as the squared margin"
                .formatted(effectVariance, metric));
      }
    }

    /** A gate where nothing is known of past releases: their effects are as large as the margin. */
    public static Gate of(
        String metric,
        ConfidenceSequence effect,
        HarmDirection worse,
        double margin,
        double harmRate) {
      return new Gate(metric, effect, worse, margin, harmRate, margin * margin);
    }

    /** The least harm that the nights allow, at a one-sided level. */
    double leastHarm(double level) {
      var interval = effect.interval(2 * level);
      return Math.min(worse.harmOf(interval.low()), worse.harmOf(interval.high()));
    }

    /** The most harm that the nights allow, at a one-sided level. */
    double mostHarm(double level) {
      var interval = effect.interval(2 * level);
      return Math.max(worse.harmOf(interval.low()), worse.harmOf(interval.high()));
    }

    ExpectedLoss expectedLoss() {
      return ExpectedLoss.of(effect, effectVariance, worse);
    }
  }

  /**
   * A rate with a hard limit, such as that of blocked answers.
   *
   * @param metric its name
   * @param rate of the release
   * @param limit that it may not exceed, 0 to 1
   */
  public record Guardrail(String metric, RateSequence rate, double limit) {
    public Guardrail {
      if (!(limit >= 0 && limit <= 1)) {
        throw new IllegalArgumentException(
            "limit %s of %s is not between 0 and 1".formatted(limit, metric));
      }
    }
  }

  public RollbackEvidence {
    gates = List.copyOf(gates);
    guardrails = List.copyOf(guardrails);
    if (nights < 0 || releaseRows < 0 || baselineRows < 0) {
      throw new IllegalArgumentException(
          "%s nights, %s and %s rows: give numbers from 0 up"
              .formatted(nights, releaseRows, baselineRows));
    }
    if (sampleRatio < 0 || sampleRatio > 1) {
      throw new IllegalArgumentException(
          "sample ratio p-value " + sampleRatio + " is not between 0 and 1, nor NaN");
    }
  }
}

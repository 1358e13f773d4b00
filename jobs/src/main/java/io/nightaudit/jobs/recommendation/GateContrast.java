package io.nightaudit.jobs.recommendation;

import io.nightaudit.metrics.decision.ConcurrentArms;
import io.nightaudit.metrics.decision.ConfidenceSequence;
import io.nightaudit.metrics.decision.ExpectedLoss;
import io.nightaudit.metrics.decision.RollbackEvidence;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One gate metric of two releases that served the same nights, night by night at the mix of the
 * earlier one, so that what both had in common cancels.
 *
 * @param gate the metric
 * @param nights nights with values of both
 * @param laterRows values of the later release in them
 * @param earlierRows values of the earlier release in them
 * @param material the material limit, in the unit
 * @param sequence the effect so far, valid at every night at once
 */
record GateContrast(
    Gate gate,
    int nights,
    long laterRows,
    long earlierRows,
    double material,
    ConfidenceSequence sequence) {
  private static final int NIGHT_OF_INTEREST = 5;

  /** Part of the earlier release's traffic that must be in strata of both. */
  private static final double LEAST_COVERAGE = 0.5;

  /**
   * What two arms of one release are taken to differ by from night to night beyond sampling, as a
   * part of the material limit: without it a night of very many rows would weigh without bound.
   */
  private static final double ARM_DEVIATION = 0.1;

  /** Stands for a material limit of 0: any change matters. */
  private static final double LEAST_MATERIAL = 1e-9;

  /**
   * The contrast of a contest; empty where no night has values of both.
   *
   * @param alpha of the interval, two-sided
   */
  static Optional<GateContrast> of(Gate gate, Arms arms, Contest contest, double alpha) {
    Side later = Side.of(arms.strata(gate.measure(), contest.later()), contest.nights());
    Side earlier = Side.of(arms.strata(gate.measure(), contest.earlier()), contest.nights());
    double material = Math.max(LEAST_MATERIAL, gate.material(earlier.all().mean()));
    double armVariance = ARM_DEVIATION * material * ARM_DEVIATION * material;
    List<ConcurrentArms> contrasts = new ArrayList<>();
    long laterRows = 0;
    long earlierRows = 0;
    for (long night : contest.nights()) {
      ConcurrentArms contrast = ConcurrentArms.of(later.on(night), earlier.on(night), armVariance);
      if (contrast.coverage() >= LEAST_COVERAGE && Double.isFinite(contrast.estimate())) {
        contrasts.add(contrast);
        laterRows += rows(later.on(night));
        earlierRows += rows(earlier.on(night));
      }
    }
    return contrasts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GateContrast(
                gate,
                contrasts.size(),
                laterRows,
                earlierRows,
                material,
                sequence(contrasts, alpha)));
  }

  private static ConfidenceSequence sequence(List<ConcurrentArms> contrasts, double alpha) {
    double information = contrasts.stream().mapToDouble(c -> 1 / c.variance()).sum();
    ConfidenceSequence sequence =
        ConfidenceSequence.of(alpha, contrasts.size() / information, NIGHT_OF_INTEREST);
    for (ConcurrentArms contrast : contrasts) {
      sequence = sequence.with(contrast.estimate(), contrast.variance());
    }
    return sequence;
  }

  private static long rows(List<StratumMoments> strata) {
    return strata.stream().mapToLong(StratumMoments::n).sum();
  }

  /**
   * One release. The variance of a stratum is that of all its nights: that of a single night moves
   * with its mean and would draw the effect towards the quiet nights.
   */
  private record Side(
      List<SortedMap<Long, StratumMoments>> strata, List<Double> variances, StratumMoments all) {
    static Side of(List<SortedMap<Long, StratumMoments>> strata, List<Long> nights) {
      List<Double> variances = new ArrayList<>();
      StratumMoments all = StratumMoments.absent();
      for (SortedMap<Long, StratumMoments> stratum : strata) {
        StratumMoments pooled =
            nights.stream()
                .map(night -> stratum.getOrDefault(night, StratumMoments.absent()))
                .reduce(StratumMoments.absent(), StratumMoments::plus);
        variances.add(pooled.variance());
        all = all.plus(pooled);
      }
      return new Side(strata, variances, all);
    }

    List<StratumMoments> on(long night) {
      List<StratumMoments> moments = new ArrayList<>();
      for (int s = 0; s < strata.size(); s++) {
        StratumMoments own = strata.get(s).getOrDefault(night, StratumMoments.absent());
        moments.add(new StratumMoments(own.n(), own.mean(), variances.get(s)));
      }
      return moments;
    }
  }

  /** How many values the smaller side has. */
  long rows() {
    return Math.min(laterRows, earlierRows);
  }

  /** The least harm in material limits: the more, the worse. */
  double leastHarm() {
    var interval = sequence.interval();
    return Math.min(gate.harmOf(interval.low()), gate.harmOf(interval.high())) / material;
  }

  /** The gate for the rule of a rollback: a harm of one material limit costs one a day. */
  RollbackEvidence.Gate evidence() {
    return RollbackEvidence.Gate.of(
        gate.measure().name(), sequence, gate.direction(), material, 1 / material);
  }

  /** What keeping the later release is expected to cost over some days, in those units. */
  double lossOfKeeping(double days) {
    return ExpectedLoss.of(sequence, material * material, gate.direction())
        .ofKeeping(1 / material, days);
  }
}

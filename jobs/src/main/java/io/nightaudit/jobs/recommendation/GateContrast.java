package io.nightaudit.jobs.recommendation;

import io.nightaudit.metrics.decision.ConcurrentArms;
import io.nightaudit.metrics.decision.ConcurrentNights;
import io.nightaudit.metrics.decision.ConfidenceSequence;
import io.nightaudit.metrics.decision.ExpectedLoss;
import io.nightaudit.metrics.decision.RollbackEvidence;
import io.nightaudit.metrics.decision.StratumMoments;
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
   * What two arms of one release are taken to differ by at least from night to night beyond
   * sampling, as a part of the material limit: few nights cannot tell it, a night of very many rows
   * may not weigh without bound, and a metric without any spread has an interval all the same.
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
    List<SortedMap<Long, StratumMoments>> later = arms.strata(gate.measure(), contest.later());
    List<SortedMap<Long, StratumMoments>> earlier = arms.strata(gate.measure(), contest.earlier());
    List<ConcurrentNights.Arms> nights =
        contest.nights().stream()
            .map(night -> new ConcurrentNights.Arms(on(night, later), on(night, earlier)))
            .filter(both -> rows(both.release()) > 1 && rows(both.baseline()) > 1)
            .toList();
    double material = Math.max(LEAST_MATERIAL, gate.material(mean(nights)));
    ConfidenceSequence sequence =
        withArmDeviation(ConcurrentNights.of(nights), material).sequence(alpha, NIGHT_OF_INTEREST);
    return nights.isEmpty() || sequence.information() == 0
        ? Optional.empty()
        : Optional.of(
            new GateContrast(
                gate,
                nights.size(),
                nights.stream().mapToLong(both -> rows(both.release())).sum(),
                nights.stream().mapToLong(both -> rows(both.baseline())).sum(),
                material,
                sequence));
  }

  /** A night whose values lie mostly in strata of one side alone says nothing. */
  private static ConcurrentNights withArmDeviation(ConcurrentNights nights, double material) {
    double least = ARM_DEVIATION * material * ARM_DEVIATION * material;
    return new ConcurrentNights(
        nights.contrasts().stream()
            .filter(contrast -> contrast.coverage() >= LEAST_COVERAGE)
            .map(c -> new ConcurrentArms(c.estimate(), c.variance() + least, c.coverage()))
            .toList(),
        nights.armVariance());
  }

  private static List<StratumMoments> on(long night, List<SortedMap<Long, StratumMoments>> strata) {
    return strata.stream()
        .map(nights -> nights.getOrDefault(night, StratumMoments.absent()))
        .toList();
  }

  /** The mean of the earlier release over the nights. */
  private static double mean(List<ConcurrentNights.Arms> nights) {
    return nights.stream()
        .flatMap(both -> both.baseline().stream())
        .reduce(StratumMoments.absent(), StratumMoments::plus)
        .mean();
  }

  private static long rows(List<StratumMoments> strata) {
    return strata.stream().mapToLong(StratumMoments::n).sum();
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

package io.nightaudit.jobs.cohort;

import io.nightaudit.jobs.comparison.Evidence.ChangeKind;
import io.nightaudit.metrics.attribution.DirectStandardization;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.BinomialInterval;
import io.nightaudit.metrics.interval.DifferenceOfMeans;
import io.nightaudit.metrics.interval.DifferenceOfRates;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.LinearCombination;
import io.nightaudit.metrics.interval.PairMoments;
import io.nightaudit.metrics.interval.PairedDifference;
import io.nightaudit.metrics.interval.RatioOfMeans;
import io.nightaudit.metrics.interval.RatioOfSums;
import io.nightaudit.metrics.summary.LogHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The changes of shares, means and quantiles with their intervals, at any confidence. */
final class Contrasts {
  private final ChangeKind kind;
  private final double confidence;

  Contrasts(ChangeKind kind, double confidence) {
    this.kind = kind;
    this.confidence = confidence;
  }

  /** All values of one against all of the other. */
  Contrast plain(StratumMoments now, StratumMoments before) {
    return independent(Contrast.Basis.PLAIN, now, before, 1);
  }

  private Contrast independent(
      Contrast.Basis basis, StratumMoments now, StratumMoments before, double coverage) {
    boolean positive = now.mean() > 0 && before.mean() > 0;
    Interval interval =
        switch (kind) {
          case POINTS -> newcombe(now, before);
          case RATIO -> positive ? lessOne(logDelta(now, before)) : null;
          case DIFFERENCE -> welch(now, before);
        };
    return contrast(basis, now.mean(), before.mean(), now.n(), before.n(), interval, coverage);
  }

  private Interval newcombe(StratumMoments now, StratumMoments before) {
    return DifferenceOfRates.newcombe(
        Stratum.successes(now), now.n(), Stratum.successes(before), before.n(), confidence);
  }

  private Interval logDelta(StratumMoments now, StratumMoments before) {
    return RatioOfMeans.logDelta(
        now.n(),
        now.mean(),
        now.variance(),
        before.n(),
        before.mean(),
        before.variance(),
        confidence);
  }

  private Interval welch(StratumMoments now, StratumMoments before) {
    return DifferenceOfMeans.welch(
        now.n(),
        now.mean(),
        now.variance(),
        before.n(),
        before.mean(),
        before.variance(),
        confidence);
  }

  /** Within strata that both have, weighted as the baseline has them. */
  Contrast standardized(List<Stratum> strata, double coverage) {
    DirectStandardization now = side(strata, Stratum::now);
    DirectStandardization before = side(strata, Stratum::before);
    long n = strata.stream().mapToLong(stratum -> stratum.now().n()).sum();
    long nBefore = strata.stream().mapToLong(stratum -> stratum.before().n()).sum();
    if (kind == ChangeKind.POINTS) {
      return contrast(
          Contrast.Basis.STANDARDIZED,
          now.value(),
          before.value(),
          n,
          nBefore,
          stratified(strata, nBefore),
          coverage);
    }
    return independent(
        Contrast.Basis.STANDARDIZED,
        new StratumMoments(n, now.value(), now.variance() * n),
        new StratumMoments(nBefore, before.value(), before.variance() * nBefore),
        coverage);
  }

  private static DirectStandardization side(
      List<Stratum> strata, Function<Stratum, StratumMoments> side) {
    return DirectStandardization.of(
        strata.stream().mapToDouble(stratum -> stratum.before().n()).toArray(),
        strata.stream().map(side).mapToDouble(StratumMoments::mean).toArray(),
        strata.stream().map(side).mapToDouble(Stratum::error).toArray());
  }

  private Interval stratified(List<Stratum> strata, double weight) {
    double[] weights = new double[2 * strata.size()];
    double[] shares = new double[2 * strata.size()];
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < strata.size(); i++) {
      Stratum stratum = strata.get(i);
      weights[2 * i] = stratum.before().n() / weight;
      weights[2 * i + 1] = -weights[2 * i];
      shares[2 * i] = stratum.now().mean();
      shares[2 * i + 1] = stratum.before().mean();
      intervals.add(wilson(stratum.now()));
      intervals.add(wilson(stratum.before()));
    }
    return LinearCombination.of(weights, shares, intervals);
  }

  private Interval wilson(StratumMoments moments) {
    return BinomialInterval.WILSON.of(Stratum.successes(moments), moments.n(), confidence);
  }

  /** Within questions that both answered; the first of a pair is the candidate. */
  Contrast paired(PairMoments pairs, double coverage) {
    boolean positive = pairs.meanA() > 0 && pairs.meanB() > 0;
    Interval interval =
        switch (kind) {
          case POINTS -> PairedDifference.ofShares(pairs, confidence);
          case RATIO -> positive ? lessOne(RatioOfSums.logDelta(pairs, confidence)) : null;
          case DIFFERENCE -> PairedDifference.ofMeans(pairs, confidence);
        };
    return contrast(
        Contrast.Basis.PAIRED,
        pairs.meanA(),
        pairs.meanB(),
        pairs.n(),
        pairs.n(),
        interval,
        coverage);
  }

  /** A quantile over that of the baseline, on the logarithm, with intervals of their ranks. */
  Contrast quantile(LogHistogram now, LogHistogram before, double rank) {
    double first = now.quantile(rank);
    double second = before.quantile(rank);
    Interval interval =
        first > 0 && second > 0 && limits(now, rank).low() > 0 && limits(before, rank).low() > 0
            ? quotient(first, limits(now, rank), second, limits(before, rank))
            : null;
    return contrast(Contrast.Basis.PLAIN, first, second, now.count(), before.count(), interval, 1);
  }

  /** The interval of a quantile: that of its rank, read off the histogram. */
  Interval limits(LogHistogram histogram, double rank) {
    Interval ranks =
        BinomialInterval.WILSON.of(
            Math.round(rank * histogram.count()), histogram.count(), confidence);
    double value = histogram.quantile(rank);
    return new Interval(
        Math.min(value, histogram.quantile(ranks.low())),
        Math.max(value, histogram.quantile(ranks.high())),
        confidence);
  }

  private Interval quotient(double now, Interval ofNow, double before, Interval ofBefore) {
    Interval logarithm =
        LinearCombination.of(
            new double[] {1, -1},
            new double[] {StrictMath.log(now), StrictMath.log(before)},
            List.of(logarithm(ofNow), logarithm(ofBefore)));
    return lessOne(
        new Interval(
            StrictMath.exp(logarithm.low()), StrictMath.exp(logarithm.high()), confidence));
  }

  private Interval logarithm(Interval interval) {
    return new Interval(
        StrictMath.log(interval.low()), StrictMath.log(interval.high()), confidence);
  }

  private static Interval lessOne(Interval ratio) {
    return new Interval(ratio.low() - 1, ratio.high() - 1, ratio.confidence());
  }

  private Contrast contrast(
      Contrast.Basis basis,
      double now,
      double before,
      long n,
      long nBefore,
      Interval interval,
      double coverage) {
    boolean ratio = kind == ChangeKind.RATIO;
    double value = ratio ? (before > 0 ? now / before - 1 : Double.NaN) : now - before;
    return new Contrast(
        basis,
        kind,
        now,
        before,
        n,
        nBefore,
        value,
        interval == null ? Double.NaN : interval.low(),
        interval == null ? Double.NaN : interval.high(),
        coverage);
  }
}

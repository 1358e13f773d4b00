package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.MeanInterval;
import io.nightaudit.metrics.interval.PairMoments;
import io.nightaudit.metrics.interval.RatioOfSums;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * What nights say of how sure the value of a period is: the night is drawn, not the row.
 *
 * <p>Means and shares: the ratio of sums over nights. Totals: the mean of a night. Quantiles: the
 * mean of their logarithms. An interval is never narrower than chance within nights makes it.
 */
final class NightSeries {
  /** What the nights are the parts of. */
  private enum Kind {
    MEANS,
    TOTALS,
    QUANTILES,
    UNKNOWN
  }

  private static final int LEAST_BEFORE = 3;

  private final Kind kind;
  private final SortedMap<Long, StratumMoments> nights;

  private NightSeries(Kind kind, SortedMap<Long, StratumMoments> nights) {
    this.kind = kind;
    this.nights = nights;
  }

  static NightSeries ofMeans(SortedMap<Long, StratumMoments> moments) {
    return new NightSeries(Kind.MEANS, moments);
  }

  static NightSeries ofTotals(SortedMap<Long, PeriodEvidence.NightValue> values) {
    return new NightSeries(Kind.TOTALS, single(values, value -> value));
  }

  static NightSeries ofQuantiles(SortedMap<Long, PeriodEvidence.NightValue> values) {
    return new NightSeries(Kind.QUANTILES, single(values, StrictMath::log));
  }

  /** Of a figure whose nights do not tell: different users, a mix. */
  static NightSeries unknown(Collection<Long> nights) {
    SortedMap<Long, StratumMoments> nothing = new TreeMap<>();
    nights.forEach(night -> nothing.put(night, StratumMoments.absent()));
    return new NightSeries(Kind.UNKNOWN, nothing);
  }

  private static SortedMap<Long, StratumMoments> single(
      SortedMap<Long, PeriodEvidence.NightValue> values, DoubleUnaryOperator scale) {
    SortedMap<Long, StratumMoments> single = new TreeMap<>();
    values.forEach(
        (night, value) -> {
          double scaled = scale.applyAsDouble(value.value());
          if (Double.isFinite(scaled)) {
            single.put(night, new StratumMoments(1, scaled, 0));
          }
        });
    return single;
  }

  /**
   * The value of the nights from one on to before another.
   *
   * @param evidence all values of these nights as if they were one
   */
  PeriodEvidence.Whole whole(Evidence evidence, long from, long before) {
    List<StratumMoments> part = List.copyOf(nights.subMap(from, before).values());
    double value = kind == Kind.TOTALS ? mean(part) : evidence.value();
    Optional<Interval> interval = interval(part, evidence, value);
    double low = outer(interval.map(Interval::low), evidence.low(), Math::min);
    double high = outer(interval.map(Interval::high), evidence.high(), Math::max);
    boolean share = evidence.numerator() >= 0;
    return new PeriodEvidence.Whole(
        value,
        evidence.n(),
        evidence.numerator(),
        part.size(),
        share ? Math.max(0, low) : low,
        share ? Math.min(1, high) : high);
  }

  private static double outer(
      Optional<Double> nights, double within, DoubleBinaryOperator further) {
    if (nights.isEmpty()) {
      return within;
    }
    return Double.isNaN(within) ? nights.get() : further.applyAsDouble(nights.get(), within);
  }

  private Optional<Interval> interval(List<StratumMoments> part, Evidence evidence, double value) {
    if (part.size() < 2) {
      return Optional.empty();
    }
    return switch (kind) {
      case MEANS -> Optional.of(ratio(part, evidence));
      case TOTALS -> Optional.of(of(part));
      case QUANTILES -> Optional.of(around(value, of(part)));
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Interval ratio(List<StratumMoments> part, Evidence evidence) {
    PairMoments pairs = pairs(part);
    boolean logarithmic = evidence.change().kind() == Evidence.ChangeKind.RATIO;
    return logarithmic && pairs.meanA() > 0
        ? RatioOfSums.logDelta(pairs, Statistic.CONFIDENCE)
        : RatioOfSums.delta(pairs, Statistic.CONFIDENCE);
  }

  /** Each night as a pair: the sum of its values, and how many they are. */
  private static PairMoments pairs(List<StratumMoments> part) {
    double a = 0;
    double b = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (StratumMoments night : part) {
      double sum = night.mean() * night.n();
      a += sum;
      b += night.n();
      squaresA += sum * sum;
      squaresB += (double) night.n() * night.n();
      products += sum * night.n();
    }
    return PairMoments.ofSums(part.size(), a, b, squaresA, squaresB, products);
  }

  private static Interval of(List<StratumMoments> part) {
    StratumMoments nights = pooled(part);
    return MeanInterval.of(nights.n(), nights.mean(), nights.variance(), Statistic.CONFIDENCE);
  }

  private static double mean(List<StratumMoments> part) {
    return pooled(part).mean();
  }

  private static StratumMoments pooled(List<StratumMoments> part) {
    return part.stream().reduce(StratumMoments.absent(), StratumMoments::plus);
  }

  /** The quantile of all values, as far to each side as the mean of the nights' quantiles. */
  private static Interval around(double value, Interval logarithms) {
    double half = (logarithms.high() - logarithms.low()) / 2;
    return new Interval(
        value * StrictMath.exp(-half), value * StrictMath.exp(half), Statistic.CONFIDENCE);
  }

  /**
   * The change of the nights from one on against those before it. Fewer than three nights before:
   * without an interval.
   */
  Effect change(Evidence.ChangeKind as, long first) {
    List<Long> before = List.copyOf(nights.headMap(first).keySet());
    List<Long> after = List.copyOf(nights.tailMap(first).keySet());
    if (before.isEmpty() || after.isEmpty() || kind == Kind.UNKNOWN) {
      return Effect.NONE;
    }
    return scaled(difference(before, after), mean(parts(before)), as);
  }

  private Effect difference(List<Long> before, List<Long> after) {
    if (before.size() < LEAST_BEFORE) {
      double value = mean(parts(after)) - mean(parts(before));
      return new Effect(value, Double.NaN, Double.NaN);
    }
    return Effect.of(nights, new ChangeNights(before, after));
  }

  private Effect scaled(Effect difference, double before, Evidence.ChangeKind as) {
    if (kind == Kind.QUANTILES) {
      return each(difference, value -> StrictMath.exp(value) - 1);
    } else if (as != Evidence.ChangeKind.RATIO) {
      return difference;
    }
    return before > 0 ? each(difference, value -> value / before) : Effect.NONE;
  }

  private static Effect each(Effect effect, DoubleUnaryOperator scale) {
    return new Effect(
        scale.applyAsDouble(effect.value()),
        scale.applyAsDouble(effect.low()),
        scale.applyAsDouble(effect.high()));
  }

  private List<StratumMoments> parts(List<Long> days) {
    List<StratumMoments> parts = new ArrayList<>();
    days.forEach(day -> parts.add(nights.get(day)));
    return parts;
  }
}

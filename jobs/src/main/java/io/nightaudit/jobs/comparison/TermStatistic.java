package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.distance.TermShift;
import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.DailyTransform;
import io.nightaudit.metrics.summary.TermCounts;
import java.util.Optional;
import java.util.TreeMap;

/** Unusual words: the mean of the 20 largest squared term scores against the nights before. */
public final class TermStatistic implements Statistic {
  @Override
  public Optional<Evidence> of(String measure, NightCells tonight, NightCells before) {
    return tonight
        .get(measure, TermCounts.class)
        .filter(terms -> terms.count() > 0)
        .map(terms -> compare(terms, before.get(measure, TermCounts.class), before.nights()));
  }

  private static Evidence compare(TermCounts tonight, Optional<TermCounts> before, int nights) {
    Optional<TermShift> shift = before.map(terms -> shift(tonight, terms));
    double top20 = shift.map(TermShift::top20).orElse(Double.NaN);
    Evidence evidence =
        Evidence.of(
                top20,
                tonight.count(),
                Optional.empty(),
                DailyTransform.termShift(top20),
                DailyScale.LOGARITHM,
                before
                    .map(terms -> new Evidence.Baseline(Double.NaN, terms.count(), nights))
                    .orElse(Evidence.Baseline.NONE),
                Evidence.Change.none(Evidence.ChangeKind.RATIO))
            .risesOnly();
    return shift.isEmpty()
        ? evidence
        : evidence.withDistribution(
            new TreeMap<>(), NamedTerms.of(shift.get(), before.get(), tonight));
  }

  /** The shift of every term's document frequency. */
  public static TermShift shift(TermCounts tonight, TermCounts before) {
    AlignedTerms aligned = new AlignedTerms();
    before.forEachPair(tonight, aligned::add);
    return TermShift.between(
        aligned.buckets(), aligned.first(), before.count(), aligned.second(), tonight.count());
  }
}

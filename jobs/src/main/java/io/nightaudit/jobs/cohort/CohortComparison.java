package io.nightaudit.jobs.cohort;

import io.nightaudit.jobs.comparison.CohortEvidence;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.Evidence.ChangeKind;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.PairedSums;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.BinomialInterval;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.MeanInterval;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Summary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A candidate against the baseline: as they are, at the baseline's mix, and question by question.
 */
public final class CohortComparison {
  private final Cohort baseline;
  private final Cohort candidate;
  private final List<List<String>> levels;
  private final SortedMap<Measure, PairedSums> pairs;
  private final SortedMap<Measure, Evidence> evidence;

  /**
   * A comparison.
   *
   * @param levels dimensions over which the mix may be held fixed, the best first; the first of
   *     them with strata in common counts
   * @param pairs sums over questions that both answered
   */
  public CohortComparison(
      Cohort baseline,
      Cohort candidate,
      List<List<String>> levels,
      SortedMap<Measure, PairedSums> pairs) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.levels = List.copyOf(levels);
    this.pairs = new TreeMap<>(pairs);
    this.evidence = CohortEvidence.of(candidate.whole(), baseline.whole());
  }

  public Cohort baseline() {
    return baseline;
  }

  public Cohort candidate() {
    return candidate;
  }

  /** Every measure that the candidate has a value of. */
  public SortedMap<Measure, Evidence> evidence() {
    return evidence;
  }

  /** How many values of a measure the baseline has. */
  public long baselineValues(Measure measure) {
    return baseline.summary(Slice.ALL, measure.name()).map(Summary::count).orElse(0L);
  }

  /** All values of one with all of the other; empty where no interval is known for the measure. */
  public Optional<Contrast> plain(Measure measure, double confidence) {
    Evidence found = evidence.get(measure);
    if (found == null || found.baseline().n() == 0) {
      return Optional.empty();
    }
    Contrasts contrasts = new Contrasts(found.change().kind(), confidence);
    if (found.numerator() >= 0) {
      return Optional.of(contrasts.plain(share(found.value(), found.n()), before(found)));
    }
    if (measure.metric().extraction() instanceof Extraction.Quantile quantile) {
      return quantile(contrasts, quantile);
    }
    StratumMoments now = Stratum.moments(candidate.summary(Slice.ALL, measure.name()));
    StratumMoments before = Stratum.moments(baseline.summary(Slice.ALL, measure.name()));
    return histogram(measure.name()).isPresent() && now.n() > 1 && before.n() > 1
        ? Optional.of(contrasts.plain(now, before))
        : Optional.empty();
  }

  private static StratumMoments before(Evidence found) {
    return share(found.baseline().value(), found.baseline().n());
  }

  private static StratumMoments share(double value, long n) {
    return StratumMoments.rate(Math.round(value * n), n);
  }

  private Optional<Contrast> quantile(Contrasts contrasts, Extraction.Quantile quantile) {
    Summary now = candidate.summary(Slice.ALL, quantile.source()).orElse(null);
    Summary before = baseline.summary(Slice.ALL, quantile.source()).orElse(null);
    return now instanceof LogHistogram first && before instanceof LogHistogram second
        ? Optional.of(contrasts.quantile(first, second, quantile.rank()))
        : Optional.empty();
  }

  /** At the mix of the baseline; empty where the two have no strata, or none in common. */
  public Optional<Contrast> standardized(Measure measure, double confidence) {
    Evidence found = evidence.get(measure);
    if (found == null || !isShareOrMean(measure)) {
      return Optional.empty();
    }
    for (List<String> level : levels) {
      List<Stratum> strata = strata(level, measure);
      List<Stratum> common = strata.stream().filter(Stratum::inCommon).toList();
      if (strata.size() > 1 && !common.isEmpty()) {
        return Optional.of(
            new Contrasts(kind(found), confidence).standardized(common, coverage(common, strata)));
      }
    }
    return Optional.empty();
  }

  private boolean isShareOrMean(Measure measure) {
    return Stratum.moments(candidate.summary(Slice.ALL, measure.name())).n() > 1;
  }

  private static ChangeKind kind(Evidence found) {
    return found.change().kind();
  }

  private List<Stratum> strata(List<String> level, Measure measure) {
    Set<Slice> slices = new LinkedHashSet<>(baseline.strata(level));
    slices.addAll(candidate.strata(level));
    List<Stratum> strata = new ArrayList<>();
    for (Slice slice : slices.stream().sorted().toList()) {
      strata.add(
          new Stratum(
              Stratum.moments(candidate.summary(slice, measure.name())),
              Stratum.moments(baseline.summary(slice, measure.name()))));
    }
    return strata;
  }

  private static double coverage(List<Stratum> common, List<Stratum> all) {
    double whole = all.stream().mapToLong(stratum -> stratum.before().n()).sum();
    return common.stream().mapToLong(stratum -> stratum.before().n()).sum() / whole;
  }

  /** Within the questions that both answered; empty where there is none. */
  public Optional<Contrast> paired(Measure measure, double confidence) {
    Evidence found = evidence.get(measure);
    PairedSums sums = pairs.get(measure);
    return found == null || sums == null || sums.n() < 2
        ? Optional.empty()
        : Optional.of(new Contrasts(kind(found), confidence).paired(sums.moments(), Double.NaN));
  }

  /** The interval of the candidate's own value; empty where none is known for the measure. */
  public Optional<Interval> own(Measure measure, double confidence) {
    Evidence found = evidence.get(measure);
    if (found == null) {
      return Optional.empty();
    }
    Contrasts contrasts = new Contrasts(kind(found), confidence);
    if (found.numerator() >= 0) {
      return Optional.of(BinomialInterval.WILSON.of(found.numerator(), found.n(), confidence));
    }
    if (measure.metric().extraction() instanceof Extraction.Quantile quantile) {
      return histogram(quantile.source()).map(h -> contrasts.limits(h, quantile.rank()));
    }
    return histogram(measure.name())
        .filter(h -> h.count() > 1)
        .map(h -> MeanInterval.of(h.count(), h.mean(), h.variance(), confidence));
  }

  private Optional<LogHistogram> histogram(String name) {
    return candidate
        .summary(Slice.ALL, name)
        .filter(LogHistogram.class::isInstance)
        .map(LogHistogram.class::cast);
  }

  /** On how many questions a measure differs; empty where there is none that both answered. */
  public Optional<Mismatch> mismatch(Measure measure, double confidence) {
    return Optional.ofNullable(pairs.get(measure))
        .map(
            sums ->
                new Mismatch(
                    sums.changed(),
                    sums.n(),
                    BinomialInterval.WILSON.of(sums.changed(), sums.n(), confidence)));
  }
}

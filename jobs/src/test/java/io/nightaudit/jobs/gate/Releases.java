package io.nightaudit.jobs.gate;

import io.nightaudit.jobs.cohort.Cohort;
import io.nightaudit.jobs.cohort.CohortComparison;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.PairedSums;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Releases of tests, built of summaries. */
final class Releases {
  static final Measure CORRECT = Measure.parse("scores.correct");
  static final Measure DURATION = Measure.parse("duration_ms");

  private final List<ProfileRow> rows = new ArrayList<>();
  private final SortedMap<Measure, PairedSums> pairs = new TreeMap<>();

  /** So many right answers of so many, of a release as a whole. */
  Releases correct(String release, long right, long of) {
    row(Slice.of("release", release), "interactions", new Rate(of, of, 0));
    return row(Slice.of("release", release), CORRECT.name(), new Rate(right, of, 0));
  }

  /** So many right answers of so many, in one stratum. */
  Releases correctIn(String topic, String release, long right, long of) {
    return row(
        Slice.of("release", release, "topic", topic), CORRECT.name(), new Rate(right, of, 0));
  }

  /** Durations of a release. */
  Releases durations(String release, double... milliseconds) {
    LogHistogram.Accumulator values = new LogHistogram.Accumulator(3);
    for (double value : milliseconds) {
      values.add(value);
    }
    return row(Slice.of("release", release), DURATION.name(), values.build());
  }

  /** Questions that both answered once: right by one alone, by the other alone, and all. */
  Releases paired(Measure measure, long candidateAlone, long baselineAlone, long both, long all) {
    long a = candidateAlone + both;
    long b = baselineAlone + both;
    pairs.put(
        measure,
        new PairedSums(
            0,
            all,
            candidateAlone + baselineAlone,
            BigInteger.valueOf(a),
            BigInteger.valueOf(b),
            BigInteger.valueOf(a),
            BigInteger.valueOf(b),
            BigInteger.valueOf(both)));
    return this;
  }

  private Releases row(Slice slice, String metric, Summary summary) {
    rows.add(
        new ProfileRow(
            0, slice.key(), metric, summary.count(), summary.missing(), "", summary.toBytes()));
    return this;
  }

  CohortComparison compare(String baseline, String candidate) {
    return new CohortComparison(
        new Cohort("release", baseline, rows),
        new Cohort("release", candidate, rows),
        List.of(List.of("topic")),
        pairs);
  }
}

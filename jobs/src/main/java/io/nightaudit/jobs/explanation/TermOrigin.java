package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.comparison.TermStatistic;
import io.nightaudit.jobs.explanation.ExplainedFigure.Input;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.metrics.distance.TermShift;
import io.nightaudit.metrics.summary.TermCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Unusual words: the scores of the strongest buckets, and no word. */
record TermOrigin(TermCounts tonight, Optional<TermCounts> before) {
  Recomputation recomputation() {
    List<Input> inputs =
        List.of(
            Recomputations.count("texts tonight", tonight.count()),
            Recomputations.count("texts before", before.map(TermCounts::count).orElse(0L)),
            Recomputations.count("without a text", tonight.missing()),
            Recomputations.count("buckets of words and word pairs", tonight.buckets()));
    return before
        .map(terms -> shift(inputs, TermStatistic.shift(tonight, terms)))
        .orElseGet(
            () ->
                new Recomputation(
                    inputs, List.of("there is no night before to compare words with"), Double.NaN));
  }

  private static Recomputation shift(List<Input> inputs, TermShift shift) {
    double[] scores = shift.strongestZ();
    double sum = 0;
    for (double z : scores) {
      sum += z * z;
    }
    double mean = sum / scores.length;
    String strongest =
        Arrays.stream(scores).mapToObj(z -> Digits.exactly(2, z)).collect(Collectors.joining("; "));
    return new Recomputation(
        inputs,
        List.of(
            "z-scores of the strongest buckets: " + strongest,
            "Σ z² / %s = %s / %s = %s"
                .formatted(scores.length, Exact.number(sum), scores.length, Exact.number(mean))),
        mean);
  }
}

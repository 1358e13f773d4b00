package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.GateReport.Comparison;
import io.nightaudit.jobs.report.GateReport.MetricEntry;
import io.nightaudit.jobs.report.wording.ChangeText;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the table in the terminal and the page have in common: how the gate's findings are said. */
final class GateWords {
  private GateWords() {}

  static Mark mark(String outcome) {
    return switch (outcome) {
      case "PASSES" -> new Mark("Passes", "circle", "quiet");
      case "FAILS" -> new Mark("Fails", "square", "breach");
      default -> new Mark("Undecided", "dashed", "warning");
    };
  }

  /** The answer in one sentence. */
  static String headline(GateReport report) {
    if (report.reliance().contractBroken()) {
      return "The archive breaks its contract, so nothing passes: %s."
          .formatted(Sentences.list(report.reliance().reasons()));
    }
    long passing = report.candidates().stream().filter(GateReport.Candidate::passes).count();
    int all = report.candidates().size();
    if (all == 1) {
      return passing == 1 ? "The candidate passes." : "The candidate does not pass.";
    }
    return passing == all
        ? "All %s candidates pass.".formatted(all)
        : "%s of %s candidates %s.".formatted(passing, all, passing == 1 ? "passes" : "pass");
  }

  static String nights(GateReport report) {
    GateReport.Identity identity = report.identity();
    return identity.nights() == 1
        ? "night of " + Nights.full(identity.from())
        : Nights.full(identity.from()) + " to " + Nights.full(identity.to());
  }

  /** How the error is divided. */
  static String split(GateReport report) {
    GateReport.Split split = report.split();
    String all = GateMethod.confidence(split.confidence());
    return split.comparisons() == 1
        ? "Intervals have a confidence of %s.".formatted(all)
        : "Intervals have a confidence of %s each, so that all %s hold together with %s (Bonferroni)."
            .formatted(GateMethod.confidence(split.each()), split.comparisons(), all);
  }

  static String harm(MetricEntry metric) {
    return FigureView.harm(metric.harm()) + ", material from " + metric.material();
  }

  static Quantity quantity(MetricEntry metric) {
    return Quantity.of(metric.metric(), metric.unit());
  }

  static String basis(MetricEntry metric) {
    return switch (metric.counts().orElse("")) {
      case "PAIRED" -> "paired";
      case "STANDARDIZED" -> "same mix";
      case "PLAIN" -> "as it is";
      default -> "";
    };
  }

  /** What is compared with what, at length. */
  static String basis(Optional<String> counts, Optional<Comparison> counting) {
    return switch (counts.orElse("")) {
      case "PAIRED" ->
          "Within %s equal questions".formatted(Digits.whole(counting.orElseThrow().n()));
      case "STANDARDIZED" -> "At the baseline's mix";
      case "PLAIN" -> "As they are";
      default -> "Not compared";
    };
  }

  /** A change with its interval in brackets. */
  static String change(Quantity quantity, Comparison comparison) {
    return ChangeText.of(quantity, comparison.change())
        + ChangeText.interval(quantity, comparison.change())
            .map(interval -> " (" + interval + ")")
            .orElse("");
  }

  /** The comparisons that do not count, and how many questions differ. */
  static List<String> beside(MetricEntry metric) {
    Quantity quantity = quantity(metric);
    List<String> beside = new ArrayList<>();
    other(metric, "PAIRED", metric.paired(), "On %s equal questions")
        .ifPresent(found -> beside.add(found));
    other(metric, "STANDARDIZED", metric.standardized(), "At the baseline's mix")
        .ifPresent(found -> beside.add(found));
    other(metric, "PLAIN", metric.plain(), "As they are").ifPresent(found -> beside.add(found));
    coverage(metric).ifPresent(beside::add);
    metric
        .mismatch()
        .filter(mismatch -> quantity == Quantity.SHARE || metric.metric().startsWith("scores."))
        .map(GateWords::mismatch)
        .ifPresent(beside::add);
    return beside;
  }

  private static Optional<String> other(
      MetricEntry metric, String basis, Optional<Comparison> comparison, String title) {
    return comparison
        .filter(found -> !metric.counts().equals(Optional.of(basis)))
        .filter(found -> !said(metric, found))
        .map(
            found ->
                title.formatted(Digits.whole(found.n()))
                    + ": "
                    + change(quantity(metric), found)
                    + ".");
  }

  /** Whether a comparison comes to the same change as the one that counts. */
  private static boolean said(MetricEntry metric, Comparison other) {
    Quantity quantity = quantity(metric);
    return metric
        .counting()
        .filter(
            counting ->
                ChangeText.of(quantity, counting.change())
                    .equals(ChangeText.of(quantity, other.change())))
        .isPresent();
  }

  private static Optional<String> coverage(MetricEntry metric) {
    return metric
        .counting()
        .flatMap(Comparison::coverage)
        .filter(share -> share < 1)
        .map(
            share ->
                "The candidate answered %s of the baseline's mix."
                    .formatted(Quantity.SHARE.value(share)));
  }

  private static String mismatch(GateReport.Mismatch mismatch) {
    return "Differs on %s of %s equal questions: %s (%s)."
        .formatted(
            Digits.whole(mismatch.changed()),
            Digits.whole(mismatch.pairs()),
            Quantity.SHARE.value(mismatch.share()),
            Quantity.SHARE.interval(mismatch.interval().low(), mismatch.interval().high()));
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.GateReport.Candidate;
import io.nightaudit.jobs.report.GateReport.Comparison;
import io.nightaudit.jobs.report.GateReport.OtherEntry;
import io.nightaudit.jobs.report.wording.ChangeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A figure that is no gate and differs materially, in words: by the comparison that counts, and
 * where there is none, as a mix, by its distance.
 */
record GateMoved(Report.Figure figure, Optional<String> counts, Optional<Comparison> counting) {
  private static final String NONE = "–";

  /** Those of a candidate, in the order of the catalogue. */
  static List<GateMoved> of(GateReport report, Candidate candidate) {
    Map<String, Report.Figure> figures =
        report.figures().stream()
            .collect(Collectors.toMap(Report.Figure::id, Function.identity(), (a, b) -> a));
    Map<String, OtherEntry> others =
        candidate.others().stream()
            .collect(Collectors.toMap(OtherEntry::figure, Function.identity(), (a, b) -> a));
    return candidate.moved().stream()
        .map(
            id ->
                new GateMoved(figures.get(id), others.get(id).counts(), others.get(id).counting()))
        .toList();
  }

  private Quantity quantity() {
    return Quantity.of(figure.metric(), figure.unit());
  }

  String value() {
    return counting.map(Comparison::value).or(figure::value).map(quantity()::value).orElse(NONE);
  }

  String n() {
    return "n " + Digits.whole(counting.map(Comparison::n).orElse(figure.n()));
  }

  String baseline() {
    return counting.map(found -> quantity().value(found.baseline())).orElse(NONE);
  }

  String baselineN() {
    return counting.map(found -> "n " + Digits.whole(found.baselineN())).orElse("");
  }

  String change() {
    return counting.map(found -> ChangeText.of(quantity(), found.change())).orElse("distance");
  }

  String interval() {
    return counting.flatMap(found -> ChangeText.interval(quantity(), found.change())).orElse("");
  }

  String basis() {
    return counting.isEmpty() ? "As they are" : GateWords.basis(counts, counting);
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.Report.NightMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of a report, their copies, and findings of them. */
final class FigureFixture {
  private FigureFixture() {}

  static Figure of(Figure f, String id, Map<String, String> slice, String title) {
    return copy(f, id, slice, title, f.minimumDetectable(), f.placebo());
  }

  static Figure of(
      Figure f,
      Optional<SelfReport.MinimumDetectable> detectable,
      Optional<SelfReport.StreamPlacebo> placebo) {
    return copy(f, f.id(), f.slice(), f.sliceTitle(), detectable, placebo);
  }

  /** A finding of a figure. */
  static FindingEntry finding(Figure figure, String verdict, String sentence, String began) {
    return new FindingEntry(
        "finding of " + figure.id(),
        figure.metric(),
        figure.slice(),
        figure.sliceTitle(),
        verdict,
        "UNKNOWN",
        began,
        began,
        "score",
        sentence,
        "evidence of " + figure.id(),
        figure.id(),
        List.of(new NightMark("2023-06-24", "alarm")),
        Optional.empty(),
        List.of());
  }

  static Figure figure(Report report, String id) {
    return report.figures().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private static Figure copy(
      Figure f,
      String id,
      Map<String, String> slice,
      String title,
      Optional<SelfReport.MinimumDetectable> detectable,
      Optional<SelfReport.StreamPlacebo> placebo) {
    return new Figure(
        id,
        f.metric(),
        f.title(),
        f.family(),
        slice,
        title,
        f.value(),
        f.unit(),
        f.n(),
        f.numerator(),
        f.interval(),
        f.baseline(),
        f.change(),
        f.distance(),
        f.verdict(),
        f.reason(),
        f.score(),
        f.harm(),
        f.material(),
        f.band(),
        f.series(),
        f.distribution(),
        f.releaseChanges(),
        f.formula(),
        detectable,
        placebo);
  }
}

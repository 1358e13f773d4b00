package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.ReleaseEntry;
import io.nightaudit.jobs.report.Report.ReleaseFigure;
import io.nightaudit.jobs.report.wording.ChangeText;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every release by route, and each against the one before. */
final class ReleaseView {
  private ReleaseView() {}

  static Map<String, Object> of(Report report) {
    List<Object> rows = new ArrayList<>();
    List<Object> comparisons = new ArrayList<>();
    for (ReleaseEntry entry : report.releases()) {
      rows.add(row(entry));
      if (!entry.comparison().isEmpty()) {
        comparisons.add(comparison(entry));
      }
    }
    return new Fields()
        .put("rows", rows)
        .put("comparisons", comparisons)
        .put("sentence", sentence(report.releases()))
        .map();
  }

  private static String sentence(List<ReleaseEntry> releases) {
    List<ReleaseEntry> later = releases.stream().filter(r -> !r.previous().isEmpty()).toList();
    if (releases.isEmpty()) {
      return "No release was seen.";
    }
    if (later.isEmpty()) {
      return "No route was answered by another release within the history.";
    }
    List<String> changes =
        later.stream().map(r -> r.routeTitle() + " on " + Nights.brief(r.firstNight())).toList();
    return "Another release began to answer: " + Sentences.list(changes, 6) + ".";
  }

  private static Map<String, Object> row(ReleaseEntry entry) {
    return new Fields()
        .put("route", entry.routeTitle())
        .put("release", entry.release())
        .put("nights", Nights.range(entry.firstNight(), entry.lastNight()))
        .put("count", Sentences.count(entry.nights(), "night"))
        .put("interactions", Digits.whole(entry.interactions()))
        .put("tonight", Digits.whole(entry.tonight()))
        .put("previous", entry.previous().isEmpty() ? "–" : entry.previous())
        .put("state", state(entry))
        .put("verdict", entry.verdict().isEmpty() ? "" : Mark.words(entry.verdict()))
        .put("good", entry.lastKnownGood())
        .map();
  }

  private static String state(ReleaseEntry entry) {
    return switch (entry.state()) {
      case "KEPT" -> entry.tonight() > 0 ? "Kept, serves" : "Kept";
      case "SERVING" -> "Serves";
      default -> "Gone";
    };
  }

  private static Map<String, Object> comparison(ReleaseEntry entry) {
    List<Object> rows = new ArrayList<>();
    for (ReleaseFigure figure : entry.comparison()) {
      Quantity quantity = Quantity.of(figure.metric(), figure.unit());
      rows.add(
          new Fields()
              .put("title", figure.title())
              .put("before", quantity.value(figure.before()))
              .put("beforeN", "n " + Digits.whole(figure.nBefore()))
              .put("value", quantity.value(figure.value()))
              .put("n", "n " + Digits.whole(figure.n()))
              .put("change", ChangeText.of(quantity, figure.change()))
              .put("changeInterval", ChangeText.interval(quantity, figure.change()).orElse(""))
              .map());
    }
    return new Fields()
        .put("route", entry.routeTitle())
        .put("release", entry.release())
        .put("previous", entry.previous())
        .put("rows", rows)
        .map();
  }
}

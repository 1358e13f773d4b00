package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.SelfReport.Ranking;
import io.nightaudit.jobs.report.SelfReport.Unusual;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is unusual tonight, the least likely first. */
final class UnusualView {
  private static final int SHOWN = 20;
  private static final double SMALLEST_PRINTED = 0.0001;

  private UnusualView() {}

  static Map<String, Object> of(Report report) {
    Ranking ranking = report.ranking();
    Set<String> figures =
        report.figures().stream().map(Report.Figure::id).collect(Collectors.toSet());
    Set<String> found = UnusualAnswer.found(report.figures(), report.findings());
    List<Object> rows =
        ranking.unusual().stream()
            .limit(SHOWN)
            .<Object>map(
                unusual ->
                    row(
                        unusual,
                        figures.contains(unusual.figure()),
                        found.contains(unusual.figure())))
            .toList();
    return new Fields().put("intro", intro(ranking)).put("rows", rows).map();
  }

  private static String intro(Ranking ranking) {
    if (ranking.tests() == 0) {
      return "No figure has a score tonight, so nothing could be ranked.";
    }
    int all = ranking.unusual().size();
    String tests = Sentences.count(ranking.tests(), "figure");
    if (all == 0) {
      return "Nothing stands out among " + tests + ".";
    }
    return "%s of %s %s out tonight%s. This is information, not an alarm: about %s of these may be chance."
        .formatted(
            Digits.whole(all),
            tests,
            all == 1 ? "stands" : "stand",
            all > SHOWN ? "; the first " + SHOWN + " are shown" : "",
            share(ranking.q()));
  }

  /** A share of one in ten in words, any other in percent. */
  static String share(double q) {
    return q == 0.1 ? "one in ten" : Quantity.SHARE.value(q);
  }

  private static Map<String, Object> row(Unusual unusual, boolean linked, boolean found) {
    Quantity quantity = Quantity.of(unusual.metric(), unusual.unit());
    return new Fields()
        .put("figure", unusual.figure())
        .put("link", linked ? Anchors.explained(unusual.figure()) : "")
        .put("title", unusual.title())
        .put("slice", unusual.sliceTitle())
        .put("value", quantity.value(unusual.value()))
        .put("expected", quantity.value(unusual.expected()))
        .put("score", Digits.signed(Digits.exactly(1, unusual.z())))
        .put("direction", unusual.direction())
        .put("chance", chance(unusual.adjustedP()))
        .put("found", found)
        .map();
  }

  private static String chance(double p) {
    return p < SMALLEST_PRINTED ? "below 0.0001" : Digits.significant(2, p);
  }
}

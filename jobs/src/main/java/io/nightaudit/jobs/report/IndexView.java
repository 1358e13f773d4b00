package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where {@code report.json} holds what has an id, and the ids that are not in a table of figures.
 */
final class IndexView {
  private IndexView() {}

  static List<Map<String, Object>> of(Report report) {
    return List.of(
        row("findings", report.findings(), Report.FindingEntry::id, Anchors::finding),
        row(
            "recommendations",
            report.recommendations(),
            Report.RecommendationEntry::id,
            Anchors::recommendation),
        counted("figures", report.figures().size()),
        counted("decisions", report.decisions().size()),
        counted("form.register.entries", report.form().register().entries().size()),
        counted("form.catalogue", report.form().catalogue().size()),
        counted("form.limitations", report.form().limitations().size()));
  }

  private static Map<String, Object> counted(String key, int count) {
    return new Fields()
        .put("key", key)
        .put("count", Digits.whole(count))
        .put("links", List.of())
        .map();
  }

  private static <T> Map<String, Object> row(
      String key, List<T> entries, Function<T, String> id, Function<String, String> anchor) {
    return new Fields()
        .put("key", key)
        .put("count", Digits.whole(entries.size()))
        .put(
            "links",
            entries.stream()
                .map(id)
                .map(each -> new Fields().put("id", each).put("anchor", anchor.apply(each)).map())
                .toList())
        .map();
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Report.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How each metric is computed and judged, once for all its figures. */
final class ExplainedView {
  private static final int LINKS = 8;

  private ExplainedView() {}

  static List<Object> of(Report report) {
    Map<String, List<Figure>> metrics = new LinkedHashMap<>();
    report
        .figures()
        .forEach(f -> metrics.computeIfAbsent(f.metric(), metric -> new ArrayList<>()).add(f));
    List<Object> rows = new ArrayList<>();
    metrics.forEach((metric, figures) -> rows.add(row(metric, figures)));
    return rows;
  }

  private static Map<String, Object> row(String metric, List<Figure> figures) {
    Figure first = figures.get(0);
    Set<String> limits = new LinkedHashSet<>();
    figures.forEach(figure -> figure.material().ifPresent(limits::add));
    int more = figures.size() - LINKS;
    return new Fields()
        .put("anchor", Anchors.metric(metric))
        .put("metric", metric)
        .put("title", first.title())
        .put("formula", first.formula())
        .put("unit", FigureView.unit(first))
        .put("harm", FigureView.harm(first.harm()))
        .put("material", limits.isEmpty() ? "none" : String.join(", ", limits))
        .put("links", figures.stream().limit(LINKS).map(FigureView::link).toList())
        .put("more", more > 0 ? "and " + Digits.whole(more) + " more" : "")
        .map();
  }
}

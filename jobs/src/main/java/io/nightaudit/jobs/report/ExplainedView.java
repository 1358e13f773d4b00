package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How each metric is computed and judged, once for all its figures, and one short entry for each
 * figure: what every id of a figure leads to.
 */
final class ExplainedView {
  private static final int LINKS = 8;

  private final Report report;
  private final Set<String> found;

  private ExplainedView(Report report) {
    this.report = report;
    this.found =
        report.findings().stream()
            .map(FindingEntry::figure)
            .collect(Collectors.toUnmodifiableSet());
  }

  static List<Object> of(Report report) {
    return new ExplainedView(report).rows();
  }

  private List<Object> rows() {
    Map<String, List<Figure>> metrics = new LinkedHashMap<>();
    report
        .figures()
        .forEach(f -> metrics.computeIfAbsent(f.metric(), metric -> new ArrayList<>()).add(f));
    List<Object> rows = new ArrayList<>();
    metrics.forEach((metric, figures) -> rows.add(row(metric, figures)));
    return rows;
  }

  private Map<String, Object> row(String metric, List<Figure> figures) {
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
        .put("count", Sentences.count(figures.size(), "figure"))
        .put("entries", figures.stream().filter(this::isLeading).map(this::entry).toList())
        .put("folded", figures.stream().filter(f -> !isLeading(f)).map(this::brief).toList())
        .put("foldedBefore", nights(figures.stream().filter(f -> !isLeading(f)).toList()))
        .put("command", command("ID"))
        .map();
  }

  /** Figures of all traffic and those with a finding stand open; the others are folded. */
  private boolean isLeading(Figure figure) {
    return figure.slice().isEmpty() || found.contains(figure.id());
  }

  private Map<String, Object> entry(Figure figure) {
    return new Fields()
        .put("anchor", Anchors.explained(figure.id()))
        .put("row", Anchors.figure(figure.id()))
        .put("slice", figure.sliceTitle())
        .put("inputs", inputs(figure) + before(figure))
        .put("command", command(figure.id()))
        .map();
  }

  private Map<String, Object> brief(Figure figure) {
    return new Fields()
        .put("anchor", Anchors.explained(figure.id()))
        .put("slice", figure.sliceTitle())
        .put("inputs", inputs(figure))
        .map();
  }

  private String command(String id) {
    return "nightaudit explain %s --night %s".formatted(id, report.identity().night());
  }

  private static String inputs(Figure figure) {
    if (figure.value().isEmpty()) {
      return "no value";
    }
    return figure
        .numerator()
        .map(counted -> Digits.whole(counted) + " of " + Digits.whole(figure.n()))
        .orElse("n " + Digits.whole(figure.n()));
  }

  private static String before(Figure figure) {
    if (figure.value().isEmpty()) {
      return "";
    }
    return figure
        .baseline()
        .map(b -> "; before, %s, n %s".formatted(count(b.nights()), Digits.whole(b.n())))
        .orElse("; nothing before");
  }

  /** How many nights before some figures are compared with, fewest to most. */
  private static String nights(List<Figure> figures) {
    IntSummaryStatistics nights =
        figures.stream()
            .mapToInt(figure -> figure.baseline().map(Report.Baseline::nights).orElse(0))
            .summaryStatistics();
    return nights.getMin() == nights.getMax() || nights.getCount() == 0
        ? count(Math.max(0, nights.getMax()))
        : "%s to %s".formatted(nights.getMin(), count(nights.getMax()));
  }

  private static String count(int nights) {
    return Sentences.count(nights, "night");
  }
}

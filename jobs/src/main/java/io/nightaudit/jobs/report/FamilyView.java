package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.chart.DistributionChart;
import io.nightaudit.jobs.report.chart.NightlyChart;
import io.nightaudit.jobs.report.chart.ShareBars;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of each family: those with findings and those of all traffic in full, the others
 * folded, what could not be computed as one list by reason.
 */
final class FamilyView {
  private static final int CHARTS = 6;
  private static final int NIGHTLY_COLUMNS = 12;
  private static final int FEW_BINS = 8;

  private FamilyView() {}

  static List<Object> of(Report report, Prose prose) throws TemplateModelException {
    LinkedHashSet<String> families = new LinkedHashSet<>();
    report.summary().families().forEach(line -> families.add(line.family()));
    report.figures().forEach(figure -> families.add(figure.family()));
    List<Object> views = new ArrayList<>();
    for (String family : families) {
      List<Figure> figures =
          report.figures().stream().filter(f -> f.family().equals(family)).toList();
      views.add(family(report, family, figures, prose));
    }
    return views;
  }

  static String anchor(String family) {
    return "family-" + Anchors.metric(family).substring("metric-".length());
  }

  private static Map<String, Object> family(
      Report report, String family, List<Figure> figures, Prose prose)
      throws TemplateModelException {
    List<Figure> shown = figures.stream().filter(FamilyView::isShown).sorted(BY_URGENCY).toList();
    List<Figure> folded = figures.stream().filter(f -> isComputed(f) && !isShown(f)).toList();
    List<Figure> nightly =
        shown.stream().filter(f -> f.series().size() > 1).limit(NIGHTLY_COLUMNS).toList();
    return new Fields()
        .put("anchor", anchor(family))
        .put("title", SummaryView.title(family))
        .put("intro", prose.of(intro(report, family)))
        .put("charts", charts(report, shown))
        .put("rows", rows(shown, prose))
        .put("folded", folded(folded, prose))
        .put("foldedCount", folded.size())
        .put("foldedSummary", foldedSummary(folded))
        .put("missing", missing(figures, prose))
        .put("nightly", nightly.isEmpty() ? List.of() : List.of(NightTable.of(nightly)))
        .map();
  }

  private static final Comparator<Figure> BY_URGENCY =
      Comparator.comparingInt(
          figure ->
              switch (figure.verdict()) {
                case "BREACH" -> 0;
                case "WARNING" -> 1;
                case "FAILED" -> 2;
                case "CHANGED" -> 3;
                default -> 4;
              });

  private static boolean isComputed(Figure figure) {
    return !Night.is(figure, Verdict.NOT_COMPUTED);
  }

  private static boolean isShown(Figure figure) {
    return isComputed(figure) && (figure.slice().isEmpty() || isUrgent(figure));
  }

  private static boolean isUrgent(Figure figure) {
    return List.of("BREACH", "WARNING", "FAILED", "CHANGED").contains(figure.verdict());
  }

  private static String intro(Report report, String family) {
    return report.summary().families().stream()
        .filter(line -> line.family().equals(family))
        .map(Report.FamilyLine::sentence)
        .findFirst()
        .orElse("");
  }

  private static List<Object> charts(Report report, List<Figure> shown)
      throws TemplateModelException {
    List<Object> charts = new ArrayList<>();
    for (Figure figure : shown.stream().filter(f -> isDrawn(report, f)).limit(CHARTS).toList()) {
      String id = Anchors.figure(figure.id());
      String title = figure.title() + ", " + figure.sliceTitle();
      Fields fields = FigureTitles.of(report, figure).put("link", FigureView.link(figure));
      fields.drawing(
          "nightly",
          figure.series().size() > 1 ? NightlyChart.panel(id + "-nightly", title, figure) : "");
      fields.drawing("distribution", distribution(id + "-distribution", title, figure));
      charts.add(fields.put("bins", FigureTitles.bins(figure)).map());
    }
    return charts;
  }

  private static boolean isDrawn(Report report, Figure figure) {
    boolean found =
        report.findings().stream().map(FindingEntry::figure).anyMatch(figure.id()::equals);
    return found && (figure.series().size() > 1 || !figure.distribution().isEmpty());
  }

  private static String distribution(String id, String title, Figure figure) {
    if (figure.distribution().isEmpty()) {
      return "";
    }
    boolean names = figure.unit().equals("mix") || figure.distribution().size() <= FEW_BINS / 2;
    return names
        ? ShareBars.draw(id, title, figure.verdict(), figure.distribution())
        : DistributionChart.draw(id, title, figure.verdict(), figure.distribution());
  }

  private static List<Object> rows(List<Figure> figures, Prose prose)
      throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (Figure figure : figures) {
      rows.add(FigureView.of(figure, prose));
    }
    return rows;
  }

  private static List<Object> folded(List<Figure> figures, Prose prose)
      throws TemplateModelException {
    Map<String, List<Object>> slices = new LinkedHashMap<>();
    for (Figure figure : figures) {
      slices
          .computeIfAbsent(figure.sliceTitle(), slice -> new ArrayList<>())
          .add(FigureView.brief(figure, prose));
    }
    List<Object> groups = new ArrayList<>();
    slices.forEach(
        (slice, rows) -> groups.add(new Fields().put("slice", slice).put("rows", rows).map()));
    return groups;
  }

  private static String foldedSummary(List<Figure> folded) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    folded.forEach(f -> counts.merge(Mark.of(f.verdict()).word(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((word, count) -> parts.add(count + " " + word.toLowerCase(Locale.ROOT)));
    return String.join(", ", parts);
  }

  /** What could not be computed, by reason. */
  private static List<Object> missing(List<Figure> figures, Prose prose)
      throws TemplateModelException {
    Map<String, List<Figure>> reasons = new LinkedHashMap<>();
    figures.stream()
        .filter(f -> !isComputed(f))
        .forEach(f -> reasons.computeIfAbsent(f.reason(), r -> new ArrayList<>()).add(f));
    List<Object> rows = new ArrayList<>();
    for (Map.Entry<String, List<Figure>> entry : reasons.entrySet()) {
      List<Object> names = new ArrayList<>();
      for (Figure figure : entry.getValue()) {
        String slice = figure.slice().isEmpty() ? "" : ", " + figure.sliceTitle();
        names.add(
            new Fields()
                .put("anchor", Anchors.figure(figure.id()))
                .put("explained", Anchors.explained(figure.id()))
                .put("id", figure.id())
                .put("title", figure.title() + slice)
                .map());
      }
      rows.add(new Fields().put("reason", prose.of(entry.getKey())).put("figures", names).map());
    }
    return rows;
  }
}

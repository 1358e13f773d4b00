package io.nightaudit.jobs.report.period;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.finding.PeriodMove;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Anchors;
import io.nightaudit.jobs.report.Fields;
import io.nightaudit.jobs.report.Sentences;
import io.nightaudit.jobs.report.chart.NightStrip;
import io.nightaudit.jobs.report.wording.ChangeText;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of a period as rows: all traffic by family, then each route folded. */
final class PeriodFigureView {
  private PeriodFigureView() {}

  static List<Map<String, Object>> of(PeriodReport report) throws TemplateModelException {
    Map<Map<String, String>, List<PeriodReport.FigureEntry>> slices = new LinkedHashMap<>();
    report
        .figures()
        .forEach(
            figure ->
                slices.computeIfAbsent(figure.slice(), slice -> new ArrayList<>()).add(figure));
    List<Map<String, Object>> groups = new ArrayList<>();
    for (List<PeriodReport.FigureEntry> figures : slices.values()) {
      groups.add(
          new Fields()
              .put("title", Mark.capital(figures.get(0).sliceTitle()))
              .put("all", figures.get(0).slice().isEmpty())
              .put("moved", moved(figures))
              .put("rows", rows(figures))
              .map());
    }
    return groups;
  }

  private static String moved(List<PeriodReport.FigureEntry> figures) {
    long moved =
        figures.stream()
            .filter(
                figure ->
                    figure.move().equals(PeriodMove.HARMFUL.name())
                        || figure.move().equals(PeriodMove.MOVED.name()))
            .count();
    return "%s, %s moved".formatted(Sentences.count(figures.size(), "figure"), moved);
  }

  private static List<Map<String, Object>> rows(List<PeriodReport.FigureEntry> figures)
      throws TemplateModelException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PeriodReport.FigureEntry figure : figures) {
      rows.add(row(figure));
    }
    return rows;
  }

  private static Map<String, Object> row(PeriodReport.FigureEntry figure)
      throws TemplateModelException {
    Quantity quantity = Quantity.of(figure.metric(), figure.unit());
    NightStrip strip =
        new NightStrip(
            quantity,
            figure.series().stream().map(PeriodReport.NightValue::value).toList(),
            figure.change().flatMap(change -> figure.before()).map(PeriodReport.Whole::value));
    String anchor = Anchors.figure(figure.id());
    return new Fields()
        .put("id", figure.id())
        .put("anchor", anchor)
        .put("title", figure.title())
        .put("family", Family.valueOf(figure.family()).title())
        .put("gate", figure.gate())
        .put("loud", figure.move().equals(PeriodMove.HARMFUL.name()))
        .put("value", quantity.value(figure.now().value()))
        .put("n", count(figure.now()))
        .put("interval", interval(quantity, Optional.of(figure.now())))
        .put("before", figure.before().map(b -> quantity.value(b.value())).orElse("–"))
        .put("beforeN", figure.before().map(PeriodFigureView::count).orElse(""))
        .put("beforeInterval", interval(quantity, figure.before()))
        .put("change", figure.change().map(c -> ChangeText.of(quantity, c)).orElse("–"))
        .put(
            "changeInterval",
            figure.change().flatMap(c -> ChangeText.interval(quantity, c)).orElse(""))
        .drawing("strip", strip.isDrawn() ? strip.draw(anchor + "-strip", figure.title()) : "")
        .put("scale", strip.isDrawn() ? strip.scaleText() : "")
        .put("mark", mark(figure.move()))
        .put("reason", Sentences.closed(Mark.capital(figure.reason())))
        .put("material", figure.material().orElse("none"))
        .map();
  }

  private static String count(PeriodReport.Whole whole) {
    return whole
        .numerator()
        .map(counted -> Digits.whole(counted) + " of " + Digits.whole(whole.n()))
        .orElse("n " + Digits.whole(whole.n()));
  }

  private static String interval(Quantity quantity, Optional<PeriodReport.Whole> whole) {
    return whole
        .flatMap(PeriodReport.Whole::interval)
        .map(i -> quantity.interval(i.low(), i.high()))
        .orElse("");
  }

  private static Mark mark(String move) {
    return switch (PeriodMove.valueOf(move)) {
      case HARMFUL -> new Mark("Moved towards harm", "square", "breach");
      case MOVED -> new Mark("Moved", "diamond", "changed");
      case NOT_SEEN -> new Mark("No move seen", "circle", "quiet");
      case NOT_COMPARED -> new Mark("Not compared", "bar", "quiet");
    };
  }
}

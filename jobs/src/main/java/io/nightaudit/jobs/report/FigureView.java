package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.Score;
import io.nightaudit.jobs.report.chart.Sparkline;
import io.nightaudit.jobs.report.wording.ChangeText;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One figure as a row. */
final class FigureView {
  private FigureView() {}

  /** The row with its small chart. */
  static Map<String, Object> of(Figure figure, Prose prose) throws TemplateModelException {
    return row(figure, prose)
        .drawing("spark", Sparkline.draw(Anchors.figure(figure.id()) + "-spark", figure))
        .put("scale", Sparkline.scaleText(figure))
        .map();
  }

  /** The row without a chart. */
  static Map<String, Object> brief(Figure figure, Prose prose) throws TemplateModelException {
    return row(figure, prose).map();
  }

  static Map<String, Object> link(Figure figure) {
    return new Fields().put("id", figure.id()).put("anchor", Anchors.explained(figure.id())).map();
  }

  /** The unit in words. */
  static String unit(Figure figure) {
    return switch (figure.unit()) {
      case "share" -> "percent";
      case "ms" -> "duration";
      case "USD" -> "US dollars";
      default -> figure.unit();
    };
  }

  private static Fields row(Figure figure, Prose prose) throws TemplateModelException {
    Quantity quantity = Quantity.of(figure.metric(), figure.unit());
    return new Fields()
        .put("id", figure.id())
        .put("anchor", Anchors.figure(figure.id()))
        .put("explained", Anchors.explained(figure.id()))
        .put("title", figure.title())
        .put("slice", figure.sliceTitle())
        .put("loud", figure.verdict().equals("BREACH"))
        .put("mark", Mark.of(figure.verdict()))
        .put("reason", prose.of(figure.reason()))
        .put("value", figure.value().map(quantity::value).orElse("–"))
        .put("n", count(figure))
        .put(
            "interval", figure.interval().map(i -> quantity.interval(i.low(), i.high())).orElse(""))
        .put("before", figure.baseline().map(b -> quantity.value(b.value())).orElse("–"))
        .put("beforeN", figure.baseline().map(b -> "n " + Digits.whole(b.n())).orElse(""))
        .put("change", figure.change().map(change -> ChangeText.of(quantity, change)).orElse("–"))
        .put(
            "changeInterval",
            figure.change().flatMap(change -> ChangeText.interval(quantity, change)).orElse(""))
        .put("distances", distances(figure))
        .put("score", figure.score().map(FigureView::score).orElse(""))
        .put("material", figure.material().orElse(""))
        .put("harm", harm(figure.harm()))
        .put("detectable", figure.minimumDetectable().map(d -> d.text()).orElse("–"))
        .put("blind", isBlind(figure))
        .put("details", details(figure));
  }

  /** Whether a change of the material size could have gone unseen for two weeks. */
  private static boolean isBlind(Figure figure) {
    return figure
        .minimumDetectable()
        .flatMap(d -> d.seesMaterial())
        .filter(sees -> !sees)
        .isPresent();
  }

  private static List<String> details(Figure figure) {
    List<String> details = new ArrayList<>();
    figure.minimumDetectable().ifPresent(d -> details.add(d.later()));
    figure
        .placebo()
        .ifPresent(
            placebo -> {
              details.add(
                  "without a change: %s false alarms in 30 nights, over %s nights"
                      .formatted(
                          Digits.significant(2, placebo.alarmsPerMonth()), placebo.nights()));
              details.add("dependence of its nights: " + Digits.exactly(2, placebo.dependence()));
            });
    return details;
  }

  private static String count(Figure figure) {
    return figure
        .numerator()
        .map(k -> Digits.whole(k) + " of " + Digits.whole(figure.n()))
        .orElse(figure.n() == 0 ? "" : "n " + Digits.whole(figure.n()));
  }

  /** The distance that policies limit, beside what chance alone would give; a mix is one itself. */
  private static List<String> distances(Figure figure) {
    Double distance = figure.distance().get("jensen_shannon");
    Double floor = figure.distance().get("jensen_shannon_noise_floor");
    return distance == null || floor == null || figure.unit().equals("mix")
        ? List.of()
        : List.of(
            "distance %s, by chance %s"
                .formatted(Digits.significant(2, distance), Digits.significant(2, floor)));
  }

  static String score(Score score) {
    return "score " + Digits.signed(Digits.exactly(1, score.z()));
  }

  static String harm(String harm) {
    return switch (harm) {
      case "INCREASE" -> "a rise is harm";
      case "DECREASE" -> "a fall is harm";
      default -> "either way";
    };
  }
}

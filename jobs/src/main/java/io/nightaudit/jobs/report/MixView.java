package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.CauseReport.Size;
import io.nightaudit.jobs.report.Report.Attribution;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.Part;
import io.nightaudit.jobs.report.chart.SplitChart;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes split into other questions (mix) and other answers to the same ones (behaviour). */
final class MixView {
  private MixView() {}

  static List<Object> of(Report report) throws TemplateModelException {
    List<Object> splits = new ArrayList<>();
    for (Attribution split : report.attribution()) {
      splits.add(split(report, split, "split-" + (splits.size() + 1)));
    }
    return splits;
  }

  private static Map<String, Object> split(Report report, Attribution split, String id)
      throws TemplateModelException {
    Quantity quantity = Quantity.of(split.metric(), split.unit());
    List<Object> parts = new ArrayList<>();
    for (Part part : split.parts()) {
      parts.add(part(part, quantity));
    }
    return new Fields()
        .put("id", id)
        .put("title", title(report, split))
        .put("slice", split.sliceTitle())
        .put("by", Sentences.list(split.by()))
        .put("sentence", sentence(split, quantity))
        .drawing("chart", SplitChart.draw(id, split))
        .put("parts", parts)
        .put("mix", quantity.difference(split.mix()))
        .put("behaviour", quantity.difference(split.behaviour()))
        .map();
  }

  private static String title(Report report, Attribution split) {
    return report.figures().stream()
        .filter(figure -> figure.metric().equals(split.metric()))
        .map(Figure::title)
        .findFirst()
        .orElse(split.metric());
  }

  private static String sentence(Attribution split, Quantity quantity) {
    boolean behaviour = Math.abs(split.behaviour()) > Math.abs(split.mix());
    return "%s: %s in all%s. The mix of %s accounts for %s, behaviour on the same kind for %s.%s"
        .formatted(
            behaviour ? "Behaviour, not mix" : "Mix, not behaviour",
            quantity.difference(split.total()),
            split.since().map(night -> " since " + Nights.brief(night)).orElse(""),
            Sentences.list(split.by()),
            quantity.difference(split.mix()),
            quantity.difference(split.behaviour()),
            split.standardised().map(size -> standardised(size, quantity)).orElse(""));
  }

  private static String standardised(Size size, Quantity quantity) {
    String interval =
        size.low().isPresent() && size.high().isPresent()
            ? " (" + quantity.differences(size.low().get(), size.high().get()) + ")"
            : "";
    return " At the mix of before it would be "
        + quantity.difference(size.value())
        + interval
        + ".";
  }

  private static Map<String, Object> part(Part part, Quantity quantity) {
    return new Fields()
        .put("title", part.title())
        .put("weightBefore", Quantity.SHARE.value(part.weightBefore()))
        .put("weightTonight", Quantity.SHARE.value(part.weightTonight()))
        .put("valueBefore", part.valueBefore().map(quantity::value).orElse("–"))
        .put("valueTonight", part.valueTonight().map(quantity::value).orElse("–"))
        .put("mix", quantity.difference(part.mix()))
        .put("behaviour", quantity.difference(part.behaviour()))
        .map();
  }
}

package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.chart.NightlyChart.Line;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a nightly chart in words, for those who do not see it. */
final class NightlyText {
  private NightlyText() {}

  static String of(List<Line> lines, Quantity quantity) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      Figure figure = line.figure();
      text.append(text.isEmpty() ? "" : " ")
          .append(line.name().isEmpty() ? "" : line.name() + ": ");
      text.append("tonight ").append(figure.value().map(quantity::value).orElse("no value"));
      figure.baseline().ifPresent(b -> text.append(", before ").append(quantity.value(b.value())));
      List<String> nights = new ArrayList<>();
      NightlyChart.recent(figure)
          .forEach(n -> nights.add(Nights.brief(n.night()) + " " + quantity.axis(n.value())));
      text.append(". By night: ").append(String.join("; ", nights)).append('.');
      figure
          .releaseChanges()
          .forEach(
              r -> text.append(" New release on ").append(Nights.brief(r.night())).append('.'));
    }
    return text.toString();
  }
}

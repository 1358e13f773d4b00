package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.NightValue;
import io.nightaudit.jobs.report.chart.NightlyChart;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The nightly values of some figures as a table: one row for each night. */
final class NightTable {
  private NightTable() {}

  static Map<String, Object> of(List<Figure> figures) {
    TreeSet<String> nights = new TreeSet<>();
    figures.forEach(f -> NightlyChart.recent(f).forEach(night -> nights.add(night.night())));
    List<Object> heads = new ArrayList<>();
    for (Figure figure : figures) {
      heads.add(
          new Fields()
              .put("id", figure.id())
              .put("title", figure.title())
              .put("slice", figure.sliceTitle())
              .map());
    }
    List<Object> rows = new ArrayList<>();
    for (String night : nights) {
      List<String> values = figures.stream().map(figure -> value(figure, night)).toList();
      rows.add(new Fields().put("night", Nights.brief(night)).put("values", values).map());
    }
    return new Fields().put("heads", heads).put("rows", rows).map();
  }

  private static String value(Figure figure, String night) {
    return figure.series().stream()
        .filter(value -> value.night().equals(night))
        .map(value -> Quantity.of(figure.metric(), figure.unit()).axis(value.value()) + mark(value))
        .findFirst()
        .orElse("–");
  }

  private static String mark(NightValue value) {
    return switch (value.mark()) {
      case "alarm" -> " ■";
      case "unusual" -> " ▲";
      default -> "";
    };
  }
}

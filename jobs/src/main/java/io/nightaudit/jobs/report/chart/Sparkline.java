package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.NightValue;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;

/** A figure's nights the size of a word, with the usual band, release changes and tonight. */
public final class Sparkline {
  private static final int WIDTH = 150;
  private static final int HEIGHT = 36;
  private static final int MARGIN = 5;

  private Sparkline() {}

  /** The drawing, or nothing where there are fewer than two nights. */
  public static String draw(String id, Figure figure) {
    List<NightValue> nights = NightlyChart.recent(figure);
    if (nights.size() < 2) {
      return "";
    }
    Scale scale = scale(figure, nights);
    Svg svg = Svg.image("spark", id, WIDTH, HEIGHT, figure.title(), description(figure, nights));
    figure
        .band()
        .ifPresent(
            b -> {
              double top = y(scale, b.high());
              svg.rectangle("band", 0, top, WIDTH, Math.max(1, y(scale, b.low()) - top));
            });
    releases(svg, figure, nights);
    svg.group("c-" + Mark.of(figure.verdict()).colour());
    line(svg, scale, nights);
    return svg.end().done();
  }

  /** The scale in words, as it stands below the drawing. */
  public static String scaleText(Figure figure) {
    List<NightValue> nights = NightlyChart.recent(figure);
    if (nights.size() < 2) {
      return "";
    }
    List<Double> ticks = scale(figure, nights).ticks();
    Quantity quantity = Quantity.of(figure.metric(), figure.unit());
    if (quantity == Quantity.SHARE || ticks.size() > 1) {
      return "scale " + quantity.interval(ticks.get(0), ticks.get(ticks.size() - 1));
    }
    return "";
  }

  private static Scale scale(Figure figure, List<NightValue> nights) {
    List<Double> values = new ArrayList<>();
    nights.forEach(night -> values.add(night.value()));
    figure.band().ifPresent(b -> values.addAll(List.of(b.low(), b.high())));
    if (Quantity.of(figure.metric(), figure.unit()) == Quantity.SHARE) {
      return Scale.of(Quantity.SHARE, values);
    }
    double least = values.stream().min(Double::compare).orElseThrow();
    double most = values.stream().max(Double::compare).orElseThrow();
    double room = least == most ? Math.max(1, Math.abs(least)) * 0.1 : 0;
    return Scale.linear(least - room, most + room);
  }

  private static void releases(Svg svg, Figure figure, List<NightValue> nights) {
    for (int i = 1; i < nights.size(); i++) {
      String night = nights.get(i).night();
      if (figure.releaseChanges().stream().anyMatch(change -> change.night().equals(night))) {
        double x = x(i, nights.size());
        svg.line("release", x, 0, x, HEIGHT);
      }
    }
  }

  private static void line(Svg svg, Scale scale, List<NightValue> nights) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < nights.size(); i++) {
      points.add(new double[] {x(i, nights.size()), y(scale, nights.get(i).value())});
    }
    double[] last = points.get(points.size() - 1);
    svg.polyline("line", points);
    svg.mark(nights.get(nights.size() - 1).mark(), last[0], last[1], 7);
  }

  private static double x(int night, int nights) {
    return MARGIN + (WIDTH - 2.0 * MARGIN) * night / (nights - 1);
  }

  private static double y(Scale scale, double value) {
    return HEIGHT - MARGIN - scale.share(value) * (HEIGHT - 2.0 * MARGIN);
  }

  private static String description(Figure figure, List<NightValue> nights) {
    Quantity quantity = Quantity.of(figure.metric(), figure.unit());
    double least = nights.stream().mapToDouble(NightValue::value).min().orElseThrow();
    double most = nights.stream().mapToDouble(NightValue::value).max().orElseThrow();
    NightValue last = nights.get(nights.size() - 1);
    return "%s nights, %s: lowest %s, highest %s, last %s."
        .formatted(
            nights.size(),
            Nights.range(nights.get(0).night(), last.night()),
            quantity.axis(least),
            quantity.axis(most),
            quantity.axis(last.value()));
  }
}

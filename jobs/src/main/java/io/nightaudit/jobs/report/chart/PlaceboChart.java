package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Effect;
import io.nightaudit.jobs.report.Report.Placebo;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The effect of a release among the effects of dates without one, on one line. */
public final class PlaceboChart {
  private static final int TOP = 30;
  private static final int FLOOR = 84;
  private static final int MIDDLE = 58;
  private static final int NEAR = 7;

  private final int width;
  private final Effect effect;
  private final Quantity quantity;
  private final Scale scale;

  private PlaceboChart(int width, Effect effect, List<Placebo> placebos) {
    this.width = width;
    this.effect = effect;
    this.quantity = Quantity.of(effect.metric(), effect.unit());
    List<Double> all = new ArrayList<>(List.of(effect.low(), effect.high(), 0.0));
    all.addAll(List.of(-Math.abs(effect.material()), Math.abs(effect.material())));
    placebos.forEach(placebo -> all.add(placebo.effect()));
    this.scale =
        Scale.linear(
            all.stream().min(Double::compare).orElseThrow(),
            all.stream().max(Double::compare).orElseThrow());
  }

  /** The chart for wide pages and for paper. */
  public static String wide(String id, String verdict, Effect effect, List<Placebo> placebos) {
    return new PlaceboChart(900, effect, placebos)
        .draw("chart only-w", id + "-wide", verdict, placebos);
  }

  /** The chart for phones. */
  public static String narrow(String id, String verdict, Effect effect, List<Placebo> placebos) {
    return new PlaceboChart(350, effect, placebos)
        .draw("chart only-n", id + "-narrow", verdict, placebos);
  }

  private String draw(String style, String id, String colour, List<Placebo> placebos) {
    String title = "Effect of " + Nights.brief(effect.since()) + " against dates without a release";
    Svg svg = Svg.image(style, id, width, 114, title, description(placebos));
    double material = Math.abs(effect.material());
    svg.rectangle("band", x(-material), TOP, x(material) - x(-material), FLOOR - TOP);
    grid(svg);
    placebos(svg, placebos);
    svg.group("c-" + colour);
    svg.line("whisker", x(effect.low()), MIDDLE, x(effect.high()), MIDDLE);
    svg.square("mark", x(effect.value()), MIDDLE, 9);
    String label = Nights.brief(effect.since()) + ": " + quantity.difference(effect.value());
    svg.text("strong colour" + anchor(effect.value()), x(effect.value()), MIDDLE - 12, label);
    svg.end();
    if (!placebos.isEmpty()) {
      svg.text("mid", x(0), 20, placebos.size() + " other dates: largest " + largest(placebos));
    }
    return svg.done();
  }

  private void grid(Svg svg) {
    List<Double> ticks = scale.ticks();
    int every = width < 500 ? (ticks.size() + 4) / 5 : 1;
    for (int i = 0; i < ticks.size(); i++) {
      double tick = ticks.get(i);
      svg.line(tick == 0 ? "axis" : "grid", x(tick), TOP, x(tick), FLOOR);
      if (i % every == 0) {
        String style = i == 0 ? "" : i == ticks.size() - 1 ? "end" : "mid";
        svg.text(style, x(tick), 102, tick == 0 ? "0" : quantity.tick(tick));
      }
    }
  }

  /** Dots that would touch are stacked. */
  private void placebos(Svg svg, List<Placebo> placebos) {
    List<Double> sorted =
        placebos.stream().map(p -> x(p.effect())).sorted(Comparator.naturalOrder()).toList();
    double[] offsets = {0, NEAR, -NEAR, 2 * NEAR, -2 * NEAR};
    double[] free = new double[offsets.length];
    Arrays.fill(free, Double.NEGATIVE_INFINITY);
    for (double x : sorted) {
      int row = 0;
      while (row < offsets.length - 1 && free[row] > x - NEAR) {
        row++;
      }
      free[row] = x;
      svg.circle("past", x, MIDDLE + offsets[row], 3);
    }
  }

  private String anchor(double value) {
    double x = x(value);
    return x < 70 ? "" : x > width - 70 ? " end" : " mid";
  }

  private double x(double value) {
    return 14 + scale.share(value) * (width - 28);
  }

  private String largest(List<Placebo> placebos) {
    double most = placebos.stream().mapToDouble(p -> Math.abs(p.effect())).max().orElse(0);
    return quantity.difference(most).replace("+", "");
  }

  private String description(List<Placebo> placebos) {
    StringBuilder text = new StringBuilder(Nights.brief(effect.since()) + ": ");
    text.append(quantity.difference(effect.value())).append(", 95% interval ");
    text.append(quantity.differences(effect.low(), effect.high())).append('.');
    placebos.forEach(
        p ->
            text.append(' ')
                .append(Nights.brief(p.night()))
                .append(": ")
                .append(quantity.difference(p.effect()))
                .append('.'));
    return text.toString();
  }
}

package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The nights of a period the size of a word: a line that breaks where a night has no value, and a
 * dotted line at the value of the period before.
 */
public final class NightStrip {
  private static final int WIDTH = 150;
  private static final int HEIGHT = 36;
  private static final int MARGIN = 5;

  private final Quantity quantity;
  private final List<Optional<Double>> nights;
  private final Optional<Double> before;
  private final Scale scale;

  /**
   * A strip.
   *
   * @param nights every night of the period in order, without a value where it has none
   * @param before the value of the period before
   */
  public NightStrip(Quantity quantity, List<Optional<Double>> nights, Optional<Double> before) {
    this.quantity = quantity;
    this.nights = List.copyOf(nights);
    this.before = before;
    this.scale = scale();
  }

  /** Whether there is anything to draw. */
  public boolean isDrawn() {
    return nights.size() > 1 && nights.stream().anyMatch(Optional::isPresent);
  }

  /** The drawing; {@code id} is unique within the page. */
  public String draw(String id, String title) {
    Svg svg = Svg.image("spark", id, WIDTH, HEIGHT, title, description());
    before.ifPresent(value -> svg.line("before", 0, y(value), WIDTH, y(value)));
    svg.group("c-quiet");
    for (List<double[]> run : runs()) {
      if (run.size() == 1) {
        svg.circle("mark", run.get(0)[0], run.get(0)[1], 1.6);
      } else {
        svg.polyline("line", run);
      }
    }
    return svg.end().done();
  }

  /** The scale in words, as it stands below the drawing. */
  public String scaleText() {
    List<Double> ticks = scale.ticks();
    return ticks.size() > 1
        ? "scale " + quantity.interval(ticks.get(0), ticks.get(ticks.size() - 1))
        : "";
  }

  private List<List<double[]>> runs() {
    List<List<double[]>> runs = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < nights.size(); i++) {
      if (nights.get(i).isPresent()) {
        if (!open) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(new double[] {x(i), y(nights.get(i).get())});
      }
      open = nights.get(i).isPresent();
    }
    return runs;
  }

  private Scale scale() {
    List<Double> values = new ArrayList<>(known());
    before.ifPresent(values::add);
    if (values.isEmpty() || quantity == Quantity.SHARE) {
      return Scale.of(quantity, values);
    }
    double least = values.stream().min(Double::compare).orElseThrow();
    double most = values.stream().max(Double::compare).orElseThrow();
    double room = least == most ? Math.max(1, Math.abs(least)) * 0.1 : 0;
    return Scale.linear(least - room, most + room);
  }

  private List<Double> known() {
    return nights.stream().flatMap(Optional::stream).toList();
  }

  private double x(int night) {
    return MARGIN + (WIDTH - 2.0 * MARGIN) * night / (nights.size() - 1);
  }

  private double y(double value) {
    return HEIGHT - MARGIN - scale.share(value) * (HEIGHT - 2.0 * MARGIN);
  }

  private String description() {
    List<Double> known = known();
    String missing =
        known.size() == nights.size()
            ? ""
            : ", %s without a value".formatted(nights.size() - known.size());
    return "%s nights%s: lowest %s, highest %s, last %s%s."
        .formatted(
            nights.size(),
            missing,
            quantity.axis(known.stream().min(Double::compare).orElse(0.0)),
            quantity.axis(known.stream().max(Double::compare).orElse(0.0)),
            quantity.axis(known.isEmpty() ? 0 : known.get(known.size() - 1)),
            before.map(value -> "; the period before " + quantity.axis(value)).orElse(""));
  }
}

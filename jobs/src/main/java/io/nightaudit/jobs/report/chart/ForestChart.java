package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Change;
import io.nightaudit.jobs.report.wording.ChangeText;
import java.util.ArrayList;
import java.util.List;

/**
 * The differences of several candidates from one baseline, each with its interval on a line of its
 * own, and the material limits: shaded is where a difference is material harm.
 */
public final class ForestChart {
  private static final int TOP = 26;
  private static final int ROW = 44;

  /**
   * One candidate.
   *
   * @param label its name
   * @param colour the colour of its outcome
   * @param change its difference; without an interval nothing is drawn but the reason
   * @param limit the change that is material harm, with its sign; NaN where there is none
   * @param reason what stands where there is no interval
   */
  public record Line(String label, String colour, Change change, double limit, String reason) {
    boolean drawn() {
      return change != null && change.low().isPresent() && change.high().isPresent();
    }
  }

  private final int width;
  private final Quantity quantity;
  private final List<Line> lines;
  private final Scale scale;

  private ForestChart(int width, Quantity quantity, List<Line> lines) {
    this.width = width;
    this.quantity = quantity;
    this.lines = lines;
    List<Double> all = new ArrayList<>(List.of(0.0));
    for (Line line : lines) {
      if (line.drawn()) {
        all.addAll(List.of(line.change().low().get(), line.change().high().get(), line.limit()));
      }
    }
    this.scale =
        Scale.linear(
            all.stream().min(Double::compare).orElseThrow(),
            all.stream().max(Double::compare).orElseThrow());
  }

  /** Whether there is anything to draw. */
  public static boolean worthDrawing(List<Line> lines) {
    return lines.stream().anyMatch(Line::drawn);
  }

  /** The chart for wide pages and for paper. */
  public static String wide(String id, String title, Quantity quantity, List<Line> lines) {
    return new ForestChart(900, quantity, lines).draw("chart only-w", id + "-wide", title);
  }

  /** The chart for phones. */
  public static String narrow(String id, String title, Quantity quantity, List<Line> lines) {
    return new ForestChart(350, quantity, lines).draw("chart only-n", id + "-narrow", title);
  }

  private String draw(String style, String id, String title) {
    int floor = TOP + ROW * lines.size();
    Svg svg = Svg.image(style, id, width, floor + 24, title, description());
    grid(svg, floor);
    for (int i = 0; i < lines.size(); i++) {
      line(svg, lines.get(i), TOP + ROW * i);
    }
    return svg.done();
  }

  private void grid(Svg svg, int floor) {
    List<Double> ticks = scale.ticks();
    int every = width < 500 ? (ticks.size() + 4) / 5 : 1;
    svg.text(x(0) < 60 ? "" : x(0) > width - 60 ? "end" : "mid", x(0), 14, "baseline");
    for (int i = 0; i < ticks.size(); i++) {
      double tick = ticks.get(i);
      svg.line(tick == 0 ? "axis" : "grid", x(tick), TOP - 6, x(tick), floor);
      if (i % every == 0) {
        String anchor = i == 0 ? "" : i == ticks.size() - 1 ? "end" : "mid";
        svg.text(anchor, x(tick), floor + 16, tick == 0 ? "0" : tick(tick));
      }
    }
  }

  private void line(Svg svg, Line line, double top) {
    int letters = width < 500 ? 46 : 80;
    if (!line.drawn()) {
      svg.text("", 0, top + 12, Svg.shorten(line.label(), letters));
      svg.text("", 0, top + 28, Svg.shorten(line.reason(), width < 500 ? 58 : 130));
      return;
    }
    double middle = top + 27;
    boolean falls = line.limit() < 0;
    double from = falls ? 0 : x(line.limit());
    svg.rectangle("band", from, top + 18, (falls ? x(line.limit()) : width) - from, 18);
    svg.line("release", x(line.limit()), top + 16, x(line.limit()), top + 38);
    svg.group("c-" + line.colour());
    svg.line(
        "whisker", x(line.change().low().get()), middle, x(line.change().high().get()), middle);
    svg.square("mark", x(line.change().value()), middle, 9);
    svg.text("strong colour", 0, top + 12, Svg.shorten(line.label(), letters));
    svg.end();
  }

  private double x(double value) {
    return 10 + scale.share(value) * (width - 20);
  }

  /** Shares and ratios are ticked in percent points and percent. */
  private String tick(double value) {
    String kind = kind();
    return kind.equals("difference")
        ? quantity.tick(value)
        : Quantity.SHARE.tick(value) + (kind.equals("ratio") ? "%" : "");
  }

  private String kind() {
    return lines.stream().filter(Line::drawn).findFirst().orElseThrow().change().kind();
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.label()).append(": ");
      text.append(
          line.drawn()
              ? ChangeText.of(quantity, line.change())
                  + ", interval "
                  + ChangeText.interval(quantity, line.change()).orElseThrow()
                  + ", material harm from "
                  + quantity.change(kind(), line.limit())
              : line.reason());
      text.append(". ");
    }
    return text.toString().strip();
  }
}

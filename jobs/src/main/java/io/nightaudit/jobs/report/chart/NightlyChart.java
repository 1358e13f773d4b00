package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.NightValue;
import io.nightaudit.jobs.report.Report.ReleaseChange;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One value a night: a shaded band where 19 of 20 nights fall, a dotted line at the mean before, a
 * dashed line where the release changes, squares at alarms, labels at the lines.
 */
public final class NightlyChart {
  /** Nights further back are left to {@code report.json}. */
  public static final int LONGEST = 60;

  private static final int LABEL_HEIGHT = 34;

  private final Frame frame;
  private final List<Line> lines;
  private final Quantity quantity;
  private final Scale scale;
  private final long firstDay;
  private final long lastDay;

  /** One figure as a line, with the name that stands at it. */
  public record Line(String name, Figure figure) {}

  private NightlyChart(Frame frame, List<Line> lines) {
    this.frame = frame;
    this.lines = List.copyOf(lines);
    this.quantity = Quantity.of(lines.get(0).figure().metric(), lines.get(0).figure().unit());
    this.scale = Scale.of(quantity, shown(lines));
    List<Long> days = lines.stream().flatMap(l -> days(l.figure()).stream()).toList();
    this.firstDay = days.stream().min(Long::compare).orElse(0L);
    this.lastDay = days.stream().max(Long::compare).orElse(0L);
  }

  /** The chart for wide pages and for paper. */
  public static String wide(String id, String title, List<Line> lines) {
    return new NightlyChart(Frame.WIDE, lines).draw(id + "-wide", title);
  }

  /** The chart for phones. */
  public static String narrow(String id, String title, List<Line> lines) {
    return new NightlyChart(Frame.NARROW, lines).draw(id + "-narrow", title);
  }

  /** A small chart of one figure, to stand beside others. */
  public static String panel(String id, String title, Figure figure) {
    return new NightlyChart(Frame.PANEL, List.of(new Line("", figure))).draw(id + "-panel", title);
  }

  /** The last nights of a figure, as far as charts and tables show them. */
  public static List<NightValue> recent(Figure figure) {
    List<NightValue> series = figure.series();
    return series.subList(Math.max(0, series.size() - LONGEST), series.size());
  }

  private String draw(String id, String title) {
    Svg svg =
        Svg.image(
            frame.style, id, frame.width, frame.height, title, NightlyText.of(lines, quantity));
    grid(svg);
    releases(svg);
    List<Double> heights = labelHeights();
    for (int i = 0; i < lines.size(); i++) {
      line(svg, lines.get(i), heights.get(i), i);
    }
    return svg.done();
  }

  private void grid(Svg svg) {
    for (double tick : scale.ticks()) {
      double y = frame.y(scale.share(tick));
      svg.line("grid", frame.left, y, frame.x(1), y);
      svg.text("end", frame.left - 6, y + 4, quantity.axis(tick));
    }
    long span = lastDay - firstDay;
    long labels = frame == Frame.WIDE ? 5 : 2;
    long step = span >= 21 ? Math.max(7, span / labels) : Math.max(1, (span + 2) / 3);
    for (long day = firstDay; day <= lastDay; day += step) {
      boolean last = day + step > lastDay;
      String style = day == firstDay ? "" : last && lastDay - day < 2 ? "end" : "mid";
      svg.text(style, x(day), frame.height - 6, Nights.brief(date(day)));
    }
  }

  private void releases(Svg svg) {
    TreeSet<String> nights = new TreeSet<>();
    lines.forEach(
        l -> l.figure().releaseChanges().stream().map(ReleaseChange::night).forEach(nights::add));
    nights.removeIf(night -> Nights.day(night).filter(d -> d > firstDay && d <= lastDay).isEmpty());
    for (String night : nights) {
      double x = x(Nights.day(night).orElseThrow());
      double top = frame == Frame.NARROW ? frame.top - 6 : 14;
      svg.line("release", x, top, x, frame.y(0));
      if (night.equals(nights.last())) {
        svg.text("end", x - 5, top + 2, "new release, " + Nights.brief(night));
      }
    }
  }

  private void line(Svg svg, Line line, double labelHeight, int position) {
    Figure figure = line.figure();
    Mark mark = Mark.of(figure.verdict());
    svg.group("c-" + mark.colour() + (sameColour(position) ? " dashed" : ""));
    band(svg, figure);
    baseline(svg, line, position);
    curve(svg, figure);
    marks(svg, figure);
    whisker(svg, figure);
    label(svg, line, labelHeight, position);
    svg.end();
  }

  /** Whether an earlier line has the colour of this one. */
  private boolean sameColour(int position) {
    String colour = Mark.of(lines.get(position).figure().verdict()).colour();
    return lines.subList(0, position).stream()
        .anyMatch(line -> Mark.of(line.figure().verdict()).colour().equals(colour));
  }

  /** One line alone is grey up to the nights that are marked. */
  private void curve(Svg svg, Figure figure) {
    List<double[]> points = recent(figure).stream().map(this::point).toList();
    int first = lines.size() > 1 ? 0 : firstMarked(figure);
    if (first > 0) {
      svg.polyline("line ago", points.subList(0, first));
    }
    svg.polyline("line", points.subList(Math.max(0, first - 1), points.size()));
  }

  private static int firstMarked(Figure figure) {
    List<NightValue> nights = recent(figure);
    int first = nights.size();
    while (first > 0 && !"none".equals(nights.get(first - 1).mark())) {
      first--;
    }
    return first;
  }

  private void band(Svg svg, Figure figure) {
    if (lines.size() == 1 && figure.band().isPresent()) {
      double top = frame.y(scale.share(figure.band().get().high()));
      double bottom = frame.y(scale.share(figure.band().get().low()));
      svg.rectangle("band", frame.left, top, frame.x(1) - frame.left, Math.max(1, bottom - top));
    }
  }

  private void baseline(Svg svg, Line line, int position) {
    Optional<Double> center = line.figure().baseline().map(b -> b.value());
    if (center.isPresent()) {
      double y = frame.y(scale.share(center.get()));
      svg.line("before", frame.left, y, frame.x(1), y);
      if (frame == Frame.PANEL) {
        svg.text("", frame.left + 2, 12, quantity.axis(center.get()) + " before");
      } else if (frame == Frame.WIDE) {
        String name = Svg.shorten(line.name(), 34);
        svg.text("colour", frame.left + 4, Math.max(24, aside(y)), name + ", " + before(line));
      }
    }
  }

  /** Above the line of means, or below it where it is near the top. */
  private double aside(double y) {
    double nearTop = frame.top + 14;
    return y < nearTop ? frame.top - 8 : y + 42;
  }

  private String before(Line line) {
    return quantity.value(line.figure().baseline().orElseThrow().value()) + " before";
  }

  private void marks(Svg svg, Figure figure) {
    List<NightValue> nights = recent(figure);
    for (int i = 0; i < nights.size(); i++) {
      NightValue night = nights.get(i);
      boolean last = i == nights.size() - 1;
      if (last || !"none".equals(night.mark())) {
        double[] point = point(night);
        svg.mark(night.mark(), point[0], point[1], last ? 9 : 6);
      }
    }
  }

  private void whisker(Svg svg, Figure figure) {
    figure
        .interval()
        .ifPresent(
            i -> {
              double x = x(lastDay);
              svg.line(
                  "whisker", x, frame.y(scale.share(i.low())), x, frame.y(scale.share(i.high())));
            });
  }

  private void label(Svg svg, Line line, double y, int position) {
    String value = line.figure().value().map(quantity::value).orElse("–");
    switch (frame) {
      case WIDE -> {
        svg.text("strong colour", frame.x(1) + 12, y, Svg.shorten(line.name(), 17));
        svg.text("", frame.x(1) + 12, y + 15, value + count(line.figure()));
      }
      case PANEL -> svg.text("strong colour", frame.x(1) + 12, y, brief(line.figure()));
      case NARROW ->
          svg.text(
              "colour",
              4,
              14 + 15 * position,
              Svg.shorten(line.name(), 26) + ": " + value + count(line.figure()));
    }
  }

  private String brief(Figure figure) {
    return figure.value().map(quantity::axis).orElse("–");
  }

  private static String count(Figure figure) {
    return figure
        .numerator()
        .map(k -> ", " + Digits.whole(k) + " of " + Digits.whole(figure.n()))
        .orElse(", n " + Digits.whole(figure.n()));
  }

  /** Labels stand at the last values, moved apart where they would touch. */
  private List<Double> labelHeights() {
    List<Double> heights = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      order.add(i);
      heights.add(0.0);
    }
    order.sort((a, b) -> Double.compare(lastHeight(a), lastHeight(b)));
    double next = frame.top;
    for (int line : order) {
      double bottomRoom = frame.height - frame.bottom - (frame == Frame.WIDE ? 10 : -4);
      double height = Math.min(Math.max(lastHeight(line) + 4, next), bottomRoom);
      heights.set(line, height);
      next = height + LABEL_HEIGHT;
    }
    return heights;
  }

  private double lastHeight(int line) {
    List<NightValue> nights = recent(lines.get(line).figure());
    return nights.isEmpty() ? frame.top : point(nights.get(nights.size() - 1))[1];
  }

  private double[] point(NightValue night) {
    return new double[] {
      x(Nights.day(night.night()).orElse(firstDay)), frame.y(scale.share(night.value()))
    };
  }

  private double x(long day) {
    double length = Math.max(1, lastDay - firstDay);
    return frame.x(0.01 + 0.98 * (day - firstDay) / length);
  }

  private static List<Long> days(Figure figure) {
    return recent(figure).stream().flatMap(n -> Nights.day(n.night()).stream()).toList();
  }

  private static String date(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  private static List<Double> shown(List<Line> lines) {
    List<Double> values = new ArrayList<>();
    for (Line line : lines) {
      recent(line.figure()).forEach(night -> values.add(night.value()));
      line.figure().baseline().ifPresent(b -> values.add(b.value()));
      if (lines.size() == 1) {
        line.figure().band().ifPresent(b -> values.addAll(List.of(b.low(), b.high())));
      }
      line.figure().interval().ifPresent(i -> values.addAll(List.of(i.low(), i.high())));
    }
    return values;
  }
}

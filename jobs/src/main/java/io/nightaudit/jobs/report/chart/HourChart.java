package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Report.HourCount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Interactions by hour: dots tonight, bars from the lowest to the highest usual, median lines. */
public final class HourChart {
  private static final int FLOOR = 106;
  private static final int ROOM = 92;

  private HourChart() {}

  /** The chart for wide pages and for paper. */
  public static String wide(String id, List<HourCount> hours) {
    return draw(id + "-wide", "chart only-w", 900, 132, hours);
  }

  /** The chart for phones. */
  public static String narrow(String id, List<HourCount> hours) {
    return draw(id + "-narrow", "chart only-n", 350, 132, hours);
  }

  private static String draw(
      String id, String style, int width, int height, List<HourCount> hours) {
    String title = "Interactions by hour, tonight against the usual";
    Svg svg = Svg.image(style, id, width, height, title, description(hours));
    Scale scale = Scale.bars(hours.stream().mapToDouble(HourChart::most).max().orElse(1));
    int left =
        8 + 7 * Digits.whole(Math.round(scale.ticks().get(scale.ticks().size() - 1))).length();
    grid(svg, scale, left, width);
    double step = (double) (width - left - 4) / hours.size();
    for (int i = 0; i < hours.size(); i++) {
      hour(svg, scale, hours.get(i), left + i * step, step);
    }
    return svg.done();
  }

  private static void grid(Svg svg, Scale scale, int left, int width) {
    for (double tick : scale.ticks()) {
      if (tick == Math.rint(tick)) {
        svg.line(tick == 0 ? "axis" : "grid", left, y(scale, tick), width - 4, y(scale, tick));
        svg.text("end", left - 5, y(scale, tick) + 4, Digits.whole((long) tick));
      }
    }
  }

  private static void hour(Svg svg, Scale scale, HourCount hour, double x, double step) {
    double middle = x + step / 2;
    if (hour.lowest().isPresent() && hour.highest().isPresent()) {
      double top = y(scale, hour.highest().get());
      double size = Math.max(1.5, y(scale, hour.lowest().get()) - top);
      svg.rectangle("band", x + 1, top, step - 2, size);
    }
    hour.median().ifPresent(m -> svg.line("median", x + 1, y(scale, m), x + step - 1, y(scale, m)));
    svg.group(hour.missing() ? "c-breach" : "c-changed");
    if (hour.missing()) {
      svg.square("mark", middle, y(scale, hour.tonight()), 7);
    } else {
      svg.circle("mark", middle, y(scale, hour.tonight()), 3);
    }
    svg.end();
    if (hour.hour() % (step < 20 ? 6 : 3) == 0) {
      svg.text("mid", middle, 124, String.format(Locale.ROOT, "%02d", hour.hour()));
    }
  }

  private static double y(Scale scale, double count) {
    return FLOOR - scale.share(count) * ROOM;
  }

  private static double most(HourCount hour) {
    return Math.max(hour.tonight(), hour.highest().orElse(0L));
  }

  private static String description(List<HourCount> hours) {
    return hours.stream()
        .map(
            h ->
                String.format(Locale.ROOT, "%02d h: tonight %s", h.hour(), h.tonight())
                    + usual(h)
                    + (h.missing() ? ", missing" : ""))
        .collect(Collectors.joining("; "));
  }

  private static String usual(HourCount hour) {
    return hour.lowest().isEmpty() || hour.highest().isEmpty()
        ? ""
        : ", usually %s to %s".formatted(hour.lowest().get(), hour.highest().get());
  }
}

package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Report.Bin;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.List;
import java.util.stream.Collectors;

/** Shares over ordered bins: before above in grey, tonight below in the verdict's colour. */
public final class DistributionChart {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 176;
  private static final int LEFT = 58;
  private static final int ROW = 62;
  private static final int FIRST_FLOOR = 72;
  private static final int SECOND_FLOOR = 146;
  private static final int LABELS = 5;

  private DistributionChart() {}

  /** The drawing; {@code bins} must not be empty. */
  public static String draw(String id, String title, String verdict, List<Bin> bins) {
    Svg svg = Svg.image("chart", id, WIDTH, HEIGHT, title, description(bins));
    double most = bins.stream().mapToDouble(b -> Math.max(b.before(), b.tonight())).max().orElse(1);
    double unit = most > 0 ? ROW / most : 0;
    double step = (double) (WIDTH - LEFT - 4) / bins.size();
    svg.text("", 0, FIRST_FLOOR - 4, "Before");
    svg.group("c-quiet");
    for (int i = 0; i < bins.size(); i++) {
      bar(svg, "past", LEFT + i * step, FIRST_FLOOR, step, bins.get(i).before() * unit);
    }
    svg.end().group("c-" + Mark.of(verdict).colour());
    svg.text("strong colour", 0, SECOND_FLOOR - 4, "Tonight");
    for (int i = 0; i < bins.size(); i++) {
      bar(svg, "mark", LEFT + i * step, SECOND_FLOOR, step, bins.get(i).tonight() * unit);
    }
    svg.end();
    svg.line("axis", LEFT, FIRST_FLOOR, WIDTH - 4, FIRST_FLOOR);
    svg.line("axis", LEFT, SECOND_FLOOR, WIDTH - 4, SECOND_FLOOR);
    labels(svg, bins, step);
    return svg.done();
  }

  private static void bar(Svg svg, String style, double x, double floor, double step, double size) {
    svg.rectangle(style, x + step * 0.08, floor - size, step * 0.84, size);
  }

  private static void labels(Svg svg, List<Bin> bins, double step) {
    int every = Math.max(1, (bins.size() + LABELS - 1) / LABELS);
    for (int i = 0; i < bins.size(); i += every) {
      String label = Svg.shorten(bins.get(i).label(), Math.max(4, (int) (step * every / 7)));
      svg.text("mid", LEFT + (i + 0.5) * step, HEIGHT - 12, label);
    }
  }

  static String description(List<Bin> bins) {
    return bins.stream()
        .map(
            b ->
                "%s: before %s, tonight %s"
                    .formatted(b.label(), share(b.before()), share(b.tonight())))
        .collect(Collectors.joining("; "));
  }

  static String share(double share) {
    return Digits.atMost(1, share * 100) + "%";
  }
}

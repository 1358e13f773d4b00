package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.report.Report.Bin;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.List;

/** Shares of named values: for each the share before in grey and the share tonight below it. */
public final class ShareBars {
  private static final int WIDTH = 400;
  private static final int ROW = 40;
  private static final int BAR = 8;
  private static final int SHOWN = 10;
  private static final int FULL = WIDTH - 120;

  private ShareBars() {}

  /** The drawing of the first ten values; {@code bins} must not be empty. */
  public static String draw(String id, String title, String verdict, List<Bin> bins) {
    List<Bin> shown = bins.subList(0, Math.min(SHOWN, bins.size()));
    int height = ROW * shown.size() + 4;
    Svg svg = Svg.image("chart", id, WIDTH, height, title, DistributionChart.description(shown));
    svg.group("c-" + Mark.of(verdict).colour());
    for (int i = 0; i < shown.size(); i++) {
      row(svg, shown.get(i), i * ROW);
    }
    return svg.end().done();
  }

  private static void row(Svg svg, Bin bin, double top) {
    svg.text("", 0, top + 13, Svg.shorten(bin.label(), 52));
    bar(svg, "past", "", top + 18, bin.before(), "before");
    bar(svg, "mark", "strong colour", top + 28, bin.tonight(), "tonight");
  }

  private static void bar(
      Svg svg, String style, String textStyle, double y, double share, String when) {
    double size = Math.max(share > 0 ? 1 : 0, Math.min(1, share) * FULL);
    svg.rectangle(style, 0, y, size, BAR);
    svg.text(textStyle, size + 6, y + 8, DistributionChart.share(share) + " " + when);
  }
}

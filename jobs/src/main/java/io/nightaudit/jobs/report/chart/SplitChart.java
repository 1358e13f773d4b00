package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Attribution;
import io.nightaudit.jobs.report.Report.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A change split by slice: mix in grey, behaviour in colour, from one line at no change. */
public final class SplitChart {
  private static final int WIDTH = 400;
  private static final int ROW = 38;
  private static final int SHOWN = 8;

  private SplitChart() {}

  /** The drawing: the whole change first, then its largest parts. */
  public static String draw(String id, Attribution split) {
    List<Part> rows = rows(split);
    Quantity quantity = Quantity.of(split.metric(), split.unit());
    String title = "Change split into mix and behaviour, " + split.sliceTitle();
    int height = rows.size() * ROW + 6;
    Svg svg = Svg.image("chart", id, WIDTH, height, title, description(rows, quantity));
    Scale scale = scale(rows);
    double zero = x(scale, 0);
    for (int i = 0; i < rows.size(); i++) {
      double y = i * ROW;
      Part row = rows.get(i);
      svg.text(i == 0 ? "strong" : "", 0, y + 13, Svg.shorten(row.title(), 44));
      bar(svg, scale, "past", zero, y + 17, row.mix());
      svg.text("end", WIDTH, y + 13, quantity.difference(row.mix() + row.behaviour()));
      svg.group("c-changed");
      bar(svg, scale, "mark", zero, y + 26, row.behaviour());
      svg.end();
    }
    svg.line("axis", zero, 16, zero, height - 2);
    return svg.done();
  }

  private static List<Part> rows(Attribution split) {
    List<Part> rows = new ArrayList<>();
    rows.add(
        new Part("All", 1, 1, Optional.empty(), Optional.empty(), split.mix(), split.behaviour()));
    split.parts().stream()
        .sorted((a, b) -> Double.compare(size(b), size(a)))
        .limit(SHOWN)
        .forEach(rows::add);
    return rows;
  }

  private static double size(Part part) {
    return Math.abs(part.mix()) + Math.abs(part.behaviour());
  }

  private static Scale scale(List<Part> rows) {
    double least = 0;
    double most = 0;
    for (Part row : rows) {
      least = Math.min(least, Math.min(row.mix(), row.behaviour()));
      most = Math.max(most, Math.max(row.mix(), row.behaviour()));
    }
    return Scale.linear(least, most > least ? most : least + 1);
  }

  private static void bar(Svg svg, Scale scale, String style, double zero, double y, double value) {
    double x = x(scale, value);
    svg.rectangle(style, Math.min(x, zero), y, Math.abs(x - zero), 7);
  }

  private static double x(Scale scale, double value) {
    return 2 + scale.share(value) * (WIDTH - 4);
  }

  private static String description(List<Part> rows, Quantity quantity) {
    return rows.stream()
        .map(
            r ->
                "%s: mix %s, behaviour %s"
                    .formatted(
                        r.title(),
                        quantity.difference(r.mix()),
                        quantity.difference(r.behaviour())))
        .collect(Collectors.joining("; "));
  }
}

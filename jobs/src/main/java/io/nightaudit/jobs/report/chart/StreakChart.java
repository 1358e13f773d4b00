package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.report.Report.NightMark;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.List;
import java.util.stream.Collectors;

/** The last nights of a finding: dots, triangles where unusual, squares where alarmed. */
public final class StreakChart {
  private static final int NIGHTS = 10;
  private static final int STEP = 11;

  private StreakChart() {}

  /** The drawing, or nothing without nights. */
  public static String draw(String id, String verdict, List<NightMark> nights) {
    if (nights.isEmpty()) {
      return "";
    }
    List<NightMark> last = nights.subList(Math.max(0, nights.size() - NIGHTS), nights.size());
    String title = Nights.range(last.get(0).night(), last.get(last.size() - 1).night());
    Svg svg = Svg.image("streak", id, NIGHTS * STEP + 2, 16, title, description(last));
    svg.group("c-" + Mark.of(verdict).colour());
    for (int i = 0; i < last.size(); i++) {
      boolean quiet = "none".equals(last.get(i).mark());
      double x = 6 + STEP * (NIGHTS - last.size() + i);
      if (quiet) {
        svg.circle("past", x, 8, 1.6);
      } else {
        svg.mark(last.get(i).mark(), x, 8, 7);
      }
    }
    return svg.end().done();
  }

  private static String description(List<NightMark> nights) {
    String marked =
        nights.stream()
            .filter(night -> !"none".equals(night.mark()))
            .map(night -> night.mark() + " on " + Nights.brief(night.night()))
            .collect(Collectors.joining(", "));
    return marked.isEmpty() ? "no unusual night" : marked;
  }
}

package io.nightaudit.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Attribution;
import io.nightaudit.jobs.report.Report.Band;
import io.nightaudit.jobs.report.Report.Baseline;
import io.nightaudit.jobs.report.Report.Bin;
import io.nightaudit.jobs.report.Report.Effect;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.HourCount;
import io.nightaudit.jobs.report.Report.IntervalEntry;
import io.nightaudit.jobs.report.Report.NightMark;
import io.nightaudit.jobs.report.Report.NightValue;
import io.nightaudit.jobs.report.Report.Part;
import io.nightaudit.jobs.report.Report.Placebo;
import io.nightaudit.jobs.report.Report.ReleaseChange;
import io.nightaudit.jobs.report.chart.NightlyChart.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
  static Stream<Arguments> series() {
    return Stream.of(
        Arguments.of("share", new double[] {0.5}),
        Arguments.of("share", new double[] {0, 0, 0}),
        Arguments.of("share", new double[] {1, 1}),
        Arguments.of("share", new double[] {0.0001, 0.0002}),
        Arguments.of("ms", new double[] {0, 1e7}),
        Arguments.of("ms", new double[] {1, 1e7}),
        Arguments.of("score", new double[] {-5, -5}),
        Arguments.of("score", new double[] {-1e-12, 1e12}),
        Arguments.of("words", new double[] {1e-300, 1e-300}),
        Arguments.of("USD", new double[] {0}));
  }

  @ParameterizedTest
  @MethodSource("series")
  void draw_anySeries_hasFinitePlacesAndSaysItsNumbers(String unit, double[] values) {
    Figure figure = figure(unit, "BREACH", values);
    List<Line> lines = List.of(new Line("a", figure), new Line("b", figure));
    for (String svg :
        List.of(
            NightlyChart.wide("x", "title", lines),
            NightlyChart.narrow("x", "title", lines),
            NightlyChart.panel("x", "title", figure))) {
      assertFinite(svg);
      assertThat(svg).contains("<title id=\"x-").contains("By night: 1 June");
    }
    assertFinite(Sparkline.draw("x", figure));
    assertThat(Sparkline.draw("x", figure).isEmpty()).isEqualTo(values.length < 2);
  }

  @Test
  void draw_randomSeries_staysInsideTheDrawing() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      double[] values = new double[1 + random.nextInt(80)];
      double size = StrictMath.pow(10, random.nextInt(12) - 6);
      for (int j = 0; j < values.length; j++) {
        values[j] = random.nextGaussian() * size;
      }
      String svg = NightlyChart.panel("x", "title", figure("score", "WARNING", values));
      assertFinite(svg);
      for (String point : svg.replaceAll("(?s).*points=\"([^\"]*)\".*", "$1").split(" ")) {
        String[] pair = point.split(",");
        assertThat(Double.parseDouble(pair[0])).isBetween(0.0, 400.0);
        assertThat(Double.parseDouble(pair[1])).isBetween(0.0, 150.0);
      }
    }
  }

  @Test
  void draw_alarmAndUnusualNight_areSquareAndTriangle() {
    String svg = NightlyChart.panel("x", "title", figure("share", "BREACH", 0.9, 0.9, 0.5, 0.1));
    assertThat(svg).contains("<rect class=\"mark\"").contains("<path class=\"mark\"");
    assertThat(svg).contains("class=\"release\"").contains("new release, 4 June");
    assertThat(svg).contains("class=\"band\"").contains("class=\"before\"");
  }

  @Test
  void draw_textFromTheLog_isEscapedAndShortened() {
    Figure figure = figure("share", "BREACH", 0.9, 0.1);
    String name = "<b>&\"'" + "m".repeat(100);
    String svg = NightlyChart.wide("x", "<t>", List.of(new Line(name, figure)));
    assertThat(svg).doesNotContain("<b>").doesNotContain("<t>").contains("&lt;t&gt;");
    assertThat(svg).contains("&lt;b&gt;&amp;&quot;&#39;mmm").contains("…");
  }

  @Test
  void draw_streak_namesItsNights() {
    List<NightMark> nights =
        List.of(
            new NightMark("2023-06-22", "none"),
            new NightMark("2023-06-23", "unusual"),
            new NightMark("2023-06-24", "alarm"));
    assertThat(StreakChart.draw("x", "BREACH", nights))
        .contains("unusual on 23 June, alarm on 24 June");
    assertThat(StreakChart.draw("x", "BREACH", List.of())).isEmpty();
  }

  @Test
  void draw_hours_saysTonightAndUsual() {
    List<HourCount> hours =
        List.of(
            new HourCount(0, 0, Optional.of(2L), Optional.of(3.5), Optional.of(9L), true),
            new HourCount(1, 4, Optional.empty(), Optional.empty(), Optional.empty(), false));
    assertThat(HourChart.wide("x", hours))
        .contains("00 h: tonight 0, usually 2 to 9, missing; 01 h: tonight 4");
    assertFinite(HourChart.narrow("x", hours));
    assertFinite(
        HourChart.wide(
            "x",
            List.of(
                new HourCount(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), false))));
  }

  @Test
  void draw_distributions_sayBothShares() {
    List<Bin> bins = List.of(new Bin("1–3", 0.2, 0), new Bin("4–7", 0.8, 1));
    for (String svg :
        List.of(
            DistributionChart.draw("x", "title", "BREACH", bins),
            ShareBars.draw("x", "title", "CHANGED", bins))) {
      assertThat(svg).contains("1–3: before 20%, tonight 0%; 4–7: before 80%, tonight 100%");
      assertFinite(svg);
    }
    assertFinite(DistributionChart.draw("x", "t", "BREACH", List.of(new Bin("none", 0, 0))));
    assertFinite(ShareBars.draw("x", "t", "BREACH", List.of(new Bin("none", 0, 0))));
  }

  @Test
  void draw_placebos_saysEveryEffect() {
    Effect effect =
        new Effect("scores.correct", -0.32, -0.353, -0.286, "share", 159, 1113, "2023-06-22", 0.05);
    List<Placebo> placebos =
        List.of(new Placebo("2023-06-04", 0.057), new Placebo("2023-06-05", -0.072));
    String svg = PlaceboChart.wide("x", "breach", effect, placebos);
    assertThat(svg)
        .contains("22 June: −32.0 points, 95% interval −35.3 to −28.6.")
        .contains("4 June: +5.7 points.")
        .contains("2 other dates: largest 7.2 points");
    assertFinite(PlaceboChart.narrow("x", "breach", effect, placebos));
    Effect nothing = new Effect("m", 0, 0, 0, "share", 0, 0, "2023-06-22", 0);
    assertFinite(PlaceboChart.wide("x", "breach", nothing, List.of()));
  }

  @Test
  void draw_split_saysMixAndBehaviour() {
    Part part = new Part("prime", 0.4, 0.4, Optional.of(0.9), Optional.of(0.0), 0.007, -0.41);
    Attribution split =
        new Attribution(
            "m",
            Map.of(),
            "gpt-4",
            List.of("dataset"),
            "share",
            -0.403,
            0.007,
            -0.41,
            List.of(part),
            Optional.of("2023-06-22"),
            Optional.empty());
    assertThat(SplitChart.draw("x", split))
        .contains("prime: mix +0.7 points, behaviour −41.0 points");
    Attribution none =
        new Attribution(
            "m",
            Map.of(),
            "all",
            List.of(),
            "share",
            0,
            0,
            0,
            List.of(),
            Optional.empty(),
            Optional.empty());
    assertFinite(SplitChart.draw("x", none));
  }

  @Test
  void scale_ofShares_startsAtZeroAndEndsAtOneUnlessAllAreSmall() {
    assertThat(Scale.of(Quantity.SHARE, List.of(0.5, 0.9)).ticks()).startsWith(0.0).endsWith(1.0);
    assertThat(Scale.of(Quantity.SHARE, List.of(0.01, 0.04)).share(0.04)).isEqualTo(1);
    Scale logarithmic = Scale.of(Quantity.DURATION, List.of(10.0, 1000.0));
    assertThat(logarithmic.ticks()).containsExactly(10.0, 100.0, 1000.0);
    assertThat(logarithmic.share(100)).isBetween(0.49, 0.51);
  }

  private static void assertFinite(String svg) {
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("E-");
  }

  private static Figure figure(String unit, String verdict, double... values) {
    List<NightValue> series = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String mark = i == values.length - 1 ? "alarm" : i == values.length - 2 ? "unusual" : "none";
      String night = LocalDate.of(2023, 6, 1).plusDays(i).toString();
      series.add(new NightValue(night, values[i], 10, mark));
    }
    double last = values[values.length - 1];
    return new Figure(
        "F-1",
        "metric",
        "Title",
        "QUALITY",
        Map.of(),
        "all traffic",
        Optional.of(last),
        unit,
        10,
        Optional.empty(),
        Optional.of(new IntervalEntry(last, last, 0.95)),
        Optional.of(new Baseline(values[0], 100, 21, "before")),
        Optional.empty(),
        Map.of(),
        verdict,
        "",
        Optional.empty(),
        "DECREASE",
        Optional.empty(),
        Optional.of(new Band(values[0], values[0], values[0])),
        series,
        List.of(),
        List.of(
            new ReleaseChange(
                LocalDate.of(2023, 6, 1).plusDays(values.length - 1).toString(), "a", "b")),
        "");
  }
}

package io.nightaudit.jobs.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is printed of an explanation: its width, its digits, and what differs. */
class ExplanationTextTest {
  @Test
  void lines_longTexts_stayWithinNinetySixColumns() {
    String text =
        new Lines()
            .heading("INPUTS")
            .pair("a", "word ".repeat(60))
            .pair("a label that is longer than its column", "and its text")
            .pairs("two", List.of("one", "other"))
            .verbatim("SELECT " + "column, ".repeat(30) + "\n  last FROM t")
            .toString();
    assertThat(text.lines()).allMatch(line -> line.length() <= Lines.WIDTH);
    assertThat(text)
        .contains("  a                     word word")
        .contains("  a label that is longer than its column\n                        and its text")
        .contains("      last FROM t");
  }

  @Test
  void lines_hiddenCharacters_areShown() {
    assertThat(new Lines().pair("slice", "a\u202Eb\u001B[31m").toString())
        .contains("⟦U+202E⟧", "␛")
        .doesNotContain("\u202E", "\u001B");
  }

  @Test
  void exact_anyNumber_isReadBackToTheSameBits() {
    for (double value : new double[] {0.1 + 0.2, 1.0 / 3, 1e-12, 12, 0, -0.5, 1e300, 123456.789}) {
      assertThat(Double.parseDouble(Exact.number(value))).isEqualTo(value);
    }
    assertThat(Exact.number(12)).isEqualTo("12");
    assertThat(Exact.number(Double.NaN)).isEqualTo("none");
  }

  @Test
  void figures_equal_haveNoDifferenceAndAChangedBitHasOne() {
    StoredFigure stored = figure(0.1 + 0.2);
    assertThat(stored.measuredDifferences(figure(0.1 + 0.2))).isEmpty();
    assertThat(stored.judgedDifferences(figure(1))).isEmpty();
    assertThat(stored.measuredDifferences(figure(0.3)))
        .containsExactly("value: stored 0.30000000000000004, recomputed 0.3");
  }

  @Test
  void list_names_areCutToTheWidth() {
    ListedFigure figure =
        ListedFigure.of(
            Measure.parse("errors"),
            Slice.of("tenant", "a very long name of a tenant that goes on and on"),
            0.0625,
            "share",
            48,
            "LEARNING");
    assertThat(ListedFigure.text(List.of(figure)))
        .startsWith(figure.id() + "  errors")
        .contains("…")
        .endsWith("6.2%       LEARNING\n");
    assertThat(ListedFigure.text(List.of(figure)).length()).isLessThanOrEqualTo(97);
  }

  private static StoredFigure figure(double value) {
    double none = Double.NaN;
    return new StoredFigure(
        value,
        48,
        3,
        0.02,
        0.2,
        0.25,
        0.005,
        "abc",
        DailyDistance.NONE,
        Optional.empty(),
        new StoredFigure.Judged(Verdict.LEARNING, "1 of 14 nights", none, 0, 1, none, none, none));
  }
}

package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked out by hand from the normal tails of 4, 3, 2 and 1 (SciPy {@code 2 * norm.sf(z)}). */
class NightRankingTest {
  private static final double P_OF_4 = 6.334248e-05;
  private static final double P_OF_3 = 2.699796e-03;
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Measure WORDS = Measure.of(Metric.ANSWER_WORDS);
  private static final Measure LINKS = Measure.of(Metric.ANSWER_LINKS);
  private static final Slice A = Slice.of("tenant", "a");
  private static final Slice B = Slice.of("tenant", "b");

  /**
   * Three measures with p(4), p(1), p(2): only that of 4 is at most 0.1 after adjustment, 3 p(4) =
   * 1.9e-4 and 1.5 p(2) = 0.068. So two of three stand out, and their slices are tested at 0.1 ·
   * 2/3.
   */
  private static Ranking ranking() {
    StreamFixture fixture = new StreamFixture();
    fixture.stream(Slice.ALL, ERRORS, 4, 1).stream(A, ERRORS, -3, 1).stream(B, ERRORS, 1, 1);
    fixture.stream(Slice.ALL, WORDS, 1, 1).stream(A, WORDS, 7, 1);
    fixture.stream(Slice.ALL, LINKS, -2, 1);
    return NightRanking.of(StreamFixture.FIRST, fixture.slices());
  }

  @Test
  void of_smallExample_ranksMeasuresFirstThenTheSlicesOfThoseThatStandOut() {
    Ranking ranking = ranking();

    assertThat(ranking.tests()).isEqualTo(6);
    assertThat(ranking.unusual())
        .extracting(unusual -> unusual.measure().name() + " " + unusual.slice().title())
        .containsExactly("errors all traffic", "errors a", "answer_links all traffic");
  }

  @Test
  void of_smallExample_adjustsAsByHand() {
    Ranking ranking = ranking();

    assertThat(ranking.unusual().get(0).p()).isCloseTo(P_OF_4, within(1e-10));
    assertThat(ranking.unusual().get(0).adjusted()).isCloseTo(3 * P_OF_4, within(1e-9));
    assertThat(ranking.unusual().get(1).p()).isCloseTo(P_OF_3, within(1e-8));
    assertThat(ranking.unusual().get(1).adjusted()).isCloseTo(2 * P_OF_3 * 1.5, within(1e-7));
  }

  /** The slice is far out, but its measure is not on all traffic. */
  @Test
  void of_sliceOfAQuietMeasure_isNotTested() {
    assertThat(ranking().unusual())
        .noneMatch(unusual -> unusual.measure().equals(WORDS) && unusual.z() == 7);
  }

  @Test
  void of_noScore_ranksNothing() {
    assertThat(NightRanking.of(StreamFixture.FIRST, new StreamFixture().slices()))
        .isEqualTo(new Ranking(0.1, 0, List.of()));
  }
}

package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneyChartTest {
  @Test
  void of_sevenDays_equalsFormula() {
    LaneyChart chart =
        LaneyChart.of(
            new long[] {12, 18, 9, 25, 14, 30, 11}, new long[] {200, 220, 180, 240, 210, 260, 190});
    // x, n = ...; p = x.sum()/n.sum(); s = np.sqrt(p*(1-p)/n); z = (x/n-p)/s
    assertThat(chart.center()).isCloseTo(0.07933333333333334, within(1e-16));
    // np.abs(np.diff(z)).mean()/1.128
    assertThat(chart.sigma()).isCloseTo(2.0386437973169764, within(1e-14));
    // p + 3*s*sz; p - 3*s*sz is negative on each day
    double[] high = {
      0.1962096907830807,
      0.19077056772896284,
      0.20253183138839675,
      0.186026362357106,
      0.19339297909450062,
      0.1818406799020291,
      0.19924594594734057
    };
    for (int i = 0; i < high.length; i++) {
      assertThat(chart.days().get(i).high()).isCloseTo(high[i], within(1e-15));
      assertThat(chart.days().get(i).low()).isZero();
      assertThat(chart.days().get(i).beyond()).isFalse();
    }
    assertThat(chart.days().get(3).rate()).isEqualTo(25 / 240.0);
  }

  /**
   * 400 days of 100,000 rows whose logit varies with a deviation of 0.05: the plain p chart marks
   * most days, this one few. A share of 0.27 % of 400 days is 1.1; more than 10 has p below 1e-7.
   */
  @Test
  void of_overdispersedDays_marksFewOfThem() {
    Random random = new Random(41);
    long[] successes = new long[400];
    long[] trials = new long[400];
    int plain = 0;
    for (int i = 0; i < 400; i++) {
      double rate = 1 / (1 + Math.exp(2.2 + 0.05 * random.nextGaussian()));
      trials[i] = 100_000;
      double noise = Math.sqrt(rate * (1 - rate) * trials[i]) * random.nextGaussian();
      successes[i] = Math.round(rate * trials[i] + noise);
    }
    LaneyChart chart = LaneyChart.of(successes, trials);
    double reach = 3 * Math.sqrt(chart.center() * (1 - chart.center()) / 100_000);
    for (LaneyChart.Day day : chart.days()) {
      plain += Math.abs(day.rate() - chart.center()) > reach ? 1 : 0;
    }
    assertThat(plain).isGreaterThan(100);
    assertThat(chart.days().stream().filter(LaneyChart.Day::beyond).count()).isLessThan(11);
    assertThat(chart.sigma()).isBetween(4.0, 6.0);
  }

  @Test
  void of_edgeCases_areDefined() {
    LaneyChart none = LaneyChart.of(new long[0], new long[0]);
    assertThat(none.center()).isNaN();
    assertThat(none.sigma()).isNaN();
    assertThat(none.days()).isEmpty();
    assertThat(LaneyChart.of(new long[] {3}, new long[] {4}).days())
        .containsExactly(new LaneyChart.Day(0.75, 0, 1));
    LaneyChart zeros = LaneyChart.of(new long[] {0, 0, 0}, new long[] {4, 5, 6});
    assertThat(zeros.sigma()).isNaN();
    assertThat(zeros.days()).containsOnly(new LaneyChart.Day(0, 0, 1));
    LaneyChart same = LaneyChart.of(new long[] {2, 2, 2}, new long[] {4, 4, 4});
    assertThat(same.sigma()).isZero();
    assertThat(same.days()).containsOnly(new LaneyChart.Day(0.5, 0.5, 0.5));
    assertThat(same.days()).noneMatch(LaneyChart.Day::beyond);
  }

  @Test
  void of_hostile_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LaneyChart.of(new long[] {1, 0}, new long[] {2, 0}))
        .withMessageContaining("0 successes in 0 trials at 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LaneyChart.of(new long[] {3}, new long[] {2}))
        .withMessageContaining("3 successes in 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LaneyChart.of(new long[] {3}, new long[0]))
        .withMessageContaining("1 counts for 0 days");
    long[] most = {Long.MAX_VALUE, 1};
    assertThatThrownBy(() -> LaneyChart.of(most, most)).isInstanceOf(ArithmeticException.class);
  }
}

package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShapleyTest {
  /** One left and two right gloves, a pair is worth 1: 2/3, 1/6, 1/6 (Shapley and Shubik 1969). */
  @Test
  void values_gloves_equalPublished() {
    double[] values =
        Shapley.values(3, subset -> (subset & 1) == 1 && (subset & 0b110) != 0 ? 1 : 0);
    assertThat(values).containsExactly(new double[] {2 / 3.0, 1 / 6.0, 1 / 6.0}, within(1e-15));
  }

  /** A runway of the length of the largest (Littlechild and Owen 1973). */
  @Test
  void values_airport_shareEachLengthAmongItsUsers() {
    double[] lengths = {8, 11, 13, 18};
    double[] values =
        Shapley.values(
            4,
            subset -> {
              double longest = 0;
              for (int i = 0; i < 4; i++) {
                longest = (subset >> i & 1) == 1 ? Math.max(longest, lengths[i]) : longest;
              }
              return longest;
            });
    // 8/4; 8/4+3/3; 8/4+3/3+2/2; 8/4+3/3+2/2+5
    assertThat(values).containsExactly(new double[] {2, 3, 4, 9}, within(1e-14));
  }

  @Test
  void values_nobody_isNobody() {
    assertThat(Shapley.values(0, subset -> 5)).isEmpty();
    assertThat(Shapley.values(1, subset -> 5 + 2 * subset)).containsExactly(2);
  }

  @Test
  void values_hostile_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapley.values(17, subset -> 0))
        .withMessageContaining("17 players");
    assertThatIllegalArgumentException().isThrownBy(() -> Shapley.values(-1, subset -> 0));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Shapley.values(2, subset -> subset == 3 ? Double.NaN : 0))
        .withMessageContaining("subset 11 is NaN");
  }
}

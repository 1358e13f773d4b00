package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void value_someTrials_isShare() {
    assertThat(new Rate(3, 4, 9).value()).isEqualTo(0.75);
    assertThat(Rate.EMPTY.value()).isNaN();
  }

  @Test
  void constructor_impossibleCounts_throws() {
    assertThatThrownBy(() -> new Rate(5, 4, 0)).hasMessageContaining("5 of 4");
    assertThatThrownBy(() -> new Rate(-1, 4, 0)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Rate(0, 0, -2)).hasMessageContaining("-2");
  }

  @Test
  void minus_successesContainedButFailuresNot_throws() {
    assertThatThrownBy(() -> new Rate(5, 6, 0).minus(new Rate(1, 4, 0)))
        .hasMessageContaining("failures");
  }

  @Test
  void plus_beyondLong_throws() {
    Rate large = new Rate(0, Long.MAX_VALUE, 0);
    assertThatThrownBy(() -> large.plus(large)).isInstanceOf(ArithmeticException.class);
  }
}

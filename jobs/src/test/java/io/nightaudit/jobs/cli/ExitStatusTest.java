package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
  @Test
  void mostSevere_ofARange_isOneThenFourThenThree() {
    assertThat(worst(ExitStatus.DONE, ExitStatus.INPUT_MISSING)).isEqualTo(3);
    assertThat(worst(ExitStatus.CONTRACT_BROKEN, ExitStatus.INPUT_MISSING)).isEqualTo(4);
    assertThat(worst(ExitStatus.FAILURE, ExitStatus.CONTRACT_BROKEN)).isEqualTo(1);
    assertThat(worst()).isZero();
  }

  private static int worst(ExitStatus... statuses) {
    return ExitStatus.mostSevere(List.of(statuses)).code();
  }
}

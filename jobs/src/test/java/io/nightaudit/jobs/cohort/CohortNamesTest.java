package io.nightaudit.jobs.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CohortNamesTest {
  private static final CohortNames NAMES =
      new CohortNames(
          new TreeMap<>(
              Map.of("gpt-4 + v1", 5L, "gpt-4 + v10", 1_200L, "gpt-4o + v2", 7L, "llama", 9L)));

  @Test
  void named_wholeNamePartOrText_isTheOneMeant() {
    assertThat(NAMES.named("gpt-4 + v1")).isEqualTo("gpt-4 + v1");
    assertThat(NAMES.named("v1")).isEqualTo("gpt-4 + v1");
    assertThat(NAMES.named("gpt-4o")).isEqualTo("gpt-4o + v2");
    assertThat(NAMES.named("LLA")).isEqualTo("llama");
  }

  @Test
  void named_partOfSeveral_isRefusedWithTheirRows() {
    assertThatExceptionOfType(UnknownCohortException.class)
        .isThrownBy(() -> NAMES.named("gpt-4"))
        .withMessage(
            "'gpt-4' is part of 2 releases: 'gpt-4 + v1' (5 rows), 'gpt-4 + v10' (1,200 rows);"
                + " name more of one");
  }

  @Test
  void named_unknown_namesTheNearestFirst() {
    assertThatExceptionOfType(UnknownCohortException.class)
        .isThrownBy(() -> NAMES.named("lamma"))
        .withMessageContaining("the nearest are 'llama' (9 rows)");
  }
}

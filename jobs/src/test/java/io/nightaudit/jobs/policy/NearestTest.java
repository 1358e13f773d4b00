package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "abc, '', 3",
    // A swap of neighbours is one edit (Damerau 1964), an insertion another.
    "colums, columns, 1",
    "nigth, night, 1",
    "ca, abc, 3",
    "kitten, sitting, 3",
  })
  void distance_pairs_countsEdits(String left, String right, int expected) {
    assertThat(Nearest.distance(left, right)).isEqualTo(expected);
    assertThat(Nearest.distance(right, left)).isEqualTo(expected);
  }

  @Test
  void to_misspelt_atMostThreeNearestFirst() {
    List<String> names =
        List.of("late-days", "layout", "latedays", "late-day", "late-dayz", "other");

    assertThat(Nearest.to("late_days", names))
        .containsExactly("late-days", "late-day", "late-dayz");
    assertThat(Nearest.to("zzzzzz", names)).isEmpty();
    assertThat(Nearest.to("anything", List.of())).isEmpty();
  }
}

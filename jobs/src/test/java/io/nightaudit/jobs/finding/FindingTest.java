package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Slice ROUTE = Slice.ALL.with("request_model", "m");
  private static final Slice OTHER = Slice.ALL.with("request_model", "n");

  private static Finding finding(Slice slice, List<Slice> alsoIn) {
    return new Finding(
        "N-1",
        20,
        slice,
        Measure.of(Metric.ERRORS),
        Verdict.BREACH,
        Cause.UNKNOWN,
        18,
        19,
        Optional.of(19L),
        "score",
        "",
        "",
        Explanation.NONE,
        alsoIn);
  }

  @Test
  void isAbout_ownSliceOrOneAroundIt_isTrue() {
    assertThat(finding(ROUTE, List.of()).isAbout(ROUTE)).isTrue();
    assertThat(finding(ROUTE.with("app_name", "a"), List.of()).isAbout(ROUTE)).isTrue();
    assertThat(finding(OTHER, List.of()).isAbout(ROUTE)).isFalse();
    assertThat(finding(Slice.ALL, List.of()).isAbout(ROUTE)).isFalse();
  }

  /** All traffic tells the story of a route; the route has moved all the same. */
  @Test
  void isAbout_routeWhoseStoryAnotherSliceTells_isTrue() {
    assertThat(finding(Slice.ALL, List.of(ROUTE)).isAbout(ROUTE)).isTrue();
    assertThat(finding(Slice.ALL, List.of(ROUTE.with("app_name", "a"))).isAbout(ROUTE)).isTrue();
    assertThat(finding(Slice.ALL, List.of(OTHER)).isAbout(ROUTE)).isFalse();
  }
}

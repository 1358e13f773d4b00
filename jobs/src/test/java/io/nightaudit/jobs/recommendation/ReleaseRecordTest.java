package io.nightaudit.jobs.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReleaseRecordTest {
  private static ReleaseRecord record(
      String release, int from, int to, boolean kept, Long... breaches) {
    SortedMap<Long, Long> served = new TreeMap<>();
    for (long night = from; night <= to; night++) {
      served.put(night, 100L);
    }
    return new ReleaseRecord(release, served, kept, new TreeSet<>(List.of(breaches)), List.of());
  }

  @Test
  void isGoodBefore_sevenNightsWithoutABreach_isGood() {
    assertThat(record("m-1", 1, 7, false).isGoodBefore(8)).isTrue();
    assertThat(record("m-1", 1, 7, false).isGoodBefore(7)).isFalse();
    assertThat(record("m-1", 1, 7, false, 5L).isGoodBefore(8)).isFalse();
  }

  @Test
  void isGoodBefore_kept_needsNoSevenNights() {
    assertThat(record("m-1", 1, 3, true).isGoodBefore(4)).isTrue();
    assertThat(record("m-1", 1, 3, true, 2L).isGoodBefore(4)).isFalse();
  }

  @Test
  void isGoodBefore_breachOnALaterNight_doesNotCount() {
    assertThat(record("m-1", 1, 20, false, 15L).isGoodBefore(10)).isTrue();
  }

  @Test
  void lastKnownGood_severalReleases_isTheMostRecentGoodOne() {
    List<ReleaseRecord> known =
        List.of(
            record("m-1", 1, 10, false),
            record("m-2", 11, 20, false),
            record("m-3", 21, 30, false, 25L),
            record("m-4", 31, 33, false));
    assertThat(RouteCase.lastKnownGood(known, "m-4", 31).orElseThrow().release()).isEqualTo("m-2");
    assertThat(RouteCase.lastKnownGood(known, "m-2", 11).orElseThrow().release()).isEqualTo("m-1");
    assertThat(RouteCase.lastKnownGood(known, "m-1", 1)).isEmpty();
  }
}

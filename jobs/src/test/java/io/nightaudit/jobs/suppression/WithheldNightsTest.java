package io.nightaudit.jobs.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WithheldNightsTest {
  private static final int WINDOW = 5;
  private static final Slice X = Slice.of("tenant", "x");
  private static final Slice Y = Slice.of("tenant", "y");

  private static List<Cell> night(long x) {
    return new ArrayList<>(
        List.of(
            new Cell(Slice.ALL, x + 90, x + 90),
            new Cell(X, x, x),
            new Cell(Y, 30, 30),
            new Cell(Slice.of("tenant", "z"), 60, 60)));
  }

  private static WithheldNights of(SortedMap<Long, List<Cell>> nights, List<Withheld> earlier) {
    return WithheldNights.of(nights, earlier, Set.of("tenant"), 10, WINDOW);
  }

  /** Small on night 3 alone. */
  private static SortedMap<Long, List<Cell>> nights(long from, long to) {
    SortedMap<Long, List<Cell>> nights = new TreeMap<>();
    for (long night = from; night <= to; night++) {
      nights.put(night, night(night == 3 ? 4 : 50));
    }
    return nights;
  }

  @Test
  void slice_onceSmall_staysWithheldWhileANightIsComparedWithIt() {
    WithheldNights withheld = of(nights(1, 20), List.of());
    assertThat(withheld.on(2)).isEmpty();
    assertThat(withheld.on(3))
        .extracting(Withheld::reason)
        .containsExactly(Reason.SMALL, Reason.COMPLEMENTARY);
    for (long night = 4; night <= 3 + WINDOW; night++) {
      assertThat(withheld.on(night))
          .containsExactly(
              new Withheld(night, X, Reason.PERSISTENT, 3),
              new Withheld(night, Y, Reason.PERSISTENT, 3));
    }
    assertThat(withheld.on(4 + WINDOW)).isEmpty();
    assertThat(withheld.isEverWithheld(X)).isTrue();
    assertThat(withheld.isWithheld(X, 20)).isFalse();
  }

  /** Two runs know what one run knows: what the first withheld is stored. */
  @Test
  void nights_inTwoRuns_sameAsInOne() {
    WithheldNights all = of(nights(1, 20), List.of());
    for (long split = 1; split < 20; split++) {
      WithheldNights first = of(nights(1, split), List.of());
      List<Withheld> stored = new ArrayList<>();
      for (long night = 1; night <= split; night++) {
        stored.addAll(first.on(night));
      }
      WithheldNights second = of(nights(split + 1, 20), stored);
      for (long night = split + 1; night <= 20; night++) {
        assertThat(second.on(night)).isEqualTo(all.on(night));
      }
    }
  }
}

package io.nightaudit.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LayoutPatternTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 11, 6);

  @Test
  void night_pathOfTheLayout_isRead() {
    assertThat(new LayoutPattern("dt={date}").night("dt=2026-11-06/a/b.parquet")).contains(NIGHT);
    assertThat(
            new LayoutPattern("y={yyyy}/m={MM}/d={dd}/h={HH}")
                .night("y=2026/m=11/d=06/h=23/x.parquet"))
        .contains(NIGHT);
    assertThat(new LayoutPattern("{yyyy}/{date}").night("2026/2026-11-06/x")).contains(NIGHT);
  }

  @Test
  void night_otherPath_isNone() {
    LayoutPattern pattern = new LayoutPattern("dt={date}");
    assertThat(pattern.night("old/dt=2026-11-06/x")).isEmpty();
    assertThat(pattern.night("dt=2026-13-45/x")).isEmpty();
    assertThat(pattern.night("dt=2026-11-06.old/x")).isEmpty();
  }

  /** The pattern reads what the layout writes. */
  @Test
  void night_everyFolderOfALayout_isItsOwn() {
    for (String layout : new String[] {"{date}", "dt={date}/hour={HH}", "{yyyy}/{MM}/{dd}/{HH}"}) {
      for (String folder : new Layout(layout, ZoneOffset.UTC).folders(NIGHT)) {
        assertThat(new LayoutPattern(layout).night(folder + "/x.parquet")).contains(NIGHT);
      }
    }
  }

  @Test
  void folders_severalNights_areThoseOfEach() {
    assertThat(new Layout("dt={date}", ZoneOffset.UTC, 3).folders(NIGHT))
        .containsExactly("dt=2026-11-06", "dt=2026-11-07", "dt=2026-11-08");
    assertThat(new Layout("", ZoneOffset.UTC, 3).folders(NIGHT)).containsExactly("");
  }
}

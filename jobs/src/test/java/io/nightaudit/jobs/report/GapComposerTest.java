package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.report.IntegrityReport.Gap;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GapComposerTest {
  private static final GapComposer BERLIN = new GapComposer(ZoneId.of("Europe/Berlin"));

  /** Clocks go back on 25 October 2026: that night has 25 hours. */
  @Test
  void nights_whenClocksChange_haveTheirOwnLength() {
    List<Gap> gaps =
        BERLIN.nights(
            List.of(
                LocalDate.of(2026, 10, 20),
                LocalDate.of(2026, 10, 24),
                LocalDate.of(2026, 10, 25)));
    assertThat(gaps)
        .containsExactly(
            new Gap("NIGHT", "2026-10-19T22:00:00Z", "2026-10-20T22:00:00Z", 1440, "1 night"),
            new Gap(
                "NIGHT",
                "2026-10-23T22:00:00Z",
                "2026-10-25T23:00:00Z",
                24 * 60 + 25 * 60,
                "2 nights"));
  }

  @Test
  void hours_inARow_areOneGap() {
    List<Gap> gaps = BERLIN.hours(LocalDate.of(2026, 11, 2).toEpochDay(), List.of(3, 4, 9));
    assertThat(gaps)
        .containsExactly(
            new Gap(
                "HOUR",
                "2026-11-02T02:00:00Z",
                "2026-11-02T04:00:00Z",
                120,
                "hours 03 to 05 of 2 November"),
            new Gap(
                "HOUR",
                "2026-11-02T08:00:00Z",
                "2026-11-02T09:00:00Z",
                60,
                "hours 09 to 10 of 2 November"));
  }

  @Test
  void compose_ofARecord_sumsNightsAndHoursInOrder() {
    RecordFixture fixture = new RecordFixture();
    fixture.missed = List.of(RecordFixture.NIGHT.minusDays(3));
    fixture.missingHours = Map.of(RecordFixture.DAY, List.of(5), RecordFixture.DAY - 8, List.of(0));
    IntegrityReport.Integrity integrity = new IntegrityComposer(fixture.build()).compose();
    assertThat(integrity.gaps()).extracting(Gap::kind).containsExactly("HOUR", "NIGHT", "HOUR");
    assertThat(integrity.gapMinutes()).isEqualTo(60 + 1440 + 60);
    assertThat(integrity.nightsDue()).isEqualTo(41);
    assertThat(integrity.nightsReceived()).isEqualTo(40);
  }
}

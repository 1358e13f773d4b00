package io.nightaudit.jobs.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NightsTest {
  @Test
  void nights_areDaysOfMonths() {
    assertThat(Nights.brief("2023-06-22")).isEqualTo("22 June");
    assertThat(Nights.full("2023-06-22")).isEqualTo("22 June 2023");
    assertThat(Nights.range("2023-06-01", "2023-06-24")).isEqualTo("1 to 24 June");
    assertThat(Nights.range("2023-05-28", "2023-06-24")).isEqualTo("28 May to 24 June");
    assertThat(Nights.range("2022-12-30", "2023-01-02"))
        .isEqualTo("30 December 2022 to 2 January 2023");
    assertThat(Nights.brief("not a date")).isEqualTo("not a date");
    assertThat(Nights.window("2023-06-24T00:00:00Z", "2023-06-25T00:00:00Z"))
        .isEqualTo("24 June 2023, 00:00 to 25 June 2023, 00:00");
  }
}

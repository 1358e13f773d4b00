package io.nightaudit.jobs.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scores.correct       | share      | 0.976      | 97.6%",
        "scores.correct       | share      | 0          | 0.0%",
        "scores.correct       | share      | 1          | 100.0%",
        "scores.correct       | share      | 0.00042    | 0.042%",
        "duration_ms          | ms         | 640        | 640 ms",
        "duration_ms          | ms         | 1440       | 1.4 s",
        "duration_ms          | ms         | 35300      | 35.3 s",
        "duration_ms          | ms         | 150000     | 2.5 min",
        "cost_per_interaction | USD        | 0.00193    | $1.93 for 1,000",
        "cost_per_interaction | USD        | 0.000023   | $0.023 for 1,000",
        "cost_total           | USD        | 0.139      | $0.14",
        "cost_total           | USD        | 12345.6    | $12,346",
        "prompt_characters    | characters | 77.54      | 77.5",
        "prompt_characters    | characters | 1113       | 1,113",
        "prompt_characters    | characters | 9.994      | 9.99",
        "answer_terms         | score      | -0.000125  | −0.000125",
        "answer_terms         | score      | 0          | 0"
      })
  void value_ofAnyUnit_hasItsDigitsAndUnit(String metric, String unit, double value, String text) {
    assertThat(Quantity.of(metric, unit).value(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "share | 0.36   | 0.62  | 36 to 62%",
        "share | 0.071  | 0.088 | 7.1 to 8.8%",
        "share | 0.0001 | 0.002 | 0.01 to 0.2%",
        "ms    | 1200   | 1700  | 1.2 s to 1.7 s",
        "words | 77.4   | 1077  | 77.4 to 1,077"
      })
  void interval_ofAnyUnit_hasDigitsThatTellItsEndsApart(
      String unit, double low, double high, String text) {
    assertThat(Quantity.of("metric", unit).interval(low, high)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "points     | share | -0.289 | −28.9 points",
        "points     | share | 0      | 0.0 points",
        "ratio      | ms    | -0.775 | −77.5%",
        "ratio      | ms    | 0.257  | +25.7%",
        "ratio      | ms    | 1.517  | +152%",
        "ratio      | score | 20     | × 21",
        "difference | ms    | 1200   | +1.2 s",
        "difference | USD   | -0.61  | −$0.61",
        "difference | words | 12     | +12"
      })
  void change_ofAnyKind_isSigned(String kind, String unit, double value, String text) {
    assertThat(Quantity.of("metric", unit).change(kind, value)).isEqualTo(text);
  }

  @Test
  void changeInterval_ofPointsAndRatios_isSigned() {
    assertThat(Quantity.SHARE.changeInterval("points", -0.086, 0.038)).isEqualTo("−8.6 to +3.8");
    assertThat(Quantity.NUMBER.changeInterval("ratio", -0.368, 0.559)).isEqualTo("−36.8 to +55.9%");
  }
}

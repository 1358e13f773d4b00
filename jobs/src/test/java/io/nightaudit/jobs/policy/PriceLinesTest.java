package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nightaudit.metrics.pricing.Match;
import io.nightaudit.metrics.pricing.Meter;
import io.nightaudit.metrics.pricing.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceLinesTest {
  @Test
  void of_otherCurrency_isRefused() {
    Price euros =
        new Price(
            "",
            "large",
            Match.EQUALS,
            Meter.INPUT,
            "standard",
            0,
            BigDecimal.ONE,
            "EUR",
            LocalDate.of(2026, 11, 1),
            Optional.empty(),
            "the list");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PriceLines.of(List.of(euros)))
        .withMessageContaining("that of large. Provided: EUR");
  }
}

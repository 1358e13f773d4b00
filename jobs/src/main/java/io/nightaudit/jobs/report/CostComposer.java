package io.nightaudit.jobs.report;

import io.nightaudit.jobs.profile.CostLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the cost section: the largest lines of the ledger. */
final class CostComposer {
  private static final int MOST = 40;
  private static final int PICO_DIGITS = 12;

  private CostComposer() {}

  static List<Report.CostLine> compose(NightRecord record) {
    return record.costs().stream()
        .sorted(
            Comparator.comparingLong(CostLine::picoDollars)
                .reversed()
                .thenComparing(CostLine::key)
                .thenComparing(CostLine::meter))
        .limit(MOST)
        .map(CostComposer::line)
        .toList();
  }

  private static Report.CostLine line(CostLine line) {
    return new Report.CostLine(
        line.key().asMap(),
        line.key().title(),
        line.meter(),
        line.tokens(),
        line.priced()
            ? Optional.of(BigDecimal.valueOf(line.picoDollars(), PICO_DIGITS).toPlainString())
            : Optional.empty(),
        line.priced() ? 0 : line.interactions());
  }
}

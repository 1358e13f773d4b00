package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Report.CostLine;
import io.nightaudit.jobs.report.wording.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cost ledger: the largest lines in view, the others folded. */
final class CostView {
  private static final int SHOWN = 12;

  private CostView() {}

  static Map<String, Object> of(Report report) {
    List<Object> rows = report.costs().stream().map(CostView::row).toList();
    int shown = Math.min(SHOWN, rows.size());
    return new Fields()
        .put("rows", new ArrayList<>(rows.subList(0, shown)))
        .put("folded", new ArrayList<>(rows.subList(shown, rows.size())))
        .map();
  }

  private static Object row(CostLine line) {
    return new Fields()
        .put("title", line.title())
        .put("meter", Mark.words(line.meter()))
        .put("tokens", line.tokens() == 0 ? "–" : Digits.whole(line.tokens()))
        .put("usd", line.usd().flatMap(CostView::dollars).orElse("not priced"))
        .put("unpriced", line.unpriced() == 0 ? "–" : Digits.whole(line.unpriced()))
        .map();
  }

  /** Exact amounts are text; what is not a number is shown as it stands. */
  private static Optional<String> dollars(String amount) {
    return Optional.of(
        amount.matches("-?\\d+(\\.\\d+)?")
            ? (amount.startsWith("-") ? "−$" : "$")
                + new BigDecimal(amount).abs().stripTrailingZeros().toPlainString()
            : amount);
  }
}

package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Fields;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The cost of a period as tables whose rows add up to their totals. */
final class PeriodCostView {
  private PeriodCostView() {}

  static Map<String, Object> of(PeriodReport report) {
    PeriodReport.Costs costs = report.costs();
    return new Fields()
        .put("known", !costs.nights().isEmpty())
        .put("usd", exact(costs.usd()))
        .put("before", costs.usdBefore().map(PeriodCostView::exact).orElse("not known"))
        .put("tokens", Digits.whole(costs.tokens()))
        .put("unpriced", costs.unpriced() == 0 ? "–" : Digits.whole(costs.unpriced()))
        .put("groups", costs.groups().stream().map(PeriodCostView::group).toList())
        .put("nights", costs.nights().stream().map(PeriodCostView::night).toList())
        .put("accepted", accepted(costs))
        .put("personal", String.join(", ", report.withheld().dimensions()))
        .map();
  }

  private static Map<String, Object> group(PeriodReport.CostGroup group) {
    boolean meters = group.dimension().equals("meter");
    return new Fields()
        .put("title", group.title())
        .put("parts", group.parts().stream().map(part -> part(part, meters)).toList())
        .map();
  }

  private static Map<String, Object> part(PeriodReport.CostPart part, boolean meter) {
    return new Fields()
        .put("name", meter ? Mark.words(part.name().replace('-', ' ')) : part.name())
        .put("tokens", part.tokens() == 0 ? "–" : Digits.whole(part.tokens()))
        .put("usd", exact(part.usd()))
        .put("before", part.usdBefore().map(PeriodCostView::exact).orElse("–"))
        .put("unpriced", part.unpriced() == 0 ? "–" : Digits.whole(part.unpriced()))
        .map();
  }

  private static Map<String, Object> night(PeriodReport.NightCost night) {
    return new Fields()
        .put("night", Nights.brief(night.night()))
        .put("usd", exact(night.usd()))
        .put("unpriced", night.unpriced() == 0 ? "–" : Digits.whole(night.unpriced()))
        .map();
  }

  /** All digits: sums are to be checked by adding. */
  private static String exact(String usd) {
    BigDecimal amount = new BigDecimal(usd);
    BigDecimal shown = amount.abs().stripTrailingZeros();
    String digits = (shown.scale() < 2 ? shown.setScale(2) : shown).toPlainString();
    return (amount.signum() < 0 ? "−$" : "$") + digits;
  }

  private static List<String> accepted(PeriodReport.Costs costs) {
    if (costs.perAccepted().isEmpty()) {
      return List.of(
          "Cost per accepted answer is not computed: " + costs.perAcceptedReason() + ".");
    }
    PeriodReport.PerAccepted accepted = costs.perAccepted().get();
    String before =
        accepted
            .usdBefore()
            .map(usd -> "; in the period before " + Quantity.UNIT_COST.value(usd))
            .orElse("");
    return List.of(
        "An accepted answer cost %s%s. Accepted means %s: %s of %s that were judged."
            .formatted(
                Quantity.UNIT_COST.value(accepted.usd()),
                before,
                accepted.basis(),
                Quantity.SHARE.value(accepted.share()),
                Digits.whole(accepted.judged())));
  }
}

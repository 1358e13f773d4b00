package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person should look at. */
final class ReviewView {
  private ReviewView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    Review review = report.review();
    String command = "nightaudit review list --config FILE --night " + report.identity().night();
    return new Fields()
        .put("drawn", review.drawn() == 0 ? "" : Sentences.count(review.drawn(), "interaction"))
        .put("none", prose.of(none(report)))
        .put("command", command)
        .put("rows", rows(review.strata(), prose))
        .map();
  }

  private static String none(Report report) {
    if (report.identity().interactions() == 0) {
      return "Nothing was drawn: no interaction of the night was measured.";
    }
    return report.review().strata().isEmpty()
        ? "Nothing was drawn when this night was read; run it again, while its archive is there."
        : "Nothing was drawn; the table says why.";
  }

  private static List<Object> rows(List<ReviewStratum> strata, Prose prose)
      throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (ReviewStratum stratum : strata) {
      rows.add(
          new Fields()
              .put("title", stratum.title())
              .put("rows", Digits.whole(stratum.rows()))
              .put("drawn", Digits.whole(stratum.drawn()))
              .put("probability", stratum.probability().map(ReviewView::probability).orElse("–"))
              .put("reason", prose.of(Mark.capital(stratum.reason())))
              .map());
    }
    return rows;
  }

  private static String probability(double probability) {
    return probability == 1 ? "all" : Quantity.SHARE.value(probability);
  }
}

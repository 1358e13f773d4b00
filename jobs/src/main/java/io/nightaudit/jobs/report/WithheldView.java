package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.PrivacyReport.Suppression;
import io.nightaudit.jobs.report.PrivacyReport.WithheldFindings;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is not shown, how much of it, and why. */
final class WithheldView {
  private WithheldView() {}

  static Map<String, Object> of(Report report) {
    Suppression privacy = report.privacy();
    return new Fields()
        .put("smallest", Digits.whole(privacy.minimumCell()))
        .put("personal", privacy.personal())
        .put("rows", rows(privacy))
        .put("findings", privacy.findings().stream().map(WithheldView::finding).toList())
        .map();
  }

  private static List<Object> rows(Suppression privacy) {
    String few = "fewer than %s people".formatted(Digits.whole(privacy.minimumCell()));
    List<Object> rows = new ArrayList<>();
    add(rows, "Slices of personal groups", privacy.slicesSmall(), few);
    add(
        rows,
        "Slices beside them",
        privacy.slicesComplementary(),
        "with them and a total, a small one could be computed");
    add(
        rows,
        "Slices withheld before",
        privacy.slicesPersistent(),
        "a night that tonight is compared with was withheld; sums over nights would give it away");
    add(rows, "Figures", privacy.figures(), "figures of these slices");
    add(
        rows,
        "Lines of the cost ledger",
        privacy.costLines(),
        "the same three reasons; their sums stand under “(withheld)”, so that totals add up");
    add(
        rows,
        "Slices with a finding",
        privacy.found(),
        "judged before anything was withheld; a breach among them counts in the night’s status");
    return rows;
  }

  private static void add(List<Object> rows, String what, long count, String why) {
    rows.add(
        new Fields()
            .put("what", what)
            .put("count", Digits.whole(count))
            .put("why", Mark.capital(why))
            .map());
  }

  private static String finding(WithheldFindings found) {
    return "%s in %s: %s."
        .formatted(
            Mark.capital(Sentences.count(found.slices(), "withheld slice")),
            found.sliceTitle(),
            Mark.words(found.verdict()).toLowerCase(java.util.Locale.ROOT));
  }
}

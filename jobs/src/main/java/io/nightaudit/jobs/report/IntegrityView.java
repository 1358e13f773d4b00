package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.IntegrityReport.ColumnConformance;
import io.nightaudit.jobs.report.IntegrityReport.Gap;
import io.nightaudit.jobs.report.IntegrityReport.Integrity;
import io.nightaudit.jobs.report.IntegrityReport.Retention;
import io.nightaudit.jobs.report.Report.ReasonCount;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the logs are there, whole and well formed. */
final class IntegrityView {
  private IntegrityView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    Integrity integrity = report.form().integrity();
    return new Fields()
        .put("received", received(integrity))
        .put("gaps", integrity.gaps().stream().map(IntegrityView::gap).toList())
        .put("gapTotal", minutes(integrity.gapMinutes()))
        .put("bad", bad(integrity.badRows()))
        .put("columns", integrity.conformance().stream().map(IntegrityView::column).toList())
        .put("broken", broken(integrity))
        .put("retention", prose.of(retention(integrity.retention())))
        .put("held", Sentences.count(integrity.retention().daysHeld(), "day"))
        .put("removals", removals(report))
        .put("holds", report.oversight().holds().size())
        .map();
  }

  private static String received(Integrity integrity) {
    String rows =
        integrity
            .expectedRows()
            .map(
                usual ->
                    "%s were received tonight, %s of the usual %s"
                        .formatted(
                            Sentences.count(integrity.receivedRows(), "row"),
                            Quantity.SHARE.value(integrity.receivedRows() / usual),
                            Digits.atMost(1, usual)))
            .orElse(
                "%s were received tonight; what is usual is not known yet"
                    .formatted(Sentences.count(integrity.receivedRows(), "row")));
    return "%s. Of %s since the first known one, %s were received."
        .formatted(
            rows,
            Sentences.count(integrity.nightsDue(), "night"),
            Digits.whole(integrity.nightsReceived()));
  }

  /** What retention removed lately, as the tombstones say that act on the night. */
  private static List<Map<String, Object>> removals(Report report) {
    return report.decisions().stream()
        .filter(entry -> entry.kind().equals("RETENTION"))
        .map(
            entry ->
                new Fields()
                    .put("what", entry.title().substring(entry.title().indexOf(' ') + 1))
                    .put("nights", entry.detail())
                    .put("by", entry.by())
                    .put("on", Nights.brief(entry.decidedOn()))
                    .put("id", entry.id())
                    .map())
        .toList();
  }

  private static Map<String, Object> gap(Gap gap) {
    return new Fields()
        .put("span", gap.span())
        .put("from", Nights.window(gap.from(), gap.to()))
        .put("length", minutes(gap.minutes()))
        .map();
  }

  /** Whole hours where they are whole. */
  private static String minutes(long minutes) {
    return minutes % 60 == 0
        ? Sentences.count(minutes / 60, "hour")
        : Sentences.count(minutes, "minute");
  }

  private static String bad(List<ReasonCount> rows) {
    List<String> parts = new ArrayList<>();
    rows.forEach(
        row -> parts.add(Mark.words(row.reason()) + ": " + Sentences.count(row.rows(), "row")));
    return String.join(". ", parts);
  }

  private static Map<String, Object> column(ColumnConformance column) {
    return new Fields()
        .put("column", column.column())
        .put("type", column.type().replace('_', ' '))
        .put("present", column.present() ? "yes" : "no")
        .put("broken", Digits.whole(column.broken()))
        .put(
            "reasons",
            String.join(
                ", ",
                column.reasons().stream()
                    .map(r -> r.reason() + " " + Digits.whole(r.rows()))
                    .toList()))
        .map();
  }

  private static String broken(Integrity integrity) {
    long broken = integrity.conformance().stream().filter(c -> c.broken() > 0).count();
    long absent = integrity.conformance().stream().filter(c -> !c.present()).count();
    return "%s mapped, %s absent tonight, %s with values that broke the contract"
        .formatted(
            Sentences.count(integrity.conformance().size(), "column"),
            Digits.whole(absent),
            Digits.whole(broken));
  }

  private static String retention(Retention retention) {
    if (retention.oldestNight().isEmpty()) {
      return "No night with an archive is known.";
    }
    String reach = retention.reachesFloor() ? "That reaches back" : "That does not reach back";
    String applies =
        retention.floorApplies().isEmpty()
            ? "From when on the floor applies is not known in this report."
            : "The floor applies from " + Nights.full(retention.floorApplies()) + ".";
    return "The oldest archived night that the store knows is %s: %s over %s. %s to %s, six months before tonight, the least that Art. 19(1) and 26(6) ask for. %s Whether the archive still holds these nights was not looked at: the store knows what was read, not what is kept."
        .formatted(
            Nights.full(retention.oldestNight()),
            Sentences.count(retention.nightsHeld(), "night"),
            Sentences.count(retention.daysHeld(), "day"),
            reach,
            Nights.full(retention.floorFrom()),
            applies);
  }
}

package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Report.CoverageSection;
import io.nightaudit.jobs.report.Report.HourCount;
import io.nightaudit.jobs.report.chart.HourChart;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was read and what was missing. */
final class CoverageView {
  private CoverageView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    CoverageSection coverage = report.coverage();
    return new Fields()
        .put("mark", mark(coverage.verdict()))
        .put("reasons", prose.of(reasons(coverage)))
        .put("sum", sum(coverage))
        .put("late", coverage.rowsLate() == 0 ? "" : Digits.whole(coverage.rowsLate()))
        .put("hours", hours(coverage.hours()))
        .put("checks", checks(coverage, prose))
        .put("quarantine", quarantine(coverage))
        .put("missing", missing(coverage, prose))
        .put("files", files(coverage))
        .put("missed", coverage.missedNights().stream().map(Nights::brief).toList())
        .map();
  }

  private static Mark mark(String verdict) {
    Mark mark = Mark.of(verdict);
    return verdict.equals("WITHIN_TOLERANCE")
        ? new Mark("Complete", mark.shape(), mark.colour())
        : mark;
  }

  private static String reasons(CoverageSection coverage) {
    return String.join(
        " ", coverage.reasons().stream().map(Sentences::closed).map(Mark::capital).toList());
  }

  private static String sum(CoverageSection coverage) {
    return "%s = %s + %s + %s"
        .formatted(
            Digits.whole(coverage.rowsRead()),
            Digits.whole(coverage.rowsKept()),
            Digits.whole(coverage.rowsQuarantined()),
            Digits.whole(coverage.rowsDuplicate()));
  }

  private static List<Object> hours(List<HourCount> hours) throws TemplateModelException {
    if (hours.isEmpty()) {
      return List.of();
    }
    List<Object> rows = new ArrayList<>();
    for (HourCount hour : hours) {
      rows.add(
          new Fields()
              .put("hour", String.format(Locale.ROOT, "%02d", hour.hour()))
              .put("tonight", Digits.whole(hour.tonight()) + (hour.missing() ? " (missing)" : ""))
              .put("lowest", hour.lowest().map(Digits::whole).orElse("–"))
              .put("median", hour.median().map(m -> Digits.atMost(1, m)).orElse("–"))
              .put("highest", hour.highest().map(Digits::whole).orElse("–"))
              .map());
    }
    return List.of(
        new Fields()
            .put("title", title(hours))
            .drawing("wide", HourChart.wide("hours", hours))
            .drawing("narrow", HourChart.narrow("hours", hours))
            .put("rows", rows)
            .map());
  }

  private static String title(List<HourCount> hours) {
    List<String> missing =
        hours.stream()
            .filter(HourCount::missing)
            .map(hour -> String.format(Locale.ROOT, "%02d", hour.hour()))
            .toList();
    if (!missing.isEmpty()) {
      return "No traffic where there usually is some: hours " + Sentences.list(missing, 6);
    }
    boolean every = hours.stream().allMatch(hour -> hour.tonight() > 0);
    return every ? "Traffic in every hour" : "Traffic by hour: no hour is missing";
  }

  private static List<Object> checks(CoverageSection coverage, Prose prose)
      throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (Report.Check check : coverage.checks()) {
      rows.add(
          new Fields()
              .put("name", check.name())
              .put("tonight", check.tonight())
              .put("usual", check.usual().isEmpty() ? "–" : check.usual())
              .put("mark", Mark.of(check.verdict()))
              .put("reason", prose.of(check.reason()))
              .map());
    }
    return rows;
  }

  private static List<Object> quarantine(CoverageSection coverage) {
    List<Object> rows = new ArrayList<>();
    coverage
        .quarantine()
        .forEach(
            reason ->
                rows.add(
                    new Fields()
                        .put("reason", reason.reason())
                        .put("rows", Digits.whole(reason.rows()))
                        .map()));
    return rows;
  }

  private static List<Object> missing(CoverageSection coverage, Prose prose)
      throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (Report.MissingColumn column : coverage.missingColumns()) {
      rows.add(
          new Fields()
              .put("column", column.column())
              .put("reason", prose.of(column.reason()))
              .put("metrics", Sentences.list(column.metrics(), 8))
              .map());
    }
    return rows;
  }

  private static List<Object> files(CoverageSection coverage) {
    List<Object> rows = new ArrayList<>();
    coverage
        .files()
        .forEach(
            file ->
                rows.add(
                    new Fields()
                        .put("hash", file.sha256())
                        .put("bytes", Digits.whole(file.bytes()))
                        .put("rows", Digits.whole(file.rows()))
                        .put("problem", file.problem())
                        .map()));
    return rows;
  }
}

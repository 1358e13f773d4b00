package io.nightaudit.jobs.report.period;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.jobs.report.ReportJson;
import io.nightaudit.jobs.report.VisibleText;

/**
 * The canonical {@code period.json}, written as {@code report.json} is: equal content, equal bytes.
 */
public final class PeriodJson {
  private PeriodJson() {}

  /** The bytes of the report. */
  public static byte[] write(PeriodReport report) {
    return ReportJson.canonical(report);
  }

  /** The report of bytes that {@link #write} made. */
  public static PeriodReport read(byte[] json) {
    return ReportJson.read(json, PeriodReport.class);
  }

  /** The report with every string made visible, and numbers as {@code period.json} prints them. */
  static PeriodReport visible(PeriodReport report) {
    JsonNode tree = VisibleText.visible(ReportJson.read(write(report), JsonNode.class));
    return read(ReportJson.canonical(tree));
  }
}

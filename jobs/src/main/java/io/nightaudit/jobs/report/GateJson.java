package io.nightaudit.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The canonical {@code gate.json}, written as {@code report.json} is: equal content, equal bytes.
 */
public final class GateJson {
  private GateJson() {}

  /** The bytes of the report. */
  public static byte[] write(GateReport report) {
    return ReportJson.canonical(report);
  }

  /** The report of bytes that {@link #write} made. */
  public static GateReport read(byte[] json) {
    return ReportJson.read(json, GateReport.class);
  }

  /** The report with every string made visible, and numbers as {@code gate.json} prints them. */
  static GateReport visible(GateReport report) {
    JsonNode tree = VisibleText.visible(ReportJson.read(write(report), JsonNode.class));
    return read(ReportJson.canonical(tree));
  }
}

package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;

/**
 * Renders {@code gate.html} in the look of a night's report: one self-contained page without
 * scripts, from the report of the gate alone.
 */
public final class GateHtml {
  private GateHtml() {}

  /** The bytes of the page, UTF-8. */
  public static byte[] render(GateReport report) {
    try {
      return ReportHtml.page(
          "gate.ftlh", GateView.of(GateJson.visible(report), ReportHtml.styles()));
    } catch (TemplateModelException e) {
      throw new IllegalStateException("cannot render the gate: " + e.getMessage(), e);
    }
  }
}

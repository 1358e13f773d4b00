package io.nightaudit.jobs.report.period;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.report.ReportHtml;
import java.util.Map;

/**
 * Renders {@code period.html} in the look of a night's report: one self-contained page without
 * scripts, from the report alone.
 */
public final class PeriodHtml {
  private PeriodHtml() {}

  /** The bytes of the page, UTF-8. */
  public static byte[] render(PeriodReport report) {
    return ReportHtml.page("period.ftlh", fields(report, ReportHtml.styles()));
  }

  /** What a template of the period reads, with a style sheet of its own. */
  static Map<String, Object> fields(PeriodReport report, String styles) {
    try {
      return PeriodView.of(PeriodJson.visible(report), styles);
    } catch (TemplateModelException e) {
      throw new IllegalStateException("cannot render the period: " + e.getMessage(), e);
    }
  }
}

package io.nightaudit.jobs.report.print;

import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.report.ReportHtml;
import io.nightaudit.jobs.report.ReportJson;

/**
 * Renders {@code report.pdf} from the report alone, with {@code report.json} attached.
 *
 * <p>Equal reports give equal bytes: the document's id comes from its content, its dates are the
 * night's data cut-off, fonts and colour profile are shipped.
 */
public final class ReportPdf {
  /** What is not in the shaded jar, as Maven names it. */
  public static final String LIBRARY = "io.github.openhtmltopdf:openhtmltopdf-pdfbox:1.1.65";

  private static final String NEEDED = "com.openhtmltopdf.pdfboxout.PdfRendererBuilder";

  private ReportPdf() {}

  /** Whether the class path has what lays out pages. */
  public static boolean isAvailable() {
    try {
      Class.forName(NEEDED, false, ReportPdf.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The bytes of the document. */
  public static byte[] render(Report report) {
    byte[] json = ReportJson.write(report);
    PrintPage page = PrintPage.of(ReportHtml.forPrint(report), PrintGlyphs.SHIPPED);
    return new PdfDocument(report.identity(), json).render(page.document());
  }
}

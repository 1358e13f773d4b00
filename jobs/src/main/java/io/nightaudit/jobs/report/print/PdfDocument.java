package io.nightaudit.jobs.report.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.nightaudit.jobs.report.Report.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/** Lays a page out on paper and seals what would differ between two runs. */
final class PdfDocument {
  /** The family of all text but code. */
  static final String FAMILY = "Print";

  private static final String CODE_FAMILY = "Print Mono";
  private static final String NOWHERE = "";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;
  private static final byte[] COLOURS = PrintResource.COLOURS.bytes();

  private final Seal seal;
  private final String version;

  PdfDocument(Identity identity, byte[] json) {
    this.seal = new Seal(identity, json);
    this.version = identity.version();
  }

  byte[] render(Document page) {
    XRLog.setLoggingEnabled(false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PdfBoxRenderer renderer = builder(page).buildPdfRenderer();
        PDDocument document = renderer.getPdfDocument()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      seal.on(document);
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out report.pdf: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  private PdfRendererBuilder builder(Document page) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(page, NOWHERE);
    builder.withProducer("Nightaudit " + version);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_A).usePdfUaAccessibility(true);
    builder.useColorProfile(COLOURS);
    builder.useSVGDrawer(new ChartDrawer());
    // Nothing is ever fetched: the page names no file and no address.
    builder.useUriResolver((base, uri) -> null);
    font(builder, PrintResource.REGULAR, FAMILY, NORMAL);
    font(builder, PrintResource.BOLD, FAMILY, BOLD);
    font(builder, PrintResource.MONO, CODE_FAMILY, NORMAL);
    return builder;
  }

  private static void font(
      PdfRendererBuilder builder, PrintResource font, String family, int weight) {
    builder.useFont(font::open, family, weight, FontStyle.NORMAL, true);
  }
}

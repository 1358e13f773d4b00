package io.nightaudit.jobs.report.print;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import org.w3c.dom.Element;

/** Draws the charts of the page: they are a few shapes, and their labels the document's text. */
final class ChartDrawer implements SVGDrawer {
  @Override
  public SVGImage buildSVGImage(
      Element drawing, Box box, CssContext context, double width, double height, double dots) {
    return new Chart(drawing, width, dots);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> faces, SharedContext context) {
    // Labels are in the fonts of the document.
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {
    // Labels are in the fonts of the document.
  }

  @Override
  public void addFontStream(
      FSSupplier<InputStream> font, String family, Integer weight, FontStyle style) {
    // Labels are in the fonts of the document.
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}

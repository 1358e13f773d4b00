package io.nightaudit.jobs.report.print;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer.SVGImage;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** One chart in its place on a page: lines and areas as such, labels in the fonts of the page. */
final class Chart implements SVGImage {
  private static final float LETTERS = 12;
  private static final float MITER_LIMIT = 10;

  private final Element drawing;
  private final double width;
  private final double height;
  private final double scale;

  /**
   * A chart.
   *
   * @param width in dots of the page; the drawing's own where it is not positive
   */
  Chart(Element drawing, double width, double dotsPerPixel) {
    String[] box = drawing.getAttribute("viewBox").split(" ");
    double own = Double.parseDouble(box[2]);
    this.drawing = drawing;
    this.width = width > 0 ? width : own * dotsPerPixel;
    this.scale = this.width / own;
    this.height = Double.parseDouble(box[3]) * scale;
  }

  @Override
  public int getIntrinsicWidth() {
    return (int) Math.round(width);
  }

  @Override
  public int getIntrinsicHeight() {
    return (int) Math.round(height);
  }

  @Override
  public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
    AffineTransform place = new AffineTransform(scale, 0, 0, scale, x, y);
    FSRGBColor plain = Ink.TEXT;
    new Painter((AbstractOutputDevice) device, context, place).all(drawing, plain, false);
  }

  private final class Painter {
    private final AbstractOutputDevice device;
    private final RenderingContext context;
    private final AffineTransform place;
    private final boolean small = !Trees.classes(drawing).contains("chart");

    Painter(AbstractOutputDevice device, RenderingContext context, AffineTransform place) {
      this.device = device;
      this.context = context;
      this.place = place;
    }

    private void all(Element parent, FSRGBColor verdict, boolean dashed) {
      for (Element element : Trees.children(parent)) {
        List<String> classes = Trees.classes(element);
        if (element.getTagName().equals("g")) {
          all(element, Ink.verdict(classes).orElse(verdict), classes.contains("dashed"));
        } else if (element.getTagName().equals("text")) {
          text(element, classes, Ink.text(classes, verdict));
        } else {
          ChartShape.of(element).ifPresent(shape -> draw(shape, classes, verdict, dashed));
        }
      }
    }

    private void draw(Shape shape, List<String> classes, FSRGBColor verdict, boolean dashed) {
      Shape placed = place.createTransformedShape(shape);
      Optional<FSRGBColor> fill = Ink.fill(classes, verdict);
      if (fill.isPresent()) {
        device.setColor(fill.get());
        device.fill(placed);
      } else {
        Ink.Pen pen = Ink.pen(classes, verdict, dashed, small);
        device.setColor(pen.colour());
        device.setStroke(stroke(pen));
        device.draw(placed);
      }
    }

    private BasicStroke stroke(Ink.Pen pen) {
      float[] dashes = pen.dashes().length == 0 ? null : pen.dashes().clone();
      for (int i = 0; dashes != null && i < dashes.length; i++) {
        dashes[i] *= (float) scale;
      }
      float wide = (float) (pen.width() * scale);
      int cap = BasicStroke.CAP_BUTT;
      return new BasicStroke(wide, cap, BasicStroke.JOIN_ROUND, MITER_LIMIT, dashes, 0);
    }

    private void text(Element element, List<String> classes, FSRGBColor colour) {
      FontSpecification font = font(classes.contains("strong"));
      FSFont face = context.getFont(font);
      String label = element.getTextContent();
      double room = context.getTextRenderer().getWidth(context.getFontContext(), face, label);
      double before = classes.contains("end") ? room : classes.contains("mid") ? room / 2 : 0;
      double x = place.getTranslateX() + ChartShape.number(element, "x") * scale - before;
      double y = place.getTranslateY() + ChartShape.number(element, "y") * scale;
      device.setColor(colour);
      device.setFontSpecification(font);
      device.setFont(face);
      context.getTextRenderer().drawString(device, label, (float) x, (float) y);
    }

    private FontSpecification font(boolean strong) {
      FontSpecification font = new FontSpecification();
      font.size = (float) (LETTERS * scale);
      font.families = new String[] {PdfDocument.FAMILY};
      font.fontWeight = strong ? IdentValue.FONT_WEIGHT_700 : IdentValue.NORMAL;
      font.fontStyle = IdentValue.NORMAL;
      font.variant = IdentValue.NORMAL;
      return font;
    }
  }
}

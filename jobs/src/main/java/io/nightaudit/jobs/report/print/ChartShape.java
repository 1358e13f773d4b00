package io.nightaudit.jobs.report.print;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The shapes that charts are drawn with; others are none of theirs. */
final class ChartShape {
  private static final Pattern STEP =
      Pattern.compile("([MLz])\\s*(?:(-?[\\d.]+)[\\s,]+(-?[\\d.]+))?");
  private static final Pattern POINT = Pattern.compile("(-?[\\d.]+),(-?[\\d.]+)");

  private ChartShape() {}

  static Optional<Shape> of(Element element) {
    return switch (element.getTagName()) {
      case "rect" ->
          Optional.of(
              new Rectangle2D.Double(
                  number(element, "x"),
                  number(element, "y"),
                  number(element, "width"),
                  number(element, "height")));
      case "circle" -> Optional.of(circle(element));
      case "path" -> Optional.of(path(element.getAttribute("d")));
      case "polyline" -> Optional.of(polyline(element.getAttribute("points")));
      default -> Optional.empty();
    };
  }

  static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static Shape circle(Element element) {
    double radius = number(element, "r");
    return new Ellipse2D.Double(
        number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
  }

  private static Shape path(String steps) {
    Path2D path = new Path2D.Double();
    Matcher step = STEP.matcher(steps);
    while (step.find()) {
      switch (step.group(1)) {
        case "M" -> path.moveTo(at(step, 2), at(step, 3));
        case "L" -> path.lineTo(at(step, 2), at(step, 3));
        default -> path.closePath();
      }
    }
    return path;
  }

  private static Shape polyline(String points) {
    Path2D path = new Path2D.Double();
    Matcher point = POINT.matcher(points);
    while (point.find()) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(at(point, 1), at(point, 2));
      } else {
        path.lineTo(at(point, 1), at(point, 2));
      }
    }
    return path;
  }

  private static double at(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group));
  }
}

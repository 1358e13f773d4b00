package io.nightaudit.jobs.report.chart;

import java.util.List;
import java.util.Locale;

/** One drawing under construction: escapes text, rounds coordinates to one decimal. */
final class Svg {
  private final StringBuilder markup = new StringBuilder();

  private Svg() {}

  /** Starts a drawing with its title and description; {@code id} is unique within the page. */
  static Svg image(String style, String id, int width, int height, String title, String text) {
    Svg svg = new Svg();
    svg.markup.append(
        "<svg class=\"%s\" role=\"img\" aria-labelledby=\"%s-t %s-d\" viewBox=\"0 0 %s %s\">"
            .formatted(style, id, id, width, height));
    svg.markup.append("<title id=\"").append(id).append("-t\">").append(escape(title));
    svg.markup.append("</title><desc id=\"").append(id).append("-d\">").append(escape(text));
    svg.markup.append("</desc>");
    return svg;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    return add("<path class=\"%s\" d=\"M%s %sL%s %s\"/>", style, at(x1), at(y1), at(x2), at(y2));
  }

  Svg rectangle(String style, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
        style, at(x), at(y), at(Math.max(0, width)), at(Math.max(0, height)));
  }

  Svg circle(String style, double x, double y, double radius) {
    return add(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>", style, at(x), at(y), at(radius));
  }

  Svg square(String style, double x, double y, double size) {
    return rectangle(style, x - size / 2, y - size / 2, size, size);
  }

  Svg triangle(String style, double x, double y, double size) {
    double half = size / 2;
    return add(
        "<path class=\"%s\" d=\"M%s %sL%s %sL%s %sz\"/>",
        style, at(x), at(y - half), at(x + half), at(y + half), at(x - half), at(y + half));
  }

  /** The mark of a night: a square for an alarm, a triangle for an unusual one, else a dot. */
  Svg mark(String kind, double x, double y, double size) {
    return switch (kind) {
      case "alarm" -> square("mark", x, y, size);
      case "unusual" -> triangle("mark", x, y, size);
      default -> circle("mark", x, y, size / 3.5);
    };
  }

  Svg polyline(String style, List<double[]> points) {
    StringBuilder list = new StringBuilder();
    for (double[] point : points) {
      list.append(list.isEmpty() ? "" : " ").append(at(point[0])).append(',').append(at(point[1]));
    }
    return add("<polyline class=\"%s\" points=\"%s\"/>", style, list);
  }

  Svg text(String style, double x, double y, String text) {
    String attribute = style.isEmpty() ? "" : " class=\"" + style + "\"";
    return add("<text%s x=\"%s\" y=\"%s\">%s</text>", attribute, at(x), at(y), escape(text));
  }

  /** What follows has the colour of a verdict. */
  Svg group(String style) {
    return add("<g class=\"%s\">", style);
  }

  Svg end() {
    markup.append("</g>");
    return this;
  }

  String done() {
    return markup.append("</svg>").toString();
  }

  /** At most so many characters; the last one then is an ellipsis. */
  static String shorten(String text, int limit) {
    int length = text.codePointCount(0, text.length());
    return length <= limit ? text : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
  }

  private Svg add(String format, Object... arguments) {
    markup.append(String.format(Locale.ROOT, format, arguments));
    return this;
  }

  private static String at(double coordinate) {
    long tenths = Math.round(coordinate * 10);
    long whole = tenths / 10;
    long rest = Math.abs(tenths % 10);
    String sign = tenths < 0 && whole == 0 ? "-" : "";
    return sign + whole + (rest == 0 ? "" : "." + rest);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

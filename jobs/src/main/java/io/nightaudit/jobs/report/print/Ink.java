package io.nightaudit.jobs.report.print;

import com.openhtmltopdf.css.parser.FSRGBColor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the parts of a chart look on paper, by the classes that the drawing gives them. */
final class Ink {
  static final FSRGBColor TEXT = new FSRGBColor(0x333333);
  static final FSRGBColor STRONG = new FSRGBColor(0x000000);
  private static final FSRGBColor FAINT = new FSRGBColor(0x505050);
  private static final FSRGBColor GRID = new FSRGBColor(0xE2E2E2);
  private static final FSRGBColor BAND = new FSRGBColor(0xDFE5EC);
  private static final FSRGBColor PAST = new FSRGBColor(0x8B9096);

  private static final Map<String, FSRGBColor> VERDICTS =
      Map.of(
          "c-breach", new FSRGBColor(0x8F1013),
          "c-warning", new FSRGBColor(0x744500),
          "c-changed", new FSRGBColor(0x143F70),
          "c-quiet", new FSRGBColor(0x333333));

  private static final float[] SOLID = {};

  /**
   * A pen of some colour.
   *
   * @param width in units of the chart
   * @param dashes lengths of dashes and gaps; none where the line is solid
   */
  record Pen(FSRGBColor colour, float width, float[] dashes) {}

  private Ink() {}

  /** The colour of the verdict that a group has, where it has one. */
  static Optional<FSRGBColor> verdict(List<String> classes) {
    return classes.stream().filter(VERDICTS::containsKey).findFirst().map(VERDICTS::get);
  }

  /** What fills a shape; empty where it is drawn with a pen. */
  static Optional<FSRGBColor> fill(List<String> classes, FSRGBColor verdict) {
    return switch (classes.get(0)) {
      case "band" -> Optional.of(BAND);
      case "past" -> Optional.of(PAST);
      case "mark" -> Optional.of(verdict);
      default -> Optional.empty();
    };
  }

  /** The pen of a line. */
  static Pen pen(List<String> classes, FSRGBColor verdict, boolean dashed, boolean small) {
    return switch (classes.get(0)) {
      case "grid" -> new Pen(GRID, 1, SOLID);
      case "axis" -> new Pen(FAINT, 1, SOLID);
      case "before" -> new Pen(PAST, 1.2f, new float[] {1, 3});
      case "median" -> new Pen(PAST, 1.2f, SOLID);
      case "release" -> new Pen(TEXT, 1, new float[] {4, 3});
      case "whisker" -> new Pen(verdict, 1.2f, SOLID);
      case "line" -> line(classes, verdict, dashed, small);
      default -> throw new IllegalArgumentException("no pen draws '" + classes.get(0) + "'");
    };
  }

  private static Pen line(List<String> classes, FSRGBColor verdict, boolean dashed, boolean small) {
    if (classes.contains("ago")) {
      return new Pen(FAINT, 1.4f, SOLID);
    }
    return small
        ? new Pen(TEXT, 1.2f, SOLID)
        : new Pen(verdict, 1.75f, dashed ? new float[] {6, 2} : SOLID);
  }

  /** The colour of a label. */
  static FSRGBColor text(List<String> classes, FSRGBColor verdict) {
    return classes.contains("colour") ? verdict : classes.contains("strong") ? STRONG : TEXT;
  }
}

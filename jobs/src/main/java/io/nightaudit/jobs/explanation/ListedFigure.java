package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.report.Identifiers;
import io.nightaudit.jobs.report.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the list of figures.
 *
 * @param id what {@code explain} is asked for
 */
public record ListedFigure(
    String id,
    String metric,
    Map<String, String> slice,
    String sliceTitle,
    Optional<Double> value,
    String unit,
    long n,
    String verdict) {
  private static final int SLICE = 32;
  private static final int METRIC = 26;

  public static ListedFigure of(
      Measure measure, Slice slice, double value, String unit, long n, String verdict) {
    return new ListedFigure(
        Identifiers.figure(measure, slice),
        measure.name(),
        slice.asMap(),
        slice.title(),
        Exact.present(value),
        unit,
        n,
        verdict);
  }

  /** What a person reads of figures. */
  public static String text(List<ListedFigure> figures) {
    StringBuilder text = new StringBuilder();
    figures.forEach(figure -> text.append(figure.line()).append('\n'));
    return text.toString();
  }

  private String line() {
    Quantity quantity = Quantity.of(metric, unit);
    return "%s  %s %s %s %s"
        .formatted(
            id,
            fitted(metric, METRIC),
            fitted(sliceTitle, SLICE),
            fitted(value.map(quantity::value).orElse("–"), 10),
            verdict)
        .stripTrailing();
  }

  private static String fitted(String text, int width) {
    String shown = VisibleText.of(text);
    int length = shown.codePointCount(0, shown.length());
    return length > width
        ? shown.substring(0, shown.offsetByCodePoints(0, width - 1)) + "…"
        : shown + " ".repeat(width - length);
  }
}

package io.nightaudit.jobs.metric;

import static io.nightaudit.jobs.metric.Column.ANSWER;
import static io.nightaudit.jobs.metric.Column.PROMPT;

import io.nightaudit.metrics.text.Script;
import io.nightaudit.metrics.text.TextDescription;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The extractions that several metrics of the catalogue have in common. */
final class Extractions {
  private Extractions() {}

  static Extraction text(Column column, int scale, ToDoubleFunction<TextDescription> value) {
    return new Extraction.Quantity(
        scale, o -> o.has(column) ? value.applyAsDouble(o.text(column)) : Double.NaN);
  }

  static Extraction textShare(Column column, Predicate<TextDescription> holds) {
    return new Extraction.Share(o -> o.has(column), o -> holds.test(o.text(column)));
  }

  static Extraction script(Column column) {
    return new Extraction.Category(
        o -> o.has(column) ? o.text(column).script().name().toLowerCase(Locale.ROOT) : null);
  }

  static Extraction number(int scale, Column column) {
    return new Extraction.Quantity(scale, o -> o.number(column));
  }

  static Extraction category(Column column) {
    return new Extraction.Category(o -> o.category(column));
  }

  static Extraction slower(double milliseconds) {
    return new Extraction.Share(
        o -> o.has(Column.DURATION_MS), o -> o.number(Column.DURATION_MS) > milliseconds);
  }

  static Extraction guardrail(Predicate<Observation> holds) {
    return new Extraction.Share(o -> o.has(Column.GUARDRAILS), holds);
  }

  static boolean hasBothTexts(Observation o) {
    return o.has(PROMPT) && o.has(ANSWER) && lettered(o, PROMPT) && lettered(o, ANSWER);
  }

  private static boolean lettered(Observation o, Column column) {
    return o.text(column).script() != Script.NONE;
  }

  static boolean scriptsDiffer(Observation o) {
    return o.text(PROMPT).script() != o.text(ANSWER).script();
  }

  static boolean isJson(String format) {
    return format != null && format.toLowerCase(Locale.ROOT).contains("json");
  }

  static boolean isLength(String reason) {
    return reason != null && (reason.contains("length") || reason.contains("max_tokens"));
  }

  static double perplexity(Observation o) {
    double tokens = o.number(Column.OUTPUT_TOKENS);
    return tokens > 0 ? StrictMath.exp(-o.number(Column.OUTPUT_LOGPROB_SUM) / tokens) : Double.NaN;
  }
}

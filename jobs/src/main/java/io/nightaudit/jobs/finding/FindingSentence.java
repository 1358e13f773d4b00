package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.metric.ValueText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One sentence for each finding, and the numbers behind it. */
final class FindingSentence {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  private FindingSentence() {}

  static String of(Measure measure, Slice slice, Evidence evidence, Judgement judgement) {
    String where = slice.isAll() ? "over all traffic" : "for " + slice.title();
    String what = measure.title() + " " + where;
    return switch (measure.metric().unit()) {
      case "mix" -> what + ": the mix has changed.";
      case "score" ->
          measure.argument().isEmpty()
              ? terms(what, evidence)
              : moved(what, measure, evidence, judgement);
      default -> moved(what, measure, evidence, judgement);
    };
  }

  private static String terms(String what, Evidence evidence) {
    return evidence.baseline().value() > 0
        ? what
            + ": the words have changed (score %s, before %s)."
                .formatted(
                    ValueText.number(evidence.value()),
                    ValueText.number(evidence.baseline().value()))
        : what + ": the words have changed.";
  }

  private static String moved(
      String what, Measure measure, Evidence evidence, Judgement judgement) {
    double before = before(evidence, judgement);
    String unit = measure.metric().unit();
    if (Double.isNaN(before)) {
      return "%s: %s.".formatted(what, ValueText.of(unit, evidence.value()));
    }
    String verb = evidence.value() > before ? "rose" : evidence.value() < before ? "fell" : "is";
    return verb.equals("is")
        ? "%s: %s, as before.".formatted(what, ValueText.of(unit, evidence.value()))
        : "%s %s to %s, before %s."
            .formatted(
                what, verb, ValueText.of(unit, evidence.value()), ValueText.of(unit, before));
  }

  private static double before(Evidence evidence, Judgement judgement) {
    return Double.isNaN(evidence.baseline().value())
        ? judgement.expected()
        : evidence.baseline().value();
  }

  static String evidence(Measure measure, Evidence evidence, Judgement judgement) {
    StringBuilder text = new StringBuilder(value(measure, evidence));
    double before = before(evidence, judgement);
    if (!Double.isNaN(before) && !measure.metric().unit().equals("mix")) {
      text.append(", ").append(ValueText.change(measure.metric().unit(), before, evidence.value()));
    }
    return text.append("; ").append(judgement.reason()).toString();
  }

  private static String value(Measure measure, Evidence evidence) {
    String value = ValueText.of(measure.metric().unit(), evidence.value());
    return evidence.numerator() >= 0
        ? String.format(Locale.ROOT, "%s (%,d of %,d)", value, evidence.numerator(), evidence.n())
        : String.format(Locale.ROOT, "%s of %,d", value, evidence.n());
  }

  static String ofRelease(ReleaseChange change) {
    String since = LocalDate.ofEpochDay(change.epochDay()).format(DAY);
    String route = change.route().title();
    return change.silent()
        ? "Behind the unchanged name %s another model answers since %s: %s instead of %s."
            .formatted(route, since, change.to(), change.from())
        : "A new release serves %s since %s: %s instead of %s."
            .formatted(route, since, change.to(), change.from());
  }
}

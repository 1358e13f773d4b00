package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.SelfReport.Budget;
import io.nightaudit.jobs.report.SelfReport.PlaceboStudy;
import java.util.ArrayList;
import java.util.List;

/** The accepted false alarms beside those of the placebo study, in sentences. */
final class FalseAlarmText {
  private static final double SMALLEST_PRINTED = 0.001;

  private final Budget budget;
  private final PlaceboStudy study;

  FalseAlarmText(Report.Method method) {
    this.budget = method.budget();
    this.study = method.placebo();
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "You accept %s in 30 nights. They are shared out by the policy alone, over levels, slices and metrics: what other slices do moves no limit."
            .formatted(alarms(budget.falsePerMonth())));
    if (study.alarmsPerMonth().isEmpty()) {
      sentences.add("There is no placebo study tonight: " + Sentences.closed(study.reason()));
      return sentences;
    }
    sentences.add(
        "Placebo study: the history of %s was put in %s other orders, weeks of %s nights together, so that whatever alarms in them is chance. The same rules judged every order."
            .formatted(
                Sentences.count(study.streams(), "stream"),
                study.reorderings(),
                study.blockNights()));
    sentences.add(compared());
    if (study.leftOut() > 0) {
      sentences.add(
          "%s with a score %s left out: the history without a change is too short, or the stream is beyond the largest that are studied."
              .formatted(
                  Sentences.count(study.leftOut(), "stream"),
                  study.leftOut() == 1 ? "was" : "were"));
    }
    study.mostDependent().map(this::dependent).ifPresent(sentences::add);
    return sentences;
  }

  private String compared() {
    double accepted = study.budget().orElseThrow();
    return "They raised %s in 30 nights (%s interval %s to %s), where they may raise %s: %s."
        .formatted(
            alarms(study.alarmsPerMonth().orElseThrow()),
            Digits.significant(100 * study.confidence()) + "%",
            number(study.low().orElseThrow()),
            number(study.high().orElseThrow()),
            number(accepted),
            verdict(accepted));
  }

  private String verdict(double accepted) {
    if (study.low().orElseThrow() > accepted) {
      return "more than was accepted, so read the findings of tonight with that in mind";
    }
    return study.high().orElseThrow() < accepted
        ? "fewer than was accepted"
        : "the accepted number lies within the interval";
  }

  private String dependent(SelfReport.Dependence most) {
    String where =
        "%s, %s (%s; %s)"
            .formatted(
                most.title(), most.sliceTitle(), most.figure(), Digits.exactly(2, most.value()));
    return study.dependent() == 0
        ? "No stream has nights that depend on each other much (autocorrelation of 0.3 or more); the most has %s."
            .formatted(where)
        : "%s of %s nights that depend on each other (autocorrelation of 0.3 or more), the most %s. Such a stream alarms more often than its share."
            .formatted(
                Digits.whole(study.dependent()),
                Sentences.count(study.streams(), "stream")
                    + (study.streams() == 1 ? " has" : " have"),
                where);
  }

  /** What is accepted and what was raised, as the lines of a table. */
  List<Object> rows() {
    List<Object> rows = new ArrayList<>();
    rows.add(row("Accepted, of everything that is watched", number(budget.falsePerMonth())));
    rows.add(
        row(
            "Of these, for the %s with a score in this report"
                .formatted(Sentences.count(budget.streams(), "stream")),
            number(budget.streamsBudget())));
    study
        .budget()
        .ifPresent(
            accepted ->
                rows.add(
                    row(
                        "Of these, for the %s studied"
                            .formatted(Sentences.count(study.streams(), "stream")),
                        number(accepted))));
    rows.add(row("Raised by the streams studied, without a change", raised()));
    return rows;
  }

  private String raised() {
    if (study.alarmsPerMonth().isEmpty()) {
      return "not known: " + study.reason();
    }
    return "%s (%s interval %s to %s; %s nights at risk)"
        .formatted(
            number(study.alarmsPerMonth().get()),
            Digits.significant(100 * study.confidence()) + "%",
            number(study.low().orElseThrow()),
            number(study.high().orElseThrow()),
            Digits.whole(study.nights()));
  }

  private static Object row(String name, String value) {
    return new Fields().put("name", name).put("value", value).map();
  }

  private static String alarms(double count) {
    return number(count) + (count == 1 ? " false alarm" : " false alarms");
  }

  private static String number(double value) {
    return value > 0 && value < SMALLEST_PRINTED
        ? "less than " + SMALLEST_PRINTED
        : Digits.significant(2, value);
  }
}

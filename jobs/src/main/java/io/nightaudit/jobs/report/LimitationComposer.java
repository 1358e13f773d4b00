package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.report.FullForm.Limitation;
import io.nightaudit.jobs.report.Report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Says what this run cannot say: one sentence for each condition that holds. Never empty. */
final class LimitationComposer {
  private static final Set<String> HEURISTIC =
      Set.of(
          Metric.PROMPT_QUESTION.id(),
          Metric.PROMPT_FRAGMENT.id(),
          Metric.PROMPT_READABILITY.id(),
          Metric.ANSWER_QUESTION.id(),
          Metric.ANSWER_FRAGMENT.id(),
          Metric.ANSWER_READABILITY.id(),
          Metric.ANSWER_REFUSAL.id());

  private final NightRecord record;
  private final AuditConfiguration configuration;
  private final Policy policy;
  private final Coverage coverage;
  private final List<Figure> figures;
  private final List<LabelEntry> labels;
  private final boolean signed;
  private final List<Limitation> found = new ArrayList<>();

  LimitationComposer(
      NightRecord record, List<Figure> figures, List<LabelEntry> labels, boolean signed) {
    this.record = record;
    this.configuration = record.configuration();
    this.policy = configuration.policy();
    this.coverage = record.coverage();
    this.figures = figures;
    this.labels = labels;
    this.signed = signed;
  }

  List<Limitation> compose() {
    data();
    verdicts();
    columns();
    people();
    proof();
    always();
    return List.copyOf(found);
  }

  private void data() {
    if (coverage.input() != Coverage.Input.READ) {
      add("no-data", "There is no data of this night: nothing is said of the system.");
    } else if (!record.judged().reliable()) {
      add(
          "incomplete",
          "The archive of this night is not complete, so no verdict stands: "
              + String.join("; ", record.judged().reasons())
              + ".",
          Night::isComputed);
    }
    if (!record.missedNights().isEmpty()) {
      add(
          "missed-nights",
          "%s since %s had no archive; what happened in them is not known."
              .formatted(
                  Sentences.count(record.missedNights().size(), "night"), record.firstNight()));
    }
    if (coverage.rowsQuarantined() > 0) {
      add(
          "quarantine",
          "%s broke the contract and are in no figure."
              .formatted(Sentences.count(coverage.rowsQuarantined(), "row")));
    }
    if (!hasKey()) {
      add(
          "duplicates",
          "The key of an interaction is not mapped, so a row that stands twice counts twice.");
    }
    add(
        "late",
        configuration.archive().lateDays() == 0
            ? "Rows that arrive in a later night’s folder are not looked for."
            : "Rows that arrive later are seen only when the night is run again.");
  }

  private boolean hasKey() {
    List<String> key = configuration.archive().key();
    return !key.isEmpty()
        && key.stream()
            .allMatch(
                name ->
                    configuration.archive().columns().containsKey(name)
                        || configuration.archive().dimensions().containsKey(name));
  }

  private void verdicts() {
    int known = record.nightsKnown();
    if (known < policy.baselineNights()) {
      add(
          "short-history",
          "%s before tonight are known, %s are wanted; only large changes can be seen."
              .formatted(Sentences.count(known, "night"), policy.baselineNights()),
          Night::isComputed);
    }
    policy
        .excluded(record.epochDay())
        .ifPresent(
            reason ->
                add(
                    "excluded",
                    "The calendar excludes this night from the daily score: " + reason + ".",
                    Night::isComputed));
    with("learning", "Still learning, so a change is not seen: %s.", is(Verdict.LEARNING));
    with("too-little-data", "Too few rows for a verdict: %s.", is(Verdict.INSUFFICIENT_DATA));
    blind();
  }

  private void blind() {
    with(
        "blind",
        "Blind to a change of the material size within 14 nights: %s.",
        figure ->
            figure
                .minimumDetectable()
                .flatMap(SelfReport.MinimumDetectable::seesMaterial)
                .map(sees -> !sees)
                .orElse(false));
  }

  private void columns() {
    with(
        "not-computed",
        "Not computed, because the archive lacks a column (section 3): %s.",
        is(Verdict.NOT_COMPUTED));
    long unpriced =
        record.costs().stream()
            .filter(line -> !line.priced())
            .mapToLong(CostLine::interactions)
            .sum();
    if (unpriced > 0) {
      add(
          "unpriced",
          "%s have no price: the cost of the night is higher than what is printed."
              .formatted(Sentences.count(unpriced, "interaction")),
          figure -> figure.family().equals(Family.COST.name()));
    }
    with(
        "heuristics",
        "Recognised by words and punctuation, mostly English ones, so the unusual is missed: %s.",
        figure -> HEURISTIC.contains(figure.metric()) && Night.isComputed(figure));
    if (!has(Column.RESPONSE_MODEL) && !has(Column.PROMPT_VERSION)) {
      add("releases", "The log does not name what answered: a change of release cannot be seen.");
    }
    if (!has(Column.USER_ID_HASH)) {
      add("users", "The log has no pseudonyms of users: interactions stand for people.");
    }
    if (!has(Column.GUARDRAILS)) {
      add(
          "guardrails",
          "The log has no guardrail events: what was blocked, or passed, is not known.");
    }
  }

  private boolean has(Column column) {
    return coverage.present().contains(column.id());
  }

  private void people() {
    boolean labelled = labels.stream().anyMatch(label -> label.estimate().isPresent());
    if (!labelled) {
      add(
          "no-labels",
          "No labels by people can be used: the error of automatic scores, and what guardrails miss, is not known.",
          figure ->
              Set.of(Family.QUALITY.name(), Family.GUARDRAIL.name()).contains(figure.family())
                  && Night.isComputed(figure));
    }
    if (!record.review().isEmpty()) {
      add(
          "review",
          "Interactions for review are a sample. That they were drawn does not say that anyone looked.");
    }
  }

  private void proof() {
    if (!signed) {
      add(
          "unsigned",
          "This report is unsigned: a chain of hashes without a signature, or without its head kept elsewhere, detects accidents, not attackers.");
    }
    Optional<Boolean> covers = policy.approval().covers(record.night());
    if (policy.approval().by().isEmpty()) {
      add("approval", "Who approved the thresholds is not recorded.");
    }
    if (covers.isEmpty()) {
      add(
          "effective-from",
          "From which night on the thresholds hold is not recorded; they may have been set after the fact.");
    } else if (!covers.get()) {
      add(
          "set-later",
          "The thresholds are meant for nights from %s on: this night is judged by limits that were set for later ones."
              .formatted(policy.approval().effectiveFrom()));
    }
  }

  private void always() {
    add(
        "logs",
        "What is not logged is not seen, and the log cannot show harm, its cause, or what people did with an answer.");
    add("absence", "No sign of a problem is not a sign of no problem.");
  }

  private static Predicate<Figure> is(Verdict verdict) {
    return figure -> Night.is(figure, verdict);
  }

  private void with(String id, String sentence, Predicate<Figure> touches) {
    long count = figures.stream().filter(touches).count();
    if (count > 0) {
      add(id, sentence.formatted(Sentences.count(count, "figure")), touches);
    }
  }

  private void add(String id, String text) {
    found.add(new Limitation(id, text, List.of()));
  }

  private void add(String id, String text, Predicate<Figure> touches) {
    found.add(new Limitation(id, text, figures.stream().filter(touches).map(Figure::id).toList()));
  }
}

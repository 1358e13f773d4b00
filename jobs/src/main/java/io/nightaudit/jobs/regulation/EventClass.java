package io.nightaudit.jobs.regulation;

import io.nightaudit.jobs.metric.Column;
import java.util.List;
import java.util.stream.Stream;

/** The classes of events that Art. 12(2) names, with the columns that can hold them. */
public enum EventClass {
  RISK(
      "12(2)(a)",
      "Situations that may present a risk (Art. 79(1)), and substantial modifications",
      Column.GUARDRAILS.id(),
      Column.STATUS.id(),
      Column.ERROR_TYPE.id(),
      Column.RESPONSE_MODEL.id(),
      Column.PROMPT_VERSION.id(),
      Column.APP_VERSION.id()),
  MONITORING(
      "12(2)(b)",
      "What post-market monitoring needs (Art. 72)",
      Column.SCORES.id(),
      Column.FEEDBACK.id(),
      Column.PROMPT.id(),
      Column.ANSWER.id(),
      Column.DURATION_MS.id(),
      Column.STATUS.id()),
  OPERATION(
      "12(2)(c)",
      "What deployers need to monitor the operation (Art. 26(5))",
      Column.APP_NAME.id(),
      Column.PROMPT.id(),
      Column.STATUS.id(),
      Column.GUARDRAILS.id(),
      Evidence.OVERRIDDEN,
      Evidence.ESCALATED);

  private final String article;
  private final String subject;
  private final List<String> columns;

  EventClass(String article, String subject, String... columns) {
    this.article = article;
    this.subject = subject;
    this.columns = List.of(columns);
  }

  public String article() {
    return article;
  }

  public String subject() {
    return subject;
  }

  /** Ids of its columns that the night has. */
  public List<String> logged(NightFacts facts) {
    return columns(facts, true).toList();
  }

  /** Ids of its columns that the night does not have. */
  public List<String> missing(NightFacts facts) {
    return columns(facts, false).toList();
  }

  /** How much of it is logged. */
  public EvidenceStatus status(NightFacts facts) {
    if (logged(facts).isEmpty()) {
      return EvidenceStatus.NO_EVIDENCE_IN_LOGS;
    }
    return missing(facts).isEmpty()
        ? EvidenceStatus.EVIDENCE_PRESENT
        : EvidenceStatus.EVIDENCE_PARTIAL;
  }

  private Stream<String> columns(NightFacts facts, boolean present) {
    return columns.stream().filter(column -> (facts.read() && facts.has(column)) == present);
  }
}

package io.nightaudit.jobs.regulation;

import static io.nightaudit.jobs.regulation.Duty.Whose.BOTH;
import static io.nightaudit.jobs.regulation.Duty.Whose.DEPLOYER;
import static io.nightaudit.jobs.regulation.Duty.Whose.PROVIDER;
import static io.nightaudit.jobs.regulation.Evidence.column;
import static io.nightaudit.jobs.regulation.Evidence.fact;
import static io.nightaudit.jobs.regulation.Evidence.metric;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Metric;
import java.util.List;

/**
 * The articles of the evidence map: what each asks, the evidence that it needs of a night, and what
 * no log can show. The one place where a new column or metric becomes evidence.
 */
public enum Article {
  RISK_MANAGEMENT(
      "9",
      "Art. 9",
      "Risk management",
      Duty.of(
              PROVIDER,
              "Find, evaluate and reduce risks over the life of the system, also from data of its use, and test against limits that were set before.",
              "The risk file itself; who approved the limits, and when; whether the risk that remains is acceptable; tests before the system was placed on the market; hazards that nobody has seen.")
          .decidedByPeople()
          .in("comparisons", "findings")
          .shownIn("findings", "method"),
      fact(Fact.LIMITS),
      fact(Fact.BASELINE),
      metric(Metric.SCORES, "quality in use"),
      metric(Metric.ERRORS, "errors in use"),
      metric(Metric.GUARDRAIL_HITS, "what the guardrails stop")),
  DATA_GOVERNANCE(
      "10",
      "Art. 10",
      "Data and data governance",
      Duty.of(
              PROVIDER,
              "Govern the data that the system is trained, validated and tested with; it must be relevant and representative of those it serves.",
              "Anything about training, validation and test data; bias, where no group labels may lawfully be held.")
          .decidedByPeople()
          .in("measurements", "comparisons")
          .shownIn("families", "mix"),
      fact(Fact.BASELINE),
      metric(Metric.PROMPT_TERMS, "drift of the words of questions"),
      metric(Metric.PROMPT_SCRIPT, "the scripts that people write in"),
      column(Column.LANGUAGE, "the languages that are served")),
  TECHNICAL_DOCUMENTATION(
      "11",
      "Art. 11, Annex IV",
      "Technical documentation",
      Duty.of(
              PROVIDER,
              "Keep the technical documentation up to date. This report can feed points 2(g) test reports, 3 monitoring, 4 metrics, 6 changes and 9 post-market evaluation.",
              "Points 1, 2(a) to (f), 2(h), 5, 7 and 8 of Annex IV, the declaration of conformity among them.")
          .decidedByPeople()
          .in("measurements", "releases")
          .shownIn("method", "releases"),
      fact(Fact.LIMITS),
      fact(Fact.BASELINE),
      metric(Metric.SCORES, "quality for the test reports"),
      column(Column.RESPONSE_MODEL, "changes of the model"),
      column(Column.PROMPT_VERSION, "changes of the prompt")),
  RECORD_KEEPING(
      "12",
      "Art. 12",
      "Record-keeping",
      Duty.of(
              PROVIDER,
              "The system must be able to record events by itself over its lifetime: those that tell of risks or of substantial modifications, and those that monitoring needs.",
              "Events that were never emitted; whether the system could record more than it does.")
          .in("coverage", "quarantine")
          .shownIn("coverage"),
      fact(Fact.COVERAGE_COMPLETE),
      fact(Fact.NIGHTS_UNBROKEN),
      column(Column.START_TIME, "when events happened"),
      column(Column.INTERACTION_ID, "duplicate rows"),
      column(Column.RESPONSE_MODEL, "which model answered"),
      column(Column.STATUS, "failed requests"),
      column(Column.GUARDRAILS, "guardrail events")),
  INFORMATION(
      "13",
      "Art. 13",
      "Information to deployers",
      Duty.of(
              PROVIDER,
              "Tell deployers what the system does, how accurate it is, where its limits are and how its logs are collected.",
              "The declared accuracy, so observed is not set against declared; whether the instructions can be understood.")
          .decidedByPeople()
          .in("measurements")
          .shownIn("families"),
      metric(Metric.SCORES, "accuracy as observed"),
      metric(Metric.ERRORS, "reliability as observed"),
      metric(Metric.DURATION_P95, "speed as observed")),
  HUMAN_OVERSIGHT(
      "14",
      "Art. 14",
      "Human oversight",
      Duty.of(
              BOTH,
              "People must be able to understand the system, to doubt it, to overrule it and to stop it.",
              "Competence and authority of these people; the quality of their judgement; whether the stop button works.")
          .in("measurements")
          .shownIn("families"),
      column(Evidence.OVERRIDDEN, "how often people overrule the system"),
      column(Evidence.ESCALATED, "how often a case goes to a person")),
  ACCURACY(
      "15",
      "Art. 15",
      "Accuracy, robustness, cybersecurity",
      Duty.of(
              PROVIDER,
              "Perform consistently over the lifetime, with declared metrics, and withstand errors and attacks.",
              "True accuracy beyond what people labelled; unknown attacks; what the guardrails miss, unless a sample is reviewed.")
          .in("measurements", "findings")
          .shownIn("families", "findings"),
      fact(Fact.BASELINE),
      metric(Metric.SCORES, "accuracy"),
      metric(Metric.ERRORS, "errors"),
      metric(Metric.GUARDRAIL_HITS, "attacks and leaks that the guardrails see"),
      fact(Fact.LABELS)),
  QUALITY_MANAGEMENT(
      "17",
      "Art. 17",
      "Quality management",
      Duty.of(
              PROVIDER,
              "Run a quality management system: management of changes, tests, monitoring, incidents, records and accountability.",
              "The quality management system itself; what is decided outside this audit.")
          .decidedByPeople()
          .in("runs", "decisions", "releases")
          .shownIn("releases", "sign-off"),
      fact(Fact.NIGHTS_UNBROKEN),
      column(Column.RESPONSE_MODEL, "changes of the model"),
      column(Column.PROMPT_VERSION, "changes of the prompt"),
      fact(Fact.SIGN_OFF)),
  KEEPING_DOCUMENTS(
      "18",
      "Art. 18",
      "Keeping documents",
      Duty.of(
              PROVIDER,
              "Keep the documentation for ten years after the system was placed on the market.",
              "Whether this report belongs to the ten-year set: the operator decides.")
          .decidedByPeople()
          .in("runs")
          .shownIn("provenance"),
      fact(Fact.COVERAGE_COMPLETE),
      fact(Fact.NIGHTS_UNBROKEN)),
  KEEPING_LOGS(
      "19",
      "Art. 19, 26(6)",
      "Keeping logs",
      Duty.of(
              BOTH,
              "Keep the logs under one’s control for a period that suits their purpose, six months at least, unless other law such as data protection provides otherwise.",
              "Whether the archive still holds every night that was measured; logs that others hold; the lawful basis; the right period above six months.")
          .in("coverage")
          .shownIn("coverage"),
      fact(Fact.NIGHTS_UNBROKEN),
      fact(Fact.SIX_MONTHS),
      column(Column.START_TIME, "the time of each interaction")),
  CORRECTIVE_ACTION(
      "20",
      "Art. 20",
      "Corrective action",
      Duty.of(
              PROVIDER,
              "Correct, withdraw, disable or recall a system that is not in conformity, at once, and inform those concerned.",
              "The judgement that the system is not in conformity, and who was informed. Before a change that may spoil an investigation of a serious incident, Art. 73(6) asks to inform the authority.")
          .decidedByPeople()
          .in("findings", "recommendations", "decisions")
          .shownIn("recommendations"),
      fact(Fact.BASELINE),
      column(Column.REQUEST_MODEL, "the route that a rollback would change"),
      column(Column.RESPONSE_MODEL, "the release that answered")),
  DEPLOYERS(
      "26",
      "Art. 26(1), (2), (4), (5)",
      "Duties of deployers",
      Duty.of(
              DEPLOYER,
              "Use the system by its instructions, oversee it, watch that input suits its purpose, monitor it and inform the provider; suspend its use where it presents a risk.",
              "Whether instructions are followed outside the logged channel; whether notices were received.")
          .in("runs", "findings", "measurements")
          .shownIn("coverage", "findings", "families"),
      fact(Fact.COVERAGE_COMPLETE),
      fact(Fact.NIGHTS_UNBROKEN),
      fact(Fact.BASELINE),
      metric(Metric.PROMPT_TERMS, "drift of the input"),
      metric(Metric.SCORES, "quality in use"),
      metric(Metric.ERRORS, "errors in use"),
      metric(Metric.GUARDRAIL_HITS, "what the guardrails stop")),
  RIGHTS_ASSESSMENT(
      "27",
      "Art. 27",
      "Fundamental rights impact assessment",
      Duty.of(
              DEPLOYER,
              "Public bodies and services, and users for credit or insurance (Annex III 5(b) and (c)), assess the impact on fundamental rights before first use and when something changes.",
              "The assessment itself; whether this operator owes one.")
          .decidedByPeople()
          .in("measurements")
          .shownIn("families"),
      metric(Metric.INTERACTIONS, "how often the system is used"),
      metric(Metric.USERS, "how many people use it"),
      metric(Metric.PROMPT_TERMS, "changes of its use")),
  TRANSPARENCY(
      "50",
      "Art. 50",
      "Transparency",
      Duty.of(
              BOTH,
              "Tell people that they talk to an AI system, mark what it makes so that machines can tell, and disclose deep fakes.",
              "That a person saw the notice; that the marking withstands editing; whether an exception applies.")
          .in("measurements")
          .shownIn("families"),
      column(Evidence.DISCLOSED, "people being told"),
      column(Evidence.MARKED, "outputs being marked")),
  MONITORING(
      "72",
      "Art. 72",
      "Post-market monitoring",
      Duty.of(
              PROVIDER,
              "Collect, document and analyse data on the performance of the system over its lifetime, by a plan.",
              "The plan itself; complaints, field reports and other channels, unless they are fed in.")
          .in("runs", "findings", "measurements")
          .shownIn("coverage", "findings", "families"),
      fact(Fact.COVERAGE_COMPLETE),
      fact(Fact.NIGHTS_UNBROKEN),
      fact(Fact.BASELINE),
      metric(Metric.SCORES, "quality in use"),
      metric(Metric.ERRORS, "errors in use"),
      metric(Metric.GUARDRAIL_HITS, "what the guardrails stop"),
      fact(Fact.MONITORING_PLAN)),
  SERIOUS_INCIDENTS(
      "73",
      "Art. 73",
      "Serious incidents",
      Duty.of(
              BOTH,
              "The provider, or the deployer where the provider cannot be reached, reports serious incidents to the authority.",
              "Harm, cause and the duty to report: a person declares an incident. A breach of a limit is not by itself a serious incident.")
          .decidedByPeople()
          .in("findings", "releases", "recommendations")
          .shownIn("recommendations", "findings"),
      column(Column.START_TIME, "when it was first seen"),
      column(Column.USER_ID_HASH, "how many people are affected"),
      column(Column.RESPONSE_MODEL, "which model answered"),
      column(Column.PROMPT_VERSION, "which prompt was in use"),
      metric(Metric.GUARDRAIL_HITS, "what the guardrails stop")),
  EXPLANATION(
      "86",
      "Art. 86",
      "Explanation of single decisions",
      Duty.of(
              DEPLOYER,
              "Explain to a person affected the part that the system had in a decision, and its main elements.",
              "The explanation itself. This report holds totals only; the records of one decision stay in the archive, where they are found by id.")
          .decidedByPeople()
          .in("review_queue")
          .shownIn("review"),
      column(Column.INTERACTION_ID, "the records of one decision"),
      column(Column.RESPONSE_MODEL, "which model answered"),
      column(Column.PROMPT_VERSION, "which prompt was in use"));

  private final String id;
  private final String title;
  private final String subject;
  private final Duty duty;
  private final List<Evidence> needs;

  Article(String id, String title, String subject, Duty duty, Evidence... needs) {
    this.id = id;
    this.title = title;
    this.subject = subject;
    this.duty = duty;
    this.needs = List.of(needs);
  }

  /** Its number, as the calendar names it. */
  public String id() {
    return id;
  }

  /** What a report prints, such as Art. 12. */
  public String title() {
    return title;
  }

  /** What it is about. */
  public String subject() {
    return subject;
  }

  Duty duty() {
    return duty;
  }

  List<Evidence> needs() {
    return needs;
  }

  /** Whether it binds high-risk systems alone. */
  boolean isOfHighRiskAlone() {
    return this != TRANSPARENCY;
  }

  /** Whether the operator's counsel sets its date. */
  boolean isDatedByCounsel() {
    return this == MONITORING || this == SERIOUS_INCIDENTS;
  }
}

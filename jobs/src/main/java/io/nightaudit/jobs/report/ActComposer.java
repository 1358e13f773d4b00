package io.nightaudit.jobs.report;

import io.nightaudit.jobs.policy.Redaction;
import io.nightaudit.jobs.policy.RegulationSettings;
import io.nightaudit.jobs.policy.RegulatoryDate;
import io.nightaudit.jobs.regulation.ArticleEvidence;
import io.nightaudit.jobs.regulation.ArticleMap;
import io.nightaudit.jobs.regulation.EventClass;
import io.nightaudit.jobs.regulation.NightFacts;
import io.nightaudit.jobs.report.wording.Nights;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the section on the AI Act. */
final class ActComposer {
  /** What the report is and is not, the same in every report. */
  static final List<String> STATEMENTS =
      List.of(
          "This report is statistics over the logs of one night. It lists what evidence such logs give for articles of the EU AI Act, and what they cannot give.",
          "It is not a conformity assessment, not legal advice and not an incident notification. It decides nothing: people do.",
          "The absence of a signal is no evidence of absence. What is not logged is not seen.",
          "The class of the system, the role of the operator and the duties that follow are the operator’s to assert. The report prints what was asserted, by whom and when, and guesses nothing.",
          "A status says how much evidence there is. None of them says that a duty is met.");

  private final NightFacts facts;
  private final RegulationSettings settings;
  private final Redaction redaction;
  private final List<Report.Figure> figures;

  private ActComposer(
      NightFacts facts,
      RegulationSettings settings,
      Redaction redaction,
      List<Report.Figure> figures) {
    this.facts = facts;
    this.settings = settings;
    this.redaction = redaction;
    this.figures = figures;
  }

  static ActReport.Act compose(NightRecord record, List<Report.Figure> figures) {
    return compose(
        ActFacts.of(record, figures),
        record.configuration().regulation(),
        record.configuration().redaction(),
        figures);
  }

  static ActReport.Act compose(
      NightFacts facts,
      RegulationSettings settings,
      Redaction redaction,
      List<Report.Figure> figures) {
    return new ActComposer(facts, settings, redaction, figures).compose();
  }

  private ActReport.Act compose() {
    List<ArticleEvidence> map = ArticleMap.of(facts, settings);
    return new ActReport.Act(
        STATEMENTS,
        settings.calendar().summary(),
        new ActNotes(facts.night(), settings).of(map),
        new ActAssertion(settings.applicability(), redaction).entry(),
        map.stream().map(this::article).toList(),
        Arrays.stream(EventClass.values()).map(this::eventClass).toList(),
        settings.calendar().asOf(facts.night()).stream().map(this::date).toList());
  }

  private ActReport.ArticleEntry article(ArticleEvidence line) {
    return new ActReport.ArticleEntry(
        line.article().id(),
        line.article().title(),
        line.article().subject(),
        line.whose(),
        line.duty(),
        line.status().name(),
        line.readiness().name(),
        line.reason(),
        line.appliesFrom().map(LocalDate::toString),
        line.disputedFrom().map(LocalDate::toString),
        line.here(),
        line.gaps(),
        line.metrics(),
        figures(line.metrics()),
        line.tables(),
        line.places());
  }

  private List<String> figures(List<String> metrics) {
    return figures.stream()
        .filter(figure -> figure.slice().isEmpty() && metrics.contains(figure.metric()))
        .map(Report.Figure::id)
        .toList();
  }

  private ActReport.EventClassEntry eventClass(EventClass events) {
    return new ActReport.EventClassEntry(
        events.article(),
        events.subject(),
        events.status(facts).name(),
        events.logged(facts),
        events.missing(facts));
  }

  private ActReport.CalendarEntry date(RegulatoryDate date) {
    return new ActReport.CalendarEntry(
        date.article(),
        date.subject(),
        date.appliesFrom().toString(),
        date.disputedFrom().map(LocalDate::toString),
        !date.appliesFrom().isAfter(facts.night()),
        date.source(),
        date.celex(),
        date.verifiedOn().toString(),
        date.confidence(),
        date.note(),
        remark(date));
  }

  private String remark(RegulatoryDate date) {
    Optional<LocalDate> counsel = settings.incidentsFrom();
    boolean set = counsel.isPresent() && date.covers().contains("72");
    String law = date.isLawOn(facts.night()) ? "" : "Not yet law on this night.";
    return set
        ? "The operator sets %s for Art. 72 and 73."
            .formatted(Nights.full(counsel.get().toString()))
        : law;
  }
}

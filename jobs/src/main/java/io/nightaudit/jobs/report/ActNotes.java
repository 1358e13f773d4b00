package io.nightaudit.jobs.report;

import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.Applicability.RiskClass;
import io.nightaudit.jobs.policy.RegulationSettings;
import io.nightaudit.jobs.policy.RegulatoryCalendar;
import io.nightaudit.jobs.policy.RegulatoryDate;
import io.nightaudit.jobs.regulation.Article;
import io.nightaudit.jobs.regulation.ArticleEvidence;
import io.nightaudit.jobs.regulation.EvidenceStatus;
import io.nightaudit.jobs.report.wording.Nights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a reader must know of the article map on one night. */
final class ActNotes {
  private final LocalDate night;
  private final RegulationSettings settings;
  private final Applicability said;
  private final List<String> notes = new ArrayList<>();

  ActNotes(LocalDate night, RegulationSettings settings) {
    this.night = night;
    this.settings = settings;
    this.said = settings.applicability();
  }

  List<String> of(List<ArticleEvidence> map) {
    law();
    verified();
    asserted();
    later(map);
    annexes();
    disputed(map);
    grandfathered(map);
    return List.copyOf(notes);
  }

  private void law() {
    settings
        .calendar()
        .named(RegulatoryCalendar.ENTRY_INTO_FORCE)
        .map(RegulatoryDate::appliesFrom)
        .filter(night::isBefore)
        .ifPresent(
            force ->
                notes.add(
                    "On the night of %s the AI Act was not yet law: it entered into force on %s."
                        .formatted(date(night), date(force))));
  }

  private void verified() {
    settings.calendar().asOf(night).stream()
        .map(RegulatoryDate::verifiedOn)
        .max(Comparator.naturalOrder())
        .filter(night::isBefore)
        .ifPresent(
            latest ->
                notes.add(
                    "Dates of the calendar were verified as late as %s, after this night: they are what is known of the law since, not what was known on the night."
                        .formatted(date(latest))));
  }

  private void asserted() {
    said.assertedOn()
        .filter(night::isBefore)
        .ifPresent(
            on ->
                notes.add(
                    "The applicability was asserted on %s, after this night.".formatted(date(on))));
  }

  private void later(List<ArticleEvidence> map) {
    long later =
        map.stream().filter(line -> line.status() == EvidenceStatus.NOT_YET_APPLICABLE).count();
    if (later > 0) {
      notes.add(
          "%s of %s lines do not apply on this night. For them the map shows readiness: what the status would be."
              .formatted(later, map.size()));
    }
  }

  private void annexes() {
    Optional<LocalDate> third = chapterThree(RegulatoryDate.Scope.ANNEX_III);
    Optional<LocalDate> first = chapterThree(RegulatoryDate.Scope.ANNEX_I);
    if (third.isPresent() && first.isPresent() && !third.equals(first)) {
      notes.add(
          "Art. 9 to 27 apply from %s to systems of Annex III and from %s to products of Annex I. The map shows the date of %s%s."
              .formatted(
                  date(third.get()),
                  date(first.get()),
                  said.ofProductAlone() ? "Annex I" : "Annex III",
                  said.annexPoint().isEmpty() && !said.ofProductAlone()
                      ? ", the earlier one, since the operator has said neither"
                      : ""));
    }
  }

  private void disputed(List<ArticleEvidence> map) {
    settings
        .incidentsFrom()
        .ifPresent(
            from ->
                notes.add(
                    "The operator takes Art. 72 and 73 to apply from %s; the calendar has what the text says."
                        .formatted(date(from))));
    List<String> articles =
        map.stream()
            .filter(line -> line.disputedFrom().isPresent())
            .map(line -> line.article().id())
            .toList();
    if (!articles.isEmpty()) {
      notes.add(
          "From when on Art. %s %s is disputed: both dates are printed, and the earlier one is used."
              .formatted(Sentences.list(articles), articles.size() == 1 ? "applies" : "apply"));
    }
  }

  /** Art. 111(2): a system from before is caught only once its design changes. */
  private void grandfathered(List<ArticleEvidence> map) {
    Optional<LocalDate> applies =
        map.stream()
            .filter(line -> line.article() == Article.RISK_MANAGEMENT)
            .flatMap(line -> line.appliesFrom().stream())
            .findFirst();
    if (said.riskClass() == RiskClass.NOT_HIGH_RISK || applies.isEmpty()) {
      return;
    }
    said.placedOnMarket()
        .filter(applies.get()::isAfter)
        .ifPresent(
            placed ->
                notes.add(
                    "The operator asserts that the system was placed on the market on %s, before %s. Under Art. 111(2) a high-risk system from before that day is caught only if its design changes from then on in a way that amounts to a substantial modification. Whether a change of model or prompt does, a person must judge; the releases are listed in this report."
                        .formatted(date(placed), date(applies.get()))));
  }

  private Optional<LocalDate> chapterThree(RegulatoryDate.Scope scope) {
    return settings
        .calendar()
        .of(Article.RISK_MANAGEMENT.id(), scope, night)
        .map(RegulatoryDate::appliesFrom);
  }

  private static String date(LocalDate date) {
    return Nights.full(date.toString());
  }
}

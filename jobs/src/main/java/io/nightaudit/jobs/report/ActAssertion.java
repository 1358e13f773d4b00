package io.nightaudit.jobs.report;

import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.Redaction;
import java.time.LocalDate;
import java.util.Optional;

/** What the operator asserts, as a report has it: without the values of the environment. */
final class ActAssertion {
  private final Applicability said;
  private final Redaction redaction;

  ActAssertion(Applicability said, Redaction redaction) {
    this.said = said;
    this.redaction = redaction;
  }

  ActReport.Applicability entry() {
    return new ActReport.Applicability(
        text(said.assertedBy()),
        said.assertedOn().map(LocalDate::toString),
        said.role().map(Applicability.Role::id),
        said.riskClass().id(),
        text(said.annexPoint()),
        text(said.annexProduct()),
        text(said.exceptionNote()),
        said.models().stream().map(redaction::apply).toList(),
        said.placedOnMarket().map(LocalDate::toString),
        said.aiOffice(),
        said.memberStates(),
        text(said.monitoringPlan()),
        text(said.environment()),
        text(said.classification()));
  }

  private Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(redaction.apply(value));
  }
}

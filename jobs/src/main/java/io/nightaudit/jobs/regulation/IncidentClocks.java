package io.nightaudit.jobs.regulation;

import io.nightaudit.jobs.incident.Standing;
import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.RegulationSettings;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the clocks of Art. 73 run on a day, as far as the operator has said. */
public final class IncidentClocks {
  private IncidentClocks() {}

  /** They run for a high-risk system from the day on which the article applies. */
  public static Standing on(LocalDate day, RegulationSettings settings) {
    Applicability applicability = settings.applicability();
    boolean deploys = applicability.role().map(Applicability.Role::deploys).orElse(true);
    if (applicability.riskClass() != Applicability.RiskClass.HIGH_RISK) {
      return new Standing(
          false,
          applicability.riskClass() == Applicability.RiskClass.UNKNOWN
              ? "The operator has not said whether the system is high-risk; Art. 73 binds high-risk systems."
              : "The operator asserts that the system is not high-risk; Art. 73 binds high-risk systems.",
          deploys);
    }
    Optional<LocalDate> from = ArticleMap.appliesFrom(Article.SERIOUS_INCIDENTS, settings, day);
    boolean live = from.filter(first -> !first.isAfter(day)).isPresent();
    return new Standing(live, why(from, live), deploys);
  }

  private static String why(Optional<LocalDate> from, boolean live) {
    if (from.isEmpty()) {
      return "The regulatory calendar has no day for Art. 73.";
    }
    return live
        ? "By the regulatory calendar, Art. 73 applies since %s; the day is disputed, see the section on the AI Act."
            .formatted(from.get())
        : "By the regulatory calendar, Art. 73 applies from %s.".formatted(from.get());
  }
}

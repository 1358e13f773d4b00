package io.nightaudit.jobs.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of an incident, Regulation (EU) 2024/1689, Art. 73 and 20(2), 26(5): the conservative
 * time, awareness plus days of 24 hours, without the roll-over of weekends and holidays that
 * Regulation 1182/71 may allow.
 */
public final class Clocks {
  private static final int USUAL_DAYS = 15;
  private static final String LAW = "Regulation (EU) 2024/1689, ";
  private static final String CONSERVATIVE =
      "The conservative time: days of 24 hours, weekends and holidays counted. The report is due"
          + " immediately once a causal link is likely; this is the latest time.";

  private Clocks() {}

  /**
   * The clocks.
   *
   * @param deploys whether the operator deploys the system, or has not said
   */
  public static List<Deadline> of(Incident incident, boolean deploys) {
    if (incident.incidentClass() == IncidentClass.POSSIBLE_RISK) {
      return List.of(withoutDelay(incident));
    }
    List<Deadline> clocks = new ArrayList<>();
    clocks.add(report(incident));
    if (deploys) {
      clocks.add(providerWithinADay(incident));
    }
    return clocks;
  }

  private static Deadline withoutDelay(Incident incident) {
    return new Deadline(
        "Inform, and suspend use where the system is deployed",
        LAW + "Art. 20(2) and 26(5)",
        incident.times().detectedAt(),
        Optional.empty(),
        false,
        "“Without undue delay”: the law names no number of days. Hours count from detection.");
  }

  private static Deadline report(Incident incident) {
    Optional<Harm> shortest = incident.harms().stream().min(Comparator.comparingInt(Harm::days));
    int days = shortest.map(Harm::days).orElse(USUAL_DAYS);
    String why = shortest.map(Harm::title).orElse("no harm was named yet");
    return clock(
        incident,
        "Report to the authority: at the latest %s days, for %s".formatted(days, why),
        LAW + "Art. 73(2) to (4)",
        Duration.ofDays(days),
        CONSERVATIVE);
  }

  private static Deadline providerWithinADay(Incident incident) {
    return clock(
        incident,
        "Inform the provider: 24 hours",
        "Draft guidance of the Commission on Art. 73, 26 September 2025",
        Duration.ofHours(24),
        "A marker from a draft, not a duty in the law, which says “immediately” (Art. 26(5)).");
  }

  private static Deadline clock(
      Incident incident, String name, String source, Duration length, String caveat) {
    Optional<Instant> aware = incident.times().awareAt();
    Optional<Instant> from = aware.or(() -> incident.times().detectedAt());
    boolean provisional = aware.isEmpty();
    String unsaid =
        provisional
            ? " Provisional: counted from detection, since nobody has said when they became aware."
            : "";
    return new Deadline(
        name, source, from, from.map(time -> time.plus(length)), provisional, caveat + unsaid);
  }
}

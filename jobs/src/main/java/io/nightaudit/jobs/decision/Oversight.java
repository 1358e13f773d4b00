package io.nightaudit.jobs.decision;

import io.nightaudit.jobs.finding.Decision;
import java.util.List;

/**
 * What people did about the nights so far, as one night knows it.
 *
 * @param records recommendations of the night, and earlier ones that were answered, by id
 * @param signOffs who read the reports of the last nights, the latest first
 * @param holds the legal holds that are open
 */
public record Oversight(
    List<RecommendationRecord> records, List<Decision> signOffs, List<Hold> holds) {
  /** Nobody did anything. */
  public static final Oversight NONE = new Oversight(List.of(), List.of(), List.of());

  public Oversight {
    records = List.copyOf(records);
    signOffs = List.copyOf(signOffs);
    holds = List.copyOf(holds);
  }
}

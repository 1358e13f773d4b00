package io.nightaudit.jobs.export;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.time.LocalDate;
import java.util.List;

/**
 * What one night found, for a register of risks.
 *
 * @param night the date
 * @param findings the findings open on it
 * @param recommendations what was recommended
 */
public record AssessmentNight(
    LocalDate night, List<Finding> findings, List<Recommendation> recommendations) {
  public AssessmentNight {
    findings = List.copyOf(findings);
    recommendations = List.copyOf(recommendations);
  }
}

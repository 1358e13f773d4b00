package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Map;

/** What a report withholds. */
final class SuppressionFixture {
  private SuppressionFixture() {}

  static PrivacyReport.Suppression report() {
    return with("tenant");
  }

  static PrivacyReport.Suppression with(String name) {
    return new PrivacyReport.Suppression(
        10,
        List.of(name),
        14,
        3,
        2,
        412,
        21,
        63,
        List.of(
            new PrivacyReport.WithheldFindings(Map.of(), "all traffic", "WARNING", 2),
            new PrivacyReport.WithheldFindings(Map.of("app_name", name), name, "CHANGED", 1)));
  }
}

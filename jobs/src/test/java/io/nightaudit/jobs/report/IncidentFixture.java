package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Optional;

/** An incident as a report tells it. */
final class IncidentFixture {
  private IncidentFixture() {}

  static IncidentReport report() {
    return with("answers name doses that are wrong", "Operator");
  }

  static IncidentReport with(String text, String name) {
    return new IncidentReport(
        true,
        "Internal drill: nobody has asserted that the system is high-risk.",
        List.of(
            new IncidentReport.Entry(
                "I-7c01d43f2a",
                "2023-06-23",
                4,
                "suspected serious incident, Art. 3(49)",
                "open",
                List.of("serious harm to a person's health"),
                List.of("N-3f2a9c01d4"),
                "ab".repeat(32),
                Optional.empty(),
                Optional.of("2023-06-24T04:10:00Z"),
                Optional.of("2023-06-24T09:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(19L),
                List.of(
                    new IncidentReport.Clock(
                        "Report to the authority: at the latest 15 days",
                        "Regulation (EU) 2024/1689, Art. 73(2) to (4)",
                        Optional.of("2023-06-24T09:00:00Z"),
                        Optional.of("2023-07-09T09:00:00Z"),
                        false,
                        text)),
                List.of(new IncidentReport.Word("open", "2023-06-24", name, text, text)),
                List.of(new IncidentReport.Field(2, "Name of the system", text)),
                List.of("Root cause", "Comments"))));
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.policy.Redaction;
import io.nightaudit.jobs.policy.RegulationSettings;
import io.nightaudit.jobs.regulation.Fact;
import io.nightaudit.jobs.regulation.NightFacts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The AI Act in reports of the tests. */
final class ActFixture {
  private static final List<String> COLUMNS =
      List.of(
          "interaction_id",
          "start_time",
          "prompt",
          "answer",
          "request_model",
          "response_model",
          "duration_ms",
          "reported_cost",
          "output_tokens",
          "max_tokens",
          "scores.correct");

  private ActFixture() {}

  /** A night of LLMDrift: no guardrails, no errors, 24 nights. */
  static ActReport.Act act(String night, List<Report.Figure> figures) {
    Map<Fact, String> here =
        Map.of(
            Fact.COVERAGE_COMPLETE, "106 of 106 rows read were kept, and coverage is complete.",
            Fact.NIGHTS_UNBROKEN, "Every night since 1 June 2023 was audited.",
            Fact.BASELINE, "Tonight is compared with up to 23 nights before.",
            Fact.LIMITS, "Limits of policy default-1, hashed with the configuration.");
    return act(night, true, COLUMNS, here, figures);
  }

  /** A night without an archive. */
  static ActReport.Act nothing() {
    return act("2023-06-24", false, List.of(), Map.of(), List.of());
  }

  private static ActReport.Act act(
      String night,
      boolean read,
      List<String> columns,
      Map<Fact, String> here,
      List<Report.Figure> figures) {
    Map<Fact, String> lacking =
        Arrays.stream(Fact.values())
            .filter(fact -> !here.containsKey(fact))
            .collect(Collectors.toMap(fact -> fact, fact -> "Lacking: " + fact + "."));
    NightFacts facts =
        new NightFacts(
            LocalDate.parse(night),
            read,
            new TreeSet<>(columns),
            ActFacts.computed(figures),
            new TreeMap<>(here),
            new TreeMap<>(lacking));
    return ActComposer.compose(facts, RegulationSettings.unsaid(), Redaction.NONE, figures);
  }
}

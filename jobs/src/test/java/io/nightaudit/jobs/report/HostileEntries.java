package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions and labels whose every word is an attack. */
final class HostileEntries {
  private HostileEntries() {}

  static List<LabelEntry> labels(Report base) {
    return base.labels().stream()
        .map(
            l ->
                new LabelEntry(
                    ReportFixture.HOSTILE,
                    ReportFixture.HOSTILE,
                    l.unit(),
                    l.estimate(),
                    l.low(),
                    l.high(),
                    l.confidence(),
                    l.n(),
                    l.judged(),
                    l.lambda(),
                    l.judgeMean(),
                    l.people(),
                    l.agreement(),
                    l.agreementOn(),
                    l.unusable(),
                    ReportFixture.HOSTILE))
        .toList();
  }

  /** An operator whose every word is an attack. */
  static ActReport.Act act(Report base) {
    Optional<String> hostile = Optional.of(ReportFixture.HOSTILE);
    ActReport.Applicability applicability =
        new ActReport.Applicability(
            hostile,
            Optional.of("2023-06-01"),
            Optional.of("both"),
            "high-risk",
            Optional.of("5(b)"),
            hostile,
            hostile,
            List.of(ReportFixture.HOSTILE),
            Optional.empty(),
            Optional.of(true),
            List.of("DE"),
            hostile,
            hostile,
            hostile);
    ActReport.Act act = base.act();
    return new ActReport.Act(
        act.statements(),
        act.summary(),
        List.of(ReportFixture.HOSTILE),
        applicability,
        act.articles(),
        act.eventClasses(),
        act.calendar());
  }

  static List<DecisionEntry> decisions(Report base) {
    return base.decisions().stream()
        .map(
            d ->
                new DecisionEntry(
                    d.id(),
                    d.kind(),
                    d.subject(),
                    d.metric(),
                    Map.of(ReportFixture.HOSTILE, ReportFixture.HOSTILE),
                    ReportFixture.HOSTILE,
                    d.answer(),
                    ReportFixture.HOSTILE,
                    ReportFixture.HOSTILE,
                    d.began(),
                    d.streams(),
                    d.decidedOn(),
                    d.effectiveNight(),
                    ReportFixture.HOSTILE))
        .toList();
  }

  static PrivacyReport.Suppression privacy() {
    return SuppressionFixture.with(ReportFixture.HOSTILE);
  }

  static IncidentReport incidents() {
    return IncidentFixture.with(ReportFixture.HOSTILE, ReportFixture.HOSTILE);
  }
}

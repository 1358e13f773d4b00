package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Map;

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
                    d.effectiveNight()))
        .toList();
  }

  static IncidentReport incidents() {
    return IncidentFixture.with(ReportFixture.HOSTILE, ReportFixture.HOSTILE);
  }
}

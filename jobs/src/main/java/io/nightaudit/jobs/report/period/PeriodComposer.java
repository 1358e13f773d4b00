package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.report.Report;
import java.time.LocalDate;
import java.util.List;

/** Makes the report of a period out of its record. */
public final class PeriodComposer {
  private static final String SCHEMA = "nightaudit/period/1";

  private final PeriodRecord record;

  private PeriodComposer(PeriodRecord record) {
    this.record = record;
  }

  /** The report. */
  public static PeriodReport compose(PeriodRecord record) {
    return new PeriodComposer(record).report();
  }

  private PeriodReport report() {
    PeriodFacts facts =
        new PeriodFacts(
            new PeriodNights(record).compose(),
            new PeriodFindings(record).compose(),
            new PeriodAdvice(record).compose(),
            new PeriodDecisions(record).compose(),
            new PeriodReleases(record).compose(),
            new PeriodFigures(record).compose(),
            new PeriodCosts(record).compose());
    return new PeriodReport(
        SCHEMA,
        identity(facts),
        new PeriodReport.Answers(
            PeriodReliance.of(facts), PeriodMovements.of(facts), PeriodOpenQuestions.of(facts)),
        facts.nights(),
        facts.findings(),
        facts.recommendations(),
        facts.decisions(),
        facts.releases(),
        new PeriodChanges(record).compose(),
        facts.figures(),
        record.withheld(),
        facts.costs(),
        PeriodMethod.statements(),
        PeriodMethod.limits(record, facts),
        provenance());
  }

  private PeriodReport.Identity identity(PeriodFacts facts) {
    AuditConfiguration configuration = record.configuration();
    return new PeriodReport.Identity(
        configuration.system(),
        record.from().toString(),
        record.to().toString(),
        record.length(),
        record.from().minusDays(record.length()).toString(),
        record.from().minusDays(1).toString(),
        configuration.archive().timezone().getId(),
        facts.nights().stream().mapToLong(PeriodReport.NightEntry::rowsKept).sum(),
        facts.count(PeriodNights.NOT_YET) > 0,
        record.lastAudited().map(LocalDate::toString),
        configuration.policy().version(),
        record.configurationHash(),
        record.version());
  }

  private PeriodReport.Provenance provenance() {
    return new PeriodReport.Provenance(
        "nightaudit report --from %s --to %s".formatted(record.from(), record.to()),
        List.of(new Report.Setting("configuration", record.configurationHash())),
        "unsigned");
  }
}

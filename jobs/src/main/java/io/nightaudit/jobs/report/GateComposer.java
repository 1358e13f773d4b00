package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.cohort.Contrast;
import io.nightaudit.jobs.gate.CandidateJudgement;
import io.nightaudit.jobs.gate.Comparisons;
import io.nightaudit.jobs.gate.GateDecision;
import io.nightaudit.jobs.gate.MetricJudgement;
import io.nightaudit.jobs.gate.Movement;
import io.nightaudit.jobs.gate.Outcome;
import io.nightaudit.jobs.gate.RuleJudgement;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.GatePolicy;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the report of the gate out of its decision. */
public final class GateComposer {
  private static final String SCHEMA = "nightaudit/gate/1";

  private final GateRecord record;
  private final GateDecision decision;
  private final int nights;

  private GateComposer(GateRecord record) {
    this.record = record;
    this.decision = record.decision();
    this.nights = Math.toIntExact(ChronoUnit.DAYS.between(record.from(), record.to()) + 1);
  }

  /** The report. */
  public static GateReport compose(GateRecord record) {
    return new GateComposer(record).report();
  }

  private GateReport report() {
    GateFigures figures =
        new GateFigures(record.configuration().policy(), record.baseline().name(), nights);
    boolean passes = decision.passes() && record.contractBroken().isEmpty();
    return new GateReport(
        SCHEMA,
        identity(),
        (passes ? Outcome.PASSES : Outcome.FAILS).name(),
        reliance(record.coverage()),
        split(record.configuration().policy().gate()),
        decision.candidates().stream().map(this::candidate).toList(),
        recommended(),
        decision.candidates().stream().flatMap(c -> figures.of(c).stream()).toList(),
        GateMethod.statements(record),
        new GateReport.Provenance(
            command(), List.of(new Report.Setting("configuration", record.configurationHash()))));
  }

  private GateReport.Identity identity() {
    return new GateReport.Identity(
        record.configuration().system(),
        record.baseline().name(),
        record.baseline().interactions(),
        record.from().toString(),
        record.to().toString(),
        nights,
        record.configuration().archive().timezone().getId(),
        record.configuration().policy().version(),
        record.configurationHash(),
        record.version());
  }

  private GateReport.Reliance reliance(Coverage coverage) {
    return new GateReport.Reliance(
        !record.contractBroken().isEmpty(),
        record.contractBroken(),
        nights - Math.toIntExact(nightsWithRows(coverage)),
        coverage.rowsRead(),
        coverage.rowsKept(),
        coverage.rowsQuarantined(),
        coverage.rowsDuplicate());
  }

  /** Hours count from the beginning of the first night; nights of 23 and 25 hours exist. */
  private long nightsWithRows(Coverage coverage) {
    ZonedDateTime begin = record.from().atStartOfDay(record.configuration().archive().timezone());
    return IntStream.range(0, coverage.hours().size())
        .filter(hour -> coverage.hours().get(hour) > 0)
        .mapToObj(hour -> begin.plusHours(hour).toLocalDate())
        .distinct()
        .count();
  }

  private GateReport.Split split(GatePolicy gate) {
    return new GateReport.Split(
        decision.confidence(),
        "BONFERRONI",
        decision.metrics(),
        decision.candidates().size(),
        decision.comparisons(),
        decision.each(),
        gate.minimumRows(),
        gate.undecidedPasses() ? "pass" : "fail");
  }

  private GateReport.Candidate candidate(CandidateJudgement candidate) {
    return new GateReport.Candidate(
        candidate.release(),
        candidate.cohorts().candidate().interactions(),
        candidate.outcome().name(),
        candidate.passes(),
        candidate.reasons().stream().map(Sentences::closed).toList(),
        candidate.metrics().stream().map(metric -> metric(metric, candidate)).toList(),
        candidate.rules().stream().map(rule -> rule(rule, candidate)).toList(),
        candidate.others().stream().map(movement -> other(movement, candidate)).toList(),
        candidate.others().stream()
            .filter(Movement::moved)
            .map(movement -> GateFigures.id(movement.measure(), candidate.release()))
            .toList());
  }

  private GateReport.MetricEntry metric(MetricJudgement judgement, CandidateJudgement candidate) {
    Measure measure = judgement.metric().measure();
    Comparisons comparisons = judgement.comparisons();
    return new GateReport.MetricEntry(
        GateFigures.id(measure, candidate.release()),
        measure.name(),
        measure.title(),
        judgement.unit(),
        judgement.metric().tolerance().harm().name(),
        MaterialText.of(judgement.metric().tolerance(), measure.name(), judgement.unit()),
        judgement.outcome().name(),
        judgement.reason(),
        FigureComposer.finite(judgement.metric().harmOf(judgement.limit())),
        comparisons.counting().map(contrast -> contrast.basis().name()),
        comparison(comparisons.paired(), decision.each()),
        comparison(comparisons.standardized(), decision.each()),
        comparison(comparisons.plain(), decision.each()),
        comparisons.mismatch().map(GateComposer::mismatch));
  }

  private GateReport.OtherEntry other(Movement movement, CandidateJudgement candidate) {
    Comparisons comparisons = movement.comparisons();
    return new GateReport.OtherEntry(
        GateFigures.id(movement.measure(), candidate.release()),
        comparisons.counting().map(contrast -> contrast.basis().name()),
        comparison(comparisons.paired(), decision.confidence()),
        comparison(comparisons.standardized(), decision.confidence()),
        comparison(comparisons.plain(), decision.confidence()),
        comparisons.mismatch().map(GateComposer::mismatch));
  }

  private static Optional<GateReport.Comparison> comparison(
      Optional<Contrast> contrast, double confidence) {
    return contrast
        .filter(found -> Double.isFinite(found.value()))
        .map(
            found ->
                new GateReport.Comparison(
                    found.now(),
                    found.n(),
                    found.before(),
                    found.nBefore(),
                    change(found),
                    confidence,
                    FigureComposer.finite(found.coverage())));
  }

  private static Report.Change change(Contrast contrast) {
    return new Report.Change(
        contrast.kind().name().toLowerCase(Locale.ROOT),
        contrast.value(),
        FigureComposer.finite(contrast.low()),
        FigureComposer.finite(contrast.high()));
  }

  private static GateReport.Mismatch mismatch(io.nightaudit.jobs.cohort.Mismatch mismatch) {
    return new GateReport.Mismatch(
        mismatch.changed(),
        mismatch.pairs(),
        mismatch.share(),
        new Report.IntervalEntry(
            mismatch.interval().low(),
            mismatch.interval().high(),
            mismatch.interval().confidence()));
  }

  private GateReport.RuleEntry rule(RuleJudgement judgement, CandidateJudgement candidate) {
    Measure measure = judgement.measure();
    return new GateReport.RuleEntry(
        judgement.rule().name(),
        measure.name(),
        measure.title(),
        candidate.cohorts().evidence().get(measure).unit(measure),
        judgement.rule().kind().name(),
        judgement.rule().limit(),
        judgement.value(),
        judgement.n(),
        new Report.IntervalEntry(
            judgement.interval().low(), judgement.interval().high(), decision.each()),
        judgement.outcome().name(),
        Sentences.closed(judgement.reason()));
  }

  private Optional<GateReport.Recommended> recommended() {
    List<String> rivals = decision.rivals().stream().map(CandidateJudgement::release).toList();
    return decision
        .recommended()
        .map(best -> new GateReport.Recommended(best.release(), sentence(best, rivals), rivals));
  }

  private String sentence(CandidateJudgement best, List<String> rivals) {
    int passing = decision.passing().size();
    if (passing == 1) {
      return "%s is the only candidate that passes.".formatted(best.release());
    }
    String least =
        "Of %s candidates that pass, %s has the least estimated harm in units of the material limits"
            .formatted(passing, best.release());
    return rivals.isEmpty()
        ? least + "."
        : least + "; the intervals do not tell it from %s.".formatted(Sentences.list(rivals));
  }

  private String command() {
    StringBuilder command = new StringBuilder("nightaudit gate --baseline ");
    command.append(quoted(record.baseline().name()));
    decision
        .candidates()
        .forEach(candidate -> command.append(" --candidate ").append(quoted(candidate.release())));
    return command
        .append(" --from ")
        .append(record.from())
        .append(" --to ")
        .append(record.to())
        .toString();
  }

  private static String quoted(String name) {
    return "'" + name.replace("'", "'\\''") + "'";
  }
}

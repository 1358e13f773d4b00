package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.regulation.Fact;
import io.nightaudit.jobs.regulation.NightFacts;
import io.nightaudit.jobs.report.wording.Nights;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a night's record and figures say, as far as the article map asks for it. */
final class ActFacts {
  private static final Set<String> WITHOUT_VALUE =
      Set.of(Verdict.NOT_COMPUTED.name(), Verdict.FAILED.name());
  private static final int MONTHS = 6;

  private final NightRecord record;
  private final Map<Fact, String> here = new EnumMap<>(Fact.class);
  private final Map<Fact, String> lacking = new EnumMap<>(Fact.class);

  private ActFacts(NightRecord record) {
    this.record = record;
  }

  static NightFacts of(NightRecord record, List<Report.Figure> figures) {
    ActFacts facts = new ActFacts(record);
    facts.coverage();
    facts.history();
    facts.limits();
    facts.people();
    return new NightFacts(
        record.night(),
        record.coverage().input() == Coverage.Input.READ,
        new TreeSet<>(record.coverage().present()),
        computed(figures),
        facts.here,
        facts.lacking);
  }

  /** Measures with a value for all traffic; a mix has a verdict and no single value. */
  static TreeSet<String> computed(List<Report.Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.slice().isEmpty() && figure.n() > 0)
        .filter(figure -> !WITHOUT_VALUE.contains(figure.verdict()))
        .map(Report.Figure::metric)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void coverage() {
    put(
        Fact.COVERAGE_COMPLETE,
        record.judged().reliable(),
        "%s of %s rows read were kept, and coverage is complete."
            .formatted(
                Digits.whole(record.coverage().rowsKept()),
                Digits.whole(record.coverage().rowsRead())),
        "The coverage of the night is not complete: see its section.");
    List<LocalDate> missed = record.missedNights();
    String first = Nights.full(record.firstNight().toString());
    put(
        Fact.NIGHTS_UNBROKEN,
        missed.isEmpty(),
        "Every night since " + first + " was audited.",
        "%s since %s without an archive, the latest on %s."
            .formatted(
                Sentences.count(missed.size(), "night"),
                first,
                missed.isEmpty() ? "" : Nights.full(missed.get(missed.size() - 1).toString())));
  }

  private void history() {
    LocalDate first = record.firstNight();
    long days = record.night().toEpochDay() - first.toEpochDay() + 1;
    put(
        Fact.SIX_MONTHS,
        !first.isAfter(record.night().minusMonths(MONTHS)),
        "The first night known lies %s days back.".formatted(Digits.whole(days)),
        "The first night known is %s, %s before: six months cannot be shown yet."
            .formatted(Nights.full(first.toString()), Sentences.count(days, "day")));
    int needed = record.configuration().policy().score().learningNights();
    put(
        Fact.BASELINE,
        record.nightsKnown() >= needed,
        "Tonight is compared with up to %s nights before."
            .formatted(
                Math.min(record.nightsKnown(), record.configuration().policy().baselineNights())),
        "Only %s of %s nights that a comparison needs are known."
            .formatted(record.nightsKnown(), needed));
  }

  private void limits() {
    Policy policy = record.configuration().policy();
    boolean any =
        !policy.rules().isEmpty()
            || policy.metrics().values().stream().anyMatch(ActFacts::hasLimit);
    put(
        Fact.LIMITS,
        any,
        "Limits of policy %s, hashed with the configuration.".formatted(policy.version()),
        "The policy has no limit.");
  }

  private static boolean hasLimit(MetricPolicy policy) {
    return policy.material() > 0;
  }

  private void people() {
    long labelled = record.labels().stream().mapToLong(label -> label.n()).max().orElse(0);
    put(
        Fact.LABELS,
        labelled > 0,
        Sentences.count(labelled, "interaction") + " labelled by people.",
        "No person has labelled interactions of these nights.");
    int signed = record.oversight().signOffs().size();
    put(
        Fact.SIGN_OFF,
        signed > 0,
        Sentences.count(signed, "sign-off") + " of reports of the last 28 nights.",
        "No person has signed off a report of the last 28 nights.");
    String plan = record.configuration().regulation().applicability().monitoringPlan();
    put(
        Fact.MONITORING_PLAN,
        !plan.isEmpty(),
        "The operator names the plan " + record.configuration().redaction().apply(plan) + ".",
        "The operator has not named the plan (monitoring-plan).");
  }

  private void put(Fact fact, boolean holds, String yes, String no) {
    if (holds) {
      here.put(fact, yes);
    } else {
      lacking.put(fact, no);
    }
  }
}

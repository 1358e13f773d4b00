package io.nightaudit.jobs.report;

import io.nightaudit.jobs.decision.RecommendationRecord;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Answered;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Told;
import io.nightaudit.jobs.recommendation.EffectCheck;
import io.nightaudit.jobs.report.OversightReport.EffectCheckEntry;
import io.nightaudit.jobs.report.OversightReport.Standing;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Says where a recommendation stands. */
final class StandingComposer {
  private static final String UNKNOWN = word(Told.UNKNOWN);

  private final NightRecord record;

  StandingComposer(NightRecord record) {
    this.record = record;
  }

  Standing compose(RecommendationRecord of) {
    Optional<Decision> answer = of.answer();
    Circumstances told = of.circumstances();
    return new Standing(
        of.state().name(),
        answer.map(Decision::answer).orElse(""),
        answer.map(Decision::by).orElse(""),
        answer.map(each -> each.decidedOn().toString()).orElse(""),
        answer.map(Decision::reason).orElse(""),
        answer.map(each -> Identifiers.date(each.effectiveNight())).orElse(""),
        of.executed().map(Executed::at).map(Instant::toString).orElse(""),
        of.execution().map(Decision::by).orElse(""),
        of.proposal().freeze(),
        answer
            .flatMap(each -> each.details(Answered.class))
            .map(each -> each.proposal().freeze())
            .orElse(""),
        word(told.targetPreAssessed()),
        word(told.substantialModification()),
        word(told.seriousIncident()),
        told.authorityInformedAt().map(Instant::toString).orElse(UNKNOWN),
        of.check().map(check -> check(check, of)));
  }

  private static String word(Told told) {
    return told.name().toLowerCase(Locale.ROOT);
  }

  private EffectCheckEntry check(EffectCheck check, RecommendationRecord of) {
    return new EffectCheckEntry(
        check.outcome().name(),
        check.metric(),
        Identifiers.date(check.firstNight()),
        check.nights(),
        check.needed(),
        check.expected(),
        check.material(),
        check.effect().map(RecommendationComposer::effect),
        EffectText.of(check, of) + stillServing(of));
  }

  /** What the log of the night says against it. */
  private String stillServing(RecommendationRecord of) {
    String release = of.proposal().fromRelease();
    return record.routes().stream()
        .filter(route -> route.route().equals(of.proposal().route()))
        .filter(route -> route.serves(release, record.epochDay()))
        .findFirst()
        .map(
            route ->
                " `%s` still answers %s of this route tonight."
                    .formatted(
                        release,
                        Sentences.count(route.on(record.epochDay()).get(release), "interaction")))
        .orElse("");
  }
}

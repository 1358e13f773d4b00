package io.nightaudit.jobs;

import io.nightaudit.jobs.decision.LegalHolds;
import io.nightaudit.jobs.decision.Oversight;
import io.nightaudit.jobs.decision.RecommendationRecord;
import io.nightaudit.jobs.decision.RecommendationRecords;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.recommendation.EffectJudge;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What people did about the nights, as each night knows it, and what came of it. */
final class OversightDesk {
  /** How long a report tells of a decision. */
  private static final int NIGHTS = 28;

  private final EffectJudge effects;
  private final List<String> strataLevel;
  private final List<JudgedSlice> slices;
  private final Set<Long> unreliable;

  OversightDesk(AuditConfiguration configuration, List<JudgedSlice> slices, Set<Long> unreliable) {
    this.effects = new EffectJudge(configuration.policy(), configuration.archive().timezone());
    this.strataLevel = Level.strata(configuration);
    this.slices = slices;
    this.unreliable = unreliable;
  }

  /**
   * What a night knows.
   *
   * @param acting the decisions that act on it
   */
  Oversight of(long night, Collection<Recommendation> advice, List<Decision> acting) {
    List<RecommendationRecord> records =
        new RecommendationRecords(advice, acting)
            .list().stream()
                .map(record -> checked(record, night))
                .filter(record -> isTold(record, advice, night))
                .toList();
    List<Decision> signOffs =
        acting.stream()
            .filter(decision -> decision.kind() == Decision.Kind.SIGN_OFF)
            .filter(decision -> isRecent(decision, night))
            .sorted(RecommendationRecords.ORDER.reversed())
            .toList();
    return new Oversight(records, signOffs, LegalHolds.of(acting).open());
  }

  private RecommendationRecord checked(RecommendationRecord record, long night) {
    return record
        .executed()
        .flatMap(
            executed ->
                effects.check(executed, strata(executed.proposal().route()), unreliable, night))
        .map(record::checked)
        .orElse(record);
  }

  private List<JudgedSlice> strata(Slice route) {
    return slices.stream()
        .filter(slice -> slice.slice().level().equals(strataLevel))
        .filter(slice -> slice.slice().isWithin(route))
        .toList();
  }

  /** Tonight's are, and answered ones while they are recent and their nights are known. */
  private boolean isTold(
      RecommendationRecord record, Collection<Recommendation> advice, long night) {
    boolean tonight = advice.stream().anyMatch(each -> each.id().equals(record.id()));
    boolean recent =
        Stream.concat(record.answer().stream(), record.execution().stream())
            .anyMatch(decision -> isRecent(decision, night));
    return tonight || recent && knows(record, night);
  }

  private boolean knows(RecommendationRecord record, long night) {
    return record.executed().map(executed -> effects.knows(executed, night)).orElse(true);
  }

  private static boolean isRecent(Decision decision, long night) {
    return decision.effectiveNight() > night - NIGHTS;
  }
}

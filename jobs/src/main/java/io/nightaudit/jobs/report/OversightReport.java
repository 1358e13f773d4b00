package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a report that say what people did about it. */
public final class OversightReport {
  private OversightReport() {}

  /**
   * What people did about the nights so far.
   *
   * @param answered recommendations of earlier nights that were answered and are not made tonight
   * @param signOffs who read the reports of the last 28 nights, the latest first
   * @param holds the legal holds that are open
   */
  public record Oversight(
      List<AnsweredEntry> answered, List<SignOffEntry> signOffs, List<HoldEntry> holds) {
    /** Nobody did anything. */
    static final Oversight NONE = new Oversight(List.of(), List.of(), List.of());
  }

  /**
   * Where a recommendation stands.
   *
   * @param state PROPOSED, FROZEN, APPROVED, EXECUTED, VERIFIED, REJECTED or EXPIRED
   * @param answer approve, reject, defer or expired; empty where nobody answered
   * @param decidedBy who answered, as they named themselves
   * @param decidedOn the date of the answer, in UTC
   * @param reason why, in their words
   * @param effectiveNight the first night on which the answer acts
   * @param executedAt when it was carried out; empty where it was not
   * @param executedBy who said so
   * @param evidenceFreezeId hash of the evidence that it rests on; empty where none is frozen
   * @param answeredFreezeId the same of the night that was answered
   * @param targetPreAssessed yes, no, or unknown until a person says so
   * @param possibleSubstantialModification yes, no, or unknown until a person says so
   * @param seriousIncidentSuspected yes, no, or unknown until a person says so
   * @param authorityInformedAt when the authority was informed, or unknown until a person says so
   * @param effectCheck what came of it, once it was carried out
   */
  public record Standing(
      String state,
      String answer,
      String decidedBy,
      String decidedOn,
      String reason,
      String effectiveNight,
      String executedAt,
      String executedBy,
      String evidenceFreezeId,
      String answeredFreezeId,
      String targetPreAssessed,
      String possibleSubstantialModification,
      String seriousIncidentSuspected,
      String authorityInformedAt,
      Optional<EffectCheckEntry> effectCheck) {}

  /**
   * What a gate metric did after a rollback.
   *
   * @param outcome PENDING, CAME_BACK, DID_NOT_COME_BACK or TOO_LITTLE_DATA
   * @param firstNight the first whole night after the rollback
   * @param nights nights that have passed from it on
   * @param needed after how many it is final
   * @param expected the change that was expected, in the unit of the effect
   * @param material the material limit, in that unit
   * @param effect nights after against nights before, where it can be estimated
   * @param sentence the same in words
   */
  public record EffectCheckEntry(
      String outcome,
      String metric,
      String firstNight,
      int nights,
      int needed,
      double expected,
      double material,
      Optional<Report.Effect> effect,
      String sentence) {}

  /**
   * A recommendation of an earlier night that was answered.
   *
   * @param night the night whose report made it
   */
  public record AnsweredEntry(
      String id,
      String night,
      String action,
      Map<String, String> route,
      String routeTitle,
      String fromRelease,
      String toRelease,
      Standing standing) {}

  /**
   * Who read a report.
   *
   * @param night the night that was read
   * @param role in which role, in that person's words
   * @param comment what they said; empty where nothing
   * @param signedOn the date, in UTC
   * @param reportSha256 SHA-256 of the {@code report.json} that they read
   */
  public record SignOffEntry(
      String id,
      String night,
      String by,
      String role,
      String comment,
      String signedOn,
      String reportSha256) {}

  /**
   * A legal hold that is open.
   *
   * @param from the first night; empty for all up to the last
   * @param to the last night; empty for all from the first on
   * @param placedOn the date, in UTC
   */
  public record HoldEntry(
      String id, String by, String reason, String from, String to, String placedOn) {}
}

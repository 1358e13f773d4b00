package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.report.CauseReport;
import io.nightaudit.jobs.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole report of a period, as {@code period.json} has it (snake_case there). The HTML holds
 * nothing that is not in it. Dates are ISO (yyyy-MM-dd); numbers are finite or absent; amounts of
 * money are exact decimals as text.
 *
 * @param schema name and version of this structure
 * @param identity which nights of which system
 * @param answers the three answers of page one
 * @param nights every night of the period, audited or not
 * @param findings findings that were open in the period, the worst first
 * @param recommendations what was recommended for each route
 * @param decisions what people decided in the period, or about it
 * @param releases every release that served in the period, by route
 * @param changes what changed about the audit itself between nights
 * @param figures the leading figures of all traffic and of the routes
 * @param withheld what is not shown, so that nobody is
 * @param costs what the period cost
 * @param method how its figures were made, in sentences
 * @param limits what it cannot show
 * @param provenance what it was made from
 */
public record PeriodReport(
    String schema,
    Identity identity,
    Answers answers,
    List<NightEntry> nights,
    List<FindingEntry> findings,
    List<RecommendationEntry> recommendations,
    List<DecisionEntry> decisions,
    List<ReleaseEntry> releases,
    List<ChangeEntry> changes,
    List<FigureEntry> figures,
    Withheld withheld,
    Costs costs,
    List<String> method,
    List<String> limits,
    Provenance provenance) {

  /**
   * Which nights of which system.
   *
   * @param partial whether nights of the period are still to be audited
   * @param lastAudited the last night that the store knows
   */
  public record Identity(
      String system,
      String from,
      String to,
      int nights,
      String beforeFrom,
      String beforeTo,
      String timezone,
      long interactions,
      boolean partial,
      Optional<String> lastAudited,
      String policyVersion,
      String configurationHash,
      String version) {}

  /** Could the nights be relied on? What changed? What was decided, and what is open? */
  public record Answers(Report.Answer reliance, Report.Answer changes, Report.Answer decisions) {}

  /**
   * One night.
   *
   * @param state RELIABLE, INCONCLUSIVE, MISSED (no archive), NOT_AUDITED, or NOT_YET (after the
   *     last night that was audited)
   * @param findings findings that were open
   * @param configuration hash of the configuration it was last audited with; empty if not known
   */
  public record NightEntry(
      String night,
      String state,
      List<String> reasons,
      long rowsRead,
      long rowsKept,
      int findings,
      Optional<String> worst,
      String configuration,
      String version,
      List<SignOff> signOffs) {}

  /** Who has read the report of a night. */
  public record SignOff(String id, String by, String role, String on, String reason) {}

  /**
   * One finding.
   *
   * @param verdict on the last night of the period on which it was open
   * @param worst the worst of its nights in the period; cause, sentence, evidence and size are
   *     those of the last night that was as bad
   * @param standing OPENED (and still open), OPENED_AND_CLOSED, CLOSED or OPEN
   * @param firstNight first night of the period on which it was open
   * @param lastNight last one
   * @param nights on how many nights of the period it was open
   * @param closedOn the first night that no longer showed it
   * @param size how far it moved, in {@code unit}
   * @param accepted id of the decision that accepted it
   */
  public record FindingEntry(
      String id,
      String metric,
      String title,
      Map<String, String> slice,
      String sliceTitle,
      String figure,
      String verdict,
      String worst,
      String cause,
      String kind,
      String sentence,
      String evidence,
      String began,
      String found,
      String standing,
      String firstNight,
      String lastNight,
      int nights,
      Optional<String> closedOn,
      String unit,
      Optional<CauseReport.Size> size,
      Optional<String> accepted) {}

  /**
   * What was recommended for a route.
   *
   * @param id that of the last night
   * @param state OPEN (proposed on the last audited night, no answer), LAPSED (no longer proposed,
   *     no answer), ANSWERED, or STANDING (nothing to decide)
   * @param answer the last answer, where there is one
   */
  public record RecommendationEntry(
      String id,
      Map<String, String> route,
      String routeTitle,
      String action,
      String fromRelease,
      String toRelease,
      String grade,
      String title,
      List<String> reasons,
      List<String> findings,
      String firstNight,
      String lastNight,
      int nights,
      String state,
      Optional<String> answer,
      Optional<String> decision) {}

  /** What a person decided, of whatever kind. */
  public record DecisionEntry(
      String id,
      String kind,
      String subject,
      String title,
      String answer,
      String by,
      String reason,
      String decidedOn,
      String effectiveNight) {}

  /**
   * One release of a route.
   *
   * @param share of the route's traffic of the period
   * @param nights nights of the period on which it served
   * @param fresh whether it was first seen in the period
   */
  public record ReleaseEntry(
      Map<String, String> route,
      String routeTitle,
      String release,
      long interactions,
      Optional<Double> share,
      int nights,
      String firstNight,
      String lastNight,
      String state,
      String verdict,
      boolean fresh) {}

  /** A change of the audit: CONFIGURATION, VERSION, COLUMNS or MEANING, from a night on. */
  public record ChangeEntry(String night, String kind, String text) {}

  /**
   * One figure.
   *
   * @param gate whether a rollback may rest on it
   * @param nightly whether it adds up, and is given for a night, on average
   * @param move HARMFUL, MOVED, NOT_SEEN or NOT_COMPARED
   * @param series every night of the period; without a value where there is none
   */
  public record FigureEntry(
      String id,
      String metric,
      String title,
      String family,
      Map<String, String> slice,
      String sliceTitle,
      String unit,
      boolean gate,
      boolean nightly,
      String harm,
      Optional<String> material,
      Whole now,
      Optional<Whole> before,
      Optional<Report.Change> change,
      String move,
      String reason,
      List<NightValue> series) {}

  /** All values of a period together. */
  public record Whole(
      double value,
      long n,
      Optional<Long> numerator,
      int nights,
      Optional<Report.IntervalEntry> interval) {}

  /** The value of one night. */
  public record NightValue(String night, Optional<Double> value, long n) {}

  /**
   * What is not shown.
   *
   * @param slices slices over personal dimensions with a night too small to be shown
   * @param smaller slices beyond the largest, which the tables hold
   * @param dimensions personal dimensions by which cost is not split
   */
  public record Withheld(int slices, int smaller, List<String> dimensions, String reason) {}

  /**
   * What the period cost; every sum is exact.
   *
   * @param usd all priced interactions
   * @param usdBefore those of the period before, where it has a ledger
   * @param nightsBefore nights of the period before that have one
   * @param unpriced interactions without a price
   * @param nights the ledger's sum of every night that has one; they add up to {@code usd}
   * @param groups the same by meter, model and so on; each adds up to {@code usd}
   */
  public record Costs(
      String usd,
      Optional<String> usdBefore,
      int nightsBefore,
      long tokens,
      long unpriced,
      List<NightCost> nights,
      List<CostGroup> groups,
      Optional<PerAccepted> perAccepted,
      String perAcceptedReason) {}

  /** The ledger's sum of one night. */
  public record NightCost(String night, String usd, long unpriced) {}

  /** The ledger by one dimension. */
  public record CostGroup(String dimension, String title, List<CostPart> parts) {}

  /** One value of a dimension. */
  public record CostPart(
      String name, long tokens, String usd, Optional<String> usdBefore, long unpriced) {}

  /**
   * Cost of an answer that was accepted.
   *
   * @param basis what accepted means here
   * @param share share of answers that were accepted, among those that were judged
   */
  public record PerAccepted(
      String basis, double usd, Optional<Double> usdBefore, double share, long judged) {}

  /** What the report was made from. */
  public record Provenance(String command, List<Report.Setting> hashes, String signature) {}
}

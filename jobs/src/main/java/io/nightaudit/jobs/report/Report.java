package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole report of one night, as {@code report.json} has it (snake_case there). The HTML holds
 * nothing that is not in it. Dates are ISO (yyyy-MM-dd); numbers are finite or absent.
 *
 * @param schema name and version of this structure
 * @param identity which night of which system, judged with what
 * @param status INCONCLUSIVE, BREACH, WARNING or WITHIN_TOLERANCE
 * @param action the strongest recommendation: KEEP, HOLD, INVESTIGATE or ROLL_BACK
 * @param summary the three answers of page one
 * @param coverage what was read and what was missing
 * @param figures every figure shown, ordered by family, metric and slice
 * @param findings open findings, the worst first
 * @param recommendations one for each route
 * @param attribution the split of changes into mix and behaviour
 * @param releases every release seen, by route
 * @param costs the cost ledger of the night, the largest lines first
 * @param method how figures were made and judged
 * @param provenance what the report was made from
 * @param review what a person should look at
 * @param decisions what people decided within the last 28 nights
 * @param labels what people said of interactions of the nights of the baseline, by target
 * @param ranking what is unusual tonight, as information
 * @param incidents what people declared about incidents
 * @param act what the EU AI Act asks, and what these logs can show
 * @param oversight what people did about the nights so far
 * @param form what makes the report a record that can be filed
 * @param privacy what is not shown, and why
 */
public record Report(
    String schema,
    Identity identity,
    String status,
    String action,
    Summary summary,
    CoverageSection coverage,
    List<Figure> figures,
    List<FindingEntry> findings,
    List<RecommendationEntry> recommendations,
    List<Attribution> attribution,
    List<ReleaseEntry> releases,
    List<CostLine> costs,
    Method method,
    Provenance provenance,
    Review review,
    List<DecisionEntry> decisions,
    List<LabelEntry> labels,
    SelfReport.Ranking ranking,
    IncidentReport incidents,
    ActReport.Act act,
    OversightReport.Oversight oversight,
    FullForm form,
    PrivacyReport.Suppression privacy) {
  public Report {
    privacy = privacy == null ? PrivacyReport.nothing() : privacy;
    incidents = incidents == null ? IncidentReport.NONE : incidents;
    act = act == null ? ActReport.Act.UNSAID : act;
    oversight = oversight == null ? OversightReport.Oversight.NONE : oversight;
    review = review == null ? new Review(0, List.of()) : review;
  }

  /** The same report with another form. */
  Report with(FullForm other) {
    return new Report(
        schema,
        identity,
        status,
        action,
        summary,
        coverage,
        figures,
        findings,
        recommendations,
        attribution,
        releases,
        costs,
        method,
        provenance,
        review,
        decisions,
        labels,
        ranking,
        incidents,
        act,
        oversight,
        other,
        privacy);
  }

  /** Which night of which system, judged with what. */
  public record Identity(
      String system,
      String night,
      String windowFrom,
      String windowTo,
      String timezone,
      long interactions,
      int historyNights,
      String firstNight,
      String policyVersion,
      String configurationHash,
      String version) {}

  /** Page one: three answers, one line a family, and the figures of the leading chart. */
  public record Summary(
      Answer reliance,
      Answer changes,
      Answer actions,
      List<FamilyLine> families,
      List<String> leadFigures) {}

  /** An answer: its first words, and the sentences behind them. */
  public record Answer(String headline, List<String> sentences) {}

  /** One family in one line. */
  public record FamilyLine(
      String family, String verdict, String sentence, int figures, int notComputed) {}

  /** What was read, what is missing, and whether the night can be relied on. */
  public record CoverageSection(
      String verdict,
      List<String> reasons,
      long rowsRead,
      long rowsKept,
      long rowsQuarantined,
      long rowsDuplicate,
      long rowsLate,
      List<ReasonCount> quarantine,
      List<FileEntry> files,
      List<HourCount> hours,
      Optional<Double> volumeMedian,
      List<Check> checks,
      List<MissingColumn> missingColumns,
      List<String> missedNights) {}

  /** Quarantined rows by reason. */
  public record ReasonCount(String reason, long rows) {}

  /** One file by hash and size; no name. */
  public record FileEntry(String sha256, long bytes, long rows, String problem) {}

  /** Traffic of one hour tonight, and on the nights before. */
  public record HourCount(
      int hour,
      long tonight,
      Optional<Long> lowest,
      Optional<Double> median,
      Optional<Long> highest,
      boolean missing) {}

  /** One line of the table "what was read". */
  public record Check(String name, String tonight, String usual, String verdict, String reason) {}

  /** A column that the archive does not have, and the figures that it takes with it. */
  public record MissingColumn(String column, String reason, List<String> metrics) {}

  /**
   * One figure.
   *
   * @param id stable within the system: derived from metric and slice
   * @param slice dimension to value, empty for all traffic
   * @param value tonight's value in {@code unit}, absent where not computed
   * @param n rows behind the value
   * @param numerator rows that count, for shares
   * @param distribution shares of before and tonight over fixed bins, where the chart needs it
   * @param series value of every night up to tonight, for small charts
   * @param minimumDetectable the smallest lasting change that would have been seen, where tonight
   *     has a score
   * @param placebo how often it alarms when nothing changes, where that was studied
   */
  public record Figure(
      String id,
      String metric,
      String title,
      String family,
      Map<String, String> slice,
      String sliceTitle,
      Optional<Double> value,
      String unit,
      long n,
      Optional<Long> numerator,
      Optional<IntervalEntry> interval,
      Optional<Baseline> baseline,
      Optional<Change> change,
      Map<String, Double> distance,
      String verdict,
      String reason,
      Optional<Score> score,
      String harm,
      Optional<String> material,
      Optional<Band> band,
      List<NightValue> series,
      List<Bin> distribution,
      List<ReleaseChange> releaseChanges,
      String formula,
      Optional<SelfReport.MinimumDetectable> minimumDetectable,
      Optional<SelfReport.StreamPlacebo> placebo) {}

  /** Low and high, in the unit of the value, and the confidence (0.95). */
  public record IntervalEntry(double low, double high, double confidence) {}

  /** The value before: over which nights ({@code what}), from how many rows. */
  public record Baseline(double value, long n, int nights, String what) {}

  /**
   * Tonight against the baseline.
   *
   * @param kind {@code points} (difference of shares), {@code ratio} (relative) or {@code
   *     difference} (in the unit)
   */
  public record Change(String kind, double value, Optional<Double> low, Optional<Double> high) {}

  /**
   * The daily score: positive is higher than expected, one unit is one day-to-day deviation.
   *
   * @param ewmaLimit the stream's own limit of {@code ewma}, from its share of the alarm budget
   * @param falsePerMonth that share: false alarms in 30 nights
   * @param runLength the same as mean nights between false alarms
   * @param spikeLimit the limit of two nights in three; absent where the moving average has the
   *     whole share
   */
  public record Score(
      double z,
      double ewma,
      double ewmaLimit,
      int nights,
      Optional<String> alarmSince,
      double falsePerMonth,
      double runLength,
      Optional<Double> spikeLimit) {}

  /** Where 19 of 20 nights fall if nothing changes. */
  public record Band(double low, double center, double high) {}

  /** The value of one night; the mark is {@code none}, {@code unusual} or {@code alarm}. */
  public record NightValue(String night, double value, long n, String mark) {}

  /** Share of one bin before and tonight. */
  public record Bin(String label, double before, double tonight) {}

  /** A night on which the release behind a route changed. */
  public record ReleaseChange(String night, String from, String to) {}

  /** One open finding. */
  public record FindingEntry(
      String id,
      String metric,
      Map<String, String> slice,
      String sliceTitle,
      String verdict,
      String cause,
      String began,
      String found,
      String kind,
      String sentence,
      String evidence,
      String figure,
      List<NightMark> nights,
      Optional<CauseReport.ExplanationEntry> explanation,
      List<Map<String, String>> alsoIn) {}

  /** Whether a night was {@code none}, {@code unusual} or {@code alarm}. */
  public record NightMark(String night, String mark) {}

  /**
   * What is recommended for one route, why, and what speaks against it.
   *
   * @param standing where it stands; absent where a release is kept
   */
  public record RecommendationEntry(
      String id,
      Map<String, String> route,
      String routeTitle,
      Map<String, String> slice,
      String action,
      String fromRelease,
      String toRelease,
      String grade,
      String title,
      Optional<Effect> effect,
      List<String> reasons,
      List<Condition> conditions,
      List<Placebo> placebos,
      List<String> against,
      List<String> alternatives,
      List<String> preserve,
      List<String> questions,
      List<String> findings,
      List<ObjectionEntry> objections,
      Optional<ExpectedLoss> expectedLoss,
      Optional<DecisionRule> decisionRule,
      Optional<OversightReport.Standing> standing) {
    public RecommendationEntry {
      standing = standing == null ? Optional.empty() : standing;
    }
  }

  /** The size of an effect, standardised to the baseline's mix. */
  public record Effect(
      String metric,
      double value,
      double low,
      double high,
      String unit,
      long after,
      long before,
      String since,
      double material) {}

  /** One condition of the decision, and whether it holds. */
  public record Condition(String name, boolean holds, String text) {}

  /** The same estimate at a date without a release. */
  public record Placebo(String night, double effect) {}

  /** The change of one figure, split into mix and behaviour. */
  public record Attribution(
      String metric,
      Map<String, String> slice,
      String sliceTitle,
      List<String> by,
      String unit,
      double total,
      double mix,
      double behaviour,
      List<Part> parts,
      Optional<String> since,
      Optional<CauseReport.Size> standardised) {}

  /** One slice's part of a change: weights and values before and tonight. */
  public record Part(
      String title,
      double weightBefore,
      double weightTonight,
      Optional<Double> valueBefore,
      Optional<Double> valueTonight,
      double mix,
      double behaviour) {}

  /** One release of a route: when it served, how much, and how it compares with the one before. */
  public record ReleaseEntry(
      Map<String, String> route,
      String routeTitle,
      String release,
      String firstNight,
      String lastNight,
      int nights,
      long interactions,
      long tonight,
      String previous,
      List<ReleaseFigure> comparison,
      String state,
      String verdict,
      String lastKnownGood) {}

  /** One figure of a release against that of the release before. */
  public record ReleaseFigure(
      String metric,
      String title,
      String unit,
      double value,
      long n,
      double before,
      long nBefore,
      Change change) {}

  /** One line of the cost ledger. */
  public record CostLine(
      Map<String, String> key,
      String title,
      String meter,
      long tokens,
      Optional<String> usd,
      long unpriced) {}

  /** How figures were made and judged, in sentences, and what this run cannot show. */
  public record Method(
      List<String> statements,
      List<Setting> settings,
      List<String> limits,
      SelfReport.Budget budget,
      SelfReport.PlaceboStudy placebo) {}

  /** One line of policy. */
  public record Setting(String name, String value) {}

  /** What the report was made from. */
  public record Provenance(
      List<Stage> stages, String command, List<Setting> hashes, String signature) {}

  /** One of the six stages: what it read, what it made. */
  public record Stage(String name, String reads, String makes) {}

  /** One sentence of {@code against} with what it is about. */
  public record ObjectionEntry(String kind, String text) {}

  /** What it is expected to cost to keep a release, to roll it back, and to wait one more night. */
  public record ExpectedLoss(double keep, double rollback, double nightly, int days, String unit) {}

  /** What two releases that served the same nights were decided by. */
  public record DecisionRule(
      String later,
      String earlier,
      int nights,
      long laterRows,
      long earlierRows,
      Optional<Double> sampleRatio,
      List<DecisionGate> gates) {}

  /** One gate metric of such a decision; the interval is valid on every night. */
  public record DecisionGate(
      String metric,
      double difference,
      double low,
      double high,
      String unit,
      double material,
      double loss) {}
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.Report.Change;
import io.nightaudit.jobs.report.Report.IntervalEntry;
import java.util.List;
import java.util.Optional;

/**
 * What the release gate says, as {@code gate.json} has it (snake_case there). The HTML holds
 * nothing that is not in it. Numbers are finite or absent.
 *
 * @param schema name and version of this structure
 * @param identity what was compared, judged with what
 * @param outcome PASSES where every candidate passes, else FAILS
 * @param reliance what was read, and whether it keeps the archive's contract
 * @param split how the probability of an error is divided
 * @param candidates each candidate, in the order asked for
 * @param recommended the best of those that pass, absent where none does
 * @param figures every figure of every candidate, by candidate and catalogue
 * @param method how candidates are compared and judged
 * @param provenance what the report was made from
 */
public record GateReport(
    String schema,
    Identity identity,
    String outcome,
    Reliance reliance,
    Split split,
    List<Candidate> candidates,
    Optional<Recommended> recommended,
    List<Report.Figure> figures,
    List<String> method,
    Provenance provenance) {

  /** What was compared: a baseline over some nights of a system. */
  public record Identity(
      String system,
      String baseline,
      long baselineInteractions,
      String from,
      String to,
      int nights,
      String timezone,
      String policyVersion,
      String configurationHash,
      String version) {}

  /**
   * What was read, and the reasons why it breaks the archive's contract, none where it does not.
   */
  public record Reliance(
      boolean contractBroken,
      List<String> reasons,
      int nightsWithoutRows,
      long rowsRead,
      long rowsKept,
      long rowsQuarantined,
      long rowsDuplicate) {}

  /** The confidence of all comparisons together, and of each, so that they hold together. */
  public record Split(
      double confidence,
      String method,
      int metrics,
      int candidates,
      int comparisons,
      double each,
      int minimumRows,
      String undecided) {}

  /**
   * One candidate.
   *
   * @param outcome PASSES, FAILS or UNDECIDED
   * @param passes whether the policy lets it pass
   * @param reasons why it does not
   * @param metrics what each gate metric says
   * @param rules what each fixed limit says
   * @param others how all other metrics compare
   * @param moved figures of other metrics that differ materially
   */
  public record Candidate(
      String release,
      long interactions,
      String outcome,
      boolean passes,
      List<String> reasons,
      List<MetricEntry> metrics,
      List<RuleEntry> rules,
      List<OtherEntry> others,
      List<String> moved) {}

  /**
   * What one gate metric says of a candidate.
   *
   * @param figure the id of its figure
   * @param material the material limit in words
   * @param limit the change that is material harm, with its sign; absent where nothing is compared
   * @param counts which comparison counts: PAIRED, STANDARDIZED or PLAIN; absent where none does
   */
  public record MetricEntry(
      String figure,
      String metric,
      String title,
      String unit,
      String harm,
      String material,
      String outcome,
      String reason,
      Optional<Double> limit,
      Optional<String> counts,
      Optional<Comparison> paired,
      Optional<Comparison> standardized,
      Optional<Comparison> plain,
      Optional<Mismatch> mismatch) {
    /** The comparison that counts. */
    Optional<Comparison> counting() {
      return GateReport.counting(counts, paired, standardized, plain);
    }
  }

  /**
   * How a metric that is no gate compares, as information.
   *
   * @param figure the id of its figure
   * @param counts which comparison counts; absent where none does
   */
  public record OtherEntry(
      String figure,
      Optional<String> counts,
      Optional<Comparison> paired,
      Optional<Comparison> standardized,
      Optional<Comparison> plain,
      Optional<Mismatch> mismatch) {
    /** The comparison that counts. */
    Optional<Comparison> counting() {
      return GateReport.counting(counts, paired, standardized, plain);
    }
  }

  private static Optional<Comparison> counting(
      Optional<String> counts,
      Optional<Comparison> paired,
      Optional<Comparison> standardized,
      Optional<Comparison> plain) {
    return switch (counts.orElse("")) {
      case "PAIRED" -> paired;
      case "STANDARDIZED" -> standardized;
      case "PLAIN" -> plain;
      default -> Optional.empty();
    };
  }

  /**
   * A candidate's value against the baseline's.
   *
   * @param n values of the candidate, or pairs
   * @param baselineN values of the baseline, or pairs
   * @param coverage share of the baseline's values that the comparison is about
   */
  public record Comparison(
      double value,
      long n,
      double baseline,
      long baselineN,
      Change change,
      double confidence,
      Optional<Double> coverage) {}

  /** Questions that both answered and whose value differs. */
  public record Mismatch(long changed, long pairs, double share, IntervalEntry interval) {}

  /** What a fixed limit of the policy says of a candidate's own value. */
  public record RuleEntry(
      String rule,
      String metric,
      String title,
      String unit,
      String kind,
      double limit,
      double value,
      long n,
      IntervalEntry interval,
      String outcome,
      String reason) {}

  /** The best of those that pass, and those that the evidence does not tell from it. */
  public record Recommended(String release, String sentence, List<String> notToldApart) {}

  /** What the report was made from. */
  public record Provenance(String command, List<Report.Setting> hashes) {}
}

package io.nightaudit.jobs.explanation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one figure of one night comes from: what {@code explain --json} prints (snake_case there).
 *
 * @param id the figure's id
 * @param about why it is explained, where a finding or a recommendation was asked for
 * @param shown whether the report of the night shows it
 * @param columns the archive's columns behind it, as the configuration maps them
 * @param inputs what the stored profile holds of it
 * @param arithmetic the recomputation from these inputs
 * @param check whether the recomputation gives what was stored
 * @param labels what people's labels say of the same target
 */
public record ExplainedFigure(
    String id,
    String about,
    String metric,
    String title,
    String family,
    Map<String, String> slice,
    String sliceTitle,
    String night,
    boolean shown,
    Value value,
    String definition,
    String formula,
    List<SourceColumn> columns,
    List<Input> inputs,
    List<String> arithmetic,
    Check check,
    IntervalOrigin interval,
    BaselineOrigin baseline,
    Optional<ChangeOrigin> change,
    ScoreOrigin score,
    List<PolicyLine> policy,
    String verdict,
    String reason,
    List<String> labels,
    Reproduction reproduction) {
  public ExplainedFigure {
    columns = List.copyOf(columns);
    inputs = List.copyOf(inputs);
    arithmetic = List.copyOf(arithmetic);
    policy = List.copyOf(policy);
    labels = List.copyOf(labels);
  }

  ExplainedFigure because(String why) {
    return new ExplainedFigure(
        id,
        why,
        metric,
        title,
        family,
        slice,
        sliceTitle,
        night,
        shown,
        value,
        definition,
        formula,
        columns,
        inputs,
        arithmetic,
        check,
        interval,
        baseline,
        change,
        score,
        policy,
        verdict,
        reason,
        labels,
        reproduction);
  }

  /** The value with all its digits, and as the report prints it. */
  public record Value(
      Optional<Double> stored, String printed, String unit, long n, Optional<Long> numerator) {}

  /** A canonical column and where the archive has it. */
  public record SourceColumn(String column, String from) {}

  /** One input, with all its digits. */
  public record Input(String name, String value) {}

  /**
   * The recomputation beside what was stored.
   *
   * @param differences what differs; empty where all agrees
   * @param notes what could not be compared, and why
   */
  public record Check(
      State state, Optional<Double> recomputed, List<String> differences, List<String> notes) {
    public Check {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
    }
  }

  /** Whether a recomputation gives what was stored. */
  public enum State {
    AGREES,
    DIFFERS,
    /** There is something stored, and nothing to recompute it from. */
    NOT_RECOMPUTED
  }

  /** How the interval of the value is made; without ends where there is none. */
  public record IntervalOrigin(
      String method, List<String> inputs, Optional<Double> low, Optional<Double> high) {}

  /** What the figure was before, night by night. */
  public record BaselineOrigin(
      Optional<Double> value,
      String printed,
      long n,
      int nights,
      String how,
      List<NightBefore> window) {}

  /**
   * One night of the baseline's window.
   *
   * @param used whether the comparison used it
   * @param comparison what became of it in the comparison
   * @param score what became of it in the daily score
   */
  public record NightBefore(
      String night,
      Optional<Double> value,
      long n,
      boolean used,
      String comparison,
      String score) {}

  /** Tonight against before. */
  public record ChangeOrigin(
      String kind,
      double value,
      Optional<Double> low,
      Optional<Double> high,
      String printed,
      String arithmetic,
      String method) {}

  /**
   * The daily score and its limits.
   *
   * @param state SCORED or why there is no score
   * @param nights nights that the score knows
   * @param y tonight on the scale on which the stream is followed
   * @param center what was expected on that scale
   * @param spread the deviation that was expected there
   */
  public record ScoreOrigin(
      String state,
      int nights,
      int learningNights,
      Optional<Double> y,
      Optional<Double> variance,
      Optional<Double> center,
      Optional<Double> spread,
      Optional<Double> z,
      Optional<Double> ewma,
      double ewmaLimit,
      Optional<Double> spikeLimit,
      double falsePerMonth,
      double shareOfBudget,
      double runLength,
      String expected) {}

  /** One key of the policy that acts on the figure: its value, and who says so. */
  public record PolicyLine(String key, String value, String origin) {}

  /**
   * How to get the figure again.
   *
   * @param commands commands of Nightaudit
   * @param measurementsSql Spark SQL over the store
   * @param archiveSql Spark SQL over the archive, where plain SQL can give the number
   * @param archiveNote what that SQL leaves out, or why there is none
   */
  public record Reproduction(
      List<String> commands,
      String measurementsSql,
      Optional<String> archiveSql,
      String archiveNote) {}
}

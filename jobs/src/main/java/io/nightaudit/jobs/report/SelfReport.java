package io.nightaudit.jobs.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a {@link Report} that say how far its own verdicts can be trusted. */
public final class SelfReport {
  private SelfReport() {}

  /**
   * What is accepted.
   *
   * @param falsePerMonth false alarms accepted in 30 nights, over everything that is watched
   * @param streams streams of this report with a score tonight
   * @param streamsBudget what these have of the accepted alarms
   */
  public record Budget(double falsePerMonth, int streams, double streamsBudget) {}

  /**
   * How often the streams of the report alarm when nothing changes: their histories in other
   * orders, judged by the same rules.
   *
   * @param alarmsPerMonth alarms in 30 nights, absent where {@code reason} says why
   * @param low lower end of the interval of what is to be expected
   * @param high upper end
   * @param confidence of the interval
   * @param budget what the streams studied have of the accepted alarms
   * @param reorderings in how many other orders each history was judged
   * @param blockNights nights that stayed together
   * @param streams streams studied
   * @param leftOut streams with a score that were not
   * @param nights nights at risk of one order, over all streams
   * @param dependent streams whose nights depend on each other
   * @param mostDependent the stream where they do the most
   */
  public record PlaceboStudy(
      Optional<Double> alarmsPerMonth,
      Optional<Double> low,
      Optional<Double> high,
      double confidence,
      Optional<Double> budget,
      int reorderings,
      int blockNights,
      int streams,
      int leftOut,
      long nights,
      int dependent,
      Optional<Dependence> mostDependent,
      String reason) {}

  /** How much a night of a stream says of the next one: the autocorrelation of lag 1. */
  public record Dependence(String figure, String title, String sliceTitle, double value) {}

  /**
   * What the placebo study says of the stream of one figure.
   *
   * @param nights nights of its history that were put in other orders
   * @param dependence autocorrelation of lag 1
   */
  public record StreamPlacebo(int nights, double dependence, double alarmsPerMonth) {}

  /**
   * The smallest lasting change that would have been seen in four cases of five.
   *
   * @param direction INCREASE, DECREASE, or NEITHER for the larger of both
   * @param within7 its size in the unit of the figure, absent where no change, however large, is
   *     seen within 7 nights
   * @param within14 within 14 nights
   * @param within28 within 28 nights
   * @param seesMaterial whether a change of the material size is seen within 14 nights, absent
   *     where the policy has no such size
   * @param text the size within 7 nights in words
   * @param later the sizes within 14 and 28 nights in words
   */
  public record MinimumDetectable(
      String direction,
      @JsonProperty("within_7") Optional<Double> within7,
      @JsonProperty("within_14") Optional<Double> within14,
      @JsonProperty("within_28") Optional<Double> within28,
      Optional<Boolean> seesMaterial,
      String text,
      String later) {}

  /**
   * What is unusual tonight, as information: no alarm.
   *
   * @param q the share of it that may be chance
   * @param tests figures that were ranked
   * @param unusual those that stand out, the least likely first
   */
  public record Ranking(double q, int tests, List<Unusual> unusual) {}

  /**
   * One figure that stands out.
   *
   * @param z its score
   * @param p how likely such a score is by chance
   * @param adjustedP the same among all figures ranked
   * @param direction {@code rise} or {@code fall}
   * @param value tonight's value
   * @param expected what was expected
   */
  public record Unusual(
      String figure,
      String metric,
      String title,
      Map<String, String> slice,
      String sliceTitle,
      double z,
      double p,
      double adjustedP,
      String direction,
      String unit,
      double value,
      double expected) {}
}

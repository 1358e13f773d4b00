package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a {@link Report} that say why a figure moved. */
public final class CauseReport {
  private CauseReport() {}

  /**
   * The figures behind the cause of a finding; sizes are in {@code unit}, before is every night of
   * the baseline before it began, since is up to seven nights from then on.
   *
   * @param by the dimensions whose mix is meant
   * @param carriedBy the few slices that the change comes from, the largest first
   * @param bridge factors of a change of cost, which add up to it
   */
  public record ExplanationEntry(
      String unit,
      Optional<Double> valueBefore,
      Optional<Double> valueSince,
      Optional<Double> rawChange,
      Optional<Double> rawLow,
      Optional<Double> rawHigh,
      Optional<Double> standardisedChange,
      Optional<Double> standardisedLow,
      Optional<Double> standardisedHigh,
      Optional<Double> mixPart,
      Optional<Double> behaviourPart,
      Optional<Double> mixShare,
      List<String> by,
      List<Carrier> carriedBy,
      Map<String, Double> bridge,
      Optional<Speed> speed,
      Optional<CoincidingRelease> release,
      boolean inputAlarmed,
      String reason) {}

  /** A slice that a change comes from: what it adds, and that over all that is to explain. */
  public record Carrier(
      Map<String, String> slice, String sliceTitle, double part, Optional<Double> share) {}

  /**
   * How fast it moved.
   *
   * @param kind {@code step} or {@code slope}
   * @param perWeek change a week of a slope
   */
  public record Speed(
      String kind,
      String since,
      Optional<Double> perWeek,
      Optional<Double> low,
      Optional<Double> high) {}

  /** A release change that coincides with a finding. */
  public record CoincidingRelease(
      Map<String, String> route, String from, String to, String night, boolean silent) {}

  /** A size with its 95 % interval. */
  public record Size(double value, Optional<Double> low, Optional<Double> high) {}
}

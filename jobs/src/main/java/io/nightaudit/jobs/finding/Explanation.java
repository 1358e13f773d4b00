package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures behind the cause of a finding. Before is every night of the baseline before it began,
 * since is up to seven nights from then on; numbers that do not exist are NaN.
 *
 * @param unit of all sizes
 * @param before value before
 * @param since value since
 * @param raw the change as it is
 * @param standardised the change at the mix of before
 * @param mix what of the change is mix and what behaviour
 * @param carriedBy the few slices that the change comes from, the largest first
 * @param bridge factors of a change of cost, by name; they add up to the change
 * @param speed whether it came in a step or in a slope, where that can be told
 * @param release the release change that coincides
 * @param inputAlarmed whether the questions of the slice, or around it, moved as well
 * @param reason why the cause is the one given, in a clause
 */
public record Explanation(
    String unit,
    double before,
    double since,
    Effect raw,
    Effect standardised,
    Mix mix,
    List<Carrier> carriedBy,
    SortedMap<String, Double> bridge,
    Optional<Speed> speed,
    Optional<ReleaseChange> release,
    boolean inputAlarmed,
    String reason)
    implements Serializable {

  /**
   * The exact split of the change.
   *
   * @param share mix over the whole change
   * @param by the dimensions whose mix is meant
   */
  public record Mix(double part, double behaviour, double share, List<String> by)
      implements Serializable {
    /** No split. */
    public static final Mix NONE = new Mix(Double.NaN, Double.NaN, Double.NaN, List.of());

    public Mix {
      by = List.copyOf(by);
    }
  }

  /**
   * A slice that the change comes from.
   *
   * @param part what it adds to the change of the whole
   * @param share that over the change within all slices, or over the mix where the cause is the mix
   */
  public record Carrier(Slice slice, double part, double share) implements Serializable {}

  /**
   * How fast it moved.
   *
   * @param slope whether it moves by a little every night, not in a step
   * @param since the first night of the new level, or of the slope
   * @param perWeek change a week of a slope, NaN for a step
   */
  public record Speed(boolean slope, long since, double perWeek, double low, double high)
      implements Serializable {}

  /** Nothing is known, as of a finding of an earlier version. */
  public static final Explanation NONE =
      new Explanation(
          "",
          Double.NaN,
          Double.NaN,
          Effect.NONE,
          Effect.NONE,
          Mix.NONE,
          List.of(),
          new TreeMap<>(),
          Optional.empty(),
          Optional.empty(),
          false,
          "");

  public Explanation {
    carriedBy = List.copyOf(carriedBy);
    bridge = Collections.unmodifiableSortedMap(new TreeMap<>(bridge));
  }

  /** A release change speaks for itself. */
  static Explanation of(ReleaseChange change) {
    return new Explanation(
        "mix",
        Double.NaN,
        Double.NaN,
        Effect.NONE,
        Effect.NONE,
        Mix.NONE,
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.of(change),
        false,
        "another release answers");
  }

  /** Whether the change was split over finer slices. */
  boolean isSplit() {
    return !mix.by().isEmpty();
  }
}

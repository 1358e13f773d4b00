package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.profile.review.ReviewEntry;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * The profile of one night.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param rows one row for each slice and measure, sorted by slice within partitions, persisted
 * @param costs the cost ledger
 * @param review the interactions that a person should look at, by stratum
 * @param folded slices that were folded into {@code (other)} because their level was over its cap
 */
public record NightProfile(
    long epochDay,
    JavaRDD<ProfileRow> rows,
    List<CostCell> costs,
    List<ReviewEntry> review,
    long folded) {
  public NightProfile {
    costs = List.copyOf(costs);
    review = List.copyOf(review);
  }

  /** Gives the memory of the rows back. */
  public void release() {
    rows.unpersist(false);
  }
}

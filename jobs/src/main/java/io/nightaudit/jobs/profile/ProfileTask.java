package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.policy.PriceSettings;
import io.nightaudit.jobs.profile.review.ReviewPlan;
import java.io.Serializable;
import java.util.List;

/**
 * What a task of the pass needs to know.
 *
 * @param plan what is computed
 * @param levels which slices
 * @param release the columns of a release
 * @param prices where costs come from
 * @param review which interactions a person should look at
 * @param keys what tells an interaction apart
 * @param countsPeople whether the cost ledger counts users
 * @param memoryBound bytes of summaries that a task holds before it hands them on
 */
record ProfileTask(
    MeasurePlan plan,
    List<Level> levels,
    List<String> release,
    PriceSettings prices,
    ReviewPlan review,
    KeyNames keys,
    boolean countsPeople,
    long memoryBound)
    implements Serializable {
  ProfileTask {
    levels = List.copyOf(levels);
    release = List.copyOf(release);
  }
}

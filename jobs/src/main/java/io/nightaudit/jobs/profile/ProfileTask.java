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
 * @param key columns that together identify an interaction
 * @param route columns of a route that name no person
 * @param memoryBound bytes of summaries that a task holds before it hands them on
 */
record ProfileTask(
    MeasurePlan plan,
    List<Level> levels,
    List<String> release,
    PriceSettings prices,
    ReviewPlan review,
    List<String> key,
    List<String> route,
    long memoryBound)
    implements Serializable {
  ProfileTask {
    levels = List.copyOf(levels);
    release = List.copyOf(release);
    key = List.copyOf(key);
    route = List.copyOf(route);
  }
}

package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.policy.PriceSettings;
import java.io.Serializable;
import java.util.List;

/**
 * What a task that pairs questions needs to know.
 *
 * @param plan what is computed; measures that are one number of an interaction
 * @param release the columns of a release
 * @param prices where costs come from
 * @param dimension what tells cohorts apart: the release, or a column or dimension
 * @param cohorts its values: the baseline first, then the candidates
 * @param pairBy the columns whose values together are a question
 */
record QuestionTask(
    MeasurePlan plan,
    List<String> release,
    PriceSettings prices,
    String dimension,
    List<String> cohorts,
    List<String> pairBy)
    implements Serializable {
  QuestionTask {
    release = List.copyOf(release);
    cohorts = List.copyOf(cohorts);
    pairBy = List.copyOf(pairBy);
  }
}

package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;

/**
 * What is unusual tonight, as information: no alarm, and about one in {@code 1/q} of it is chance.
 *
 * @param q the share of what stands out that may be chance
 * @param tests figures that could be ranked
 * @param unusual those that stand out, the least likely first
 */
public record Ranking(double q, int tests, List<Unusual> unusual) {
  /** A figure that stands out, with its p-value alone and among all. */
  public record Unusual(Slice slice, Measure measure, double z, double p, double adjusted) {}

  public Ranking {
    unusual = List.copyOf(unusual);
  }
}

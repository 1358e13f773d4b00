package io.nightaudit.jobs.policy;

import java.util.List;

/**
 * One validated {@code nightaudit.yaml}.
 *
 * @param system the name of the audited application, as reports print it
 * @param archive where the interactions are and how their columns are mapped
 * @param slices which combinations of dimensions are measured
 * @param release the columns whose values together are a release
 * @param route the columns whose values together are what callers ask for
 * @param store the folder of the audit store
 * @param prices the price book, or none
 * @param policy thresholds and rules
 */
public record AuditConfiguration(
    String system,
    ArchiveSettings archive,
    SliceSettings slices,
    List<String> release,
    List<String> route,
    String store,
    PriceSettings prices,
    Policy policy) {
  public AuditConfiguration {
    release = List.copyOf(release);
    route = List.copyOf(route);
  }
}

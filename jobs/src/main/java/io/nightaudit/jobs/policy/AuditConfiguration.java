package io.nightaudit.jobs.policy;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Metric;
import java.util.Collection;
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
 * @param evidence how a night is sealed
 * @param regulation what the operator asserts under the AI Act, and from when on it applies
 * @param report which files a report is made of
 * @param redaction the values that came from the environment and are printed nowhere
 */
public record AuditConfiguration(
    String system,
    ArchiveSettings archive,
    SliceSettings slices,
    List<String> release,
    List<String> route,
    String store,
    PriceSettings prices,
    Policy policy,
    EvidenceSettings evidence,
    RegulationSettings regulation,
    ReportSettings report,
    Redaction redaction) {
  public AuditConfiguration {
    release = List.copyOf(release);
    route = List.copyOf(route);
  }

  /** A configuration without secrets. */
  public AuditConfiguration(
      String system,
      ArchiveSettings archive,
      SliceSettings slices,
      List<String> release,
      List<String> route,
      String store,
      PriceSettings prices,
      Policy policy) {
    this(
        system,
        archive,
        slices,
        release,
        route,
        store,
        prices,
        policy,
        EvidenceSettings.NONE,
        RegulationSettings.unsaid(),
        ReportSettings.DEFAULT,
        Redaction.NONE);
  }

  /** The same configuration with another store. */
  public AuditConfiguration withStore(String other) {
    return new AuditConfiguration(
        system,
        archive,
        slices,
        release,
        route,
        other,
        prices,
        policy,
        evidence,
        regulation,
        report,
        redaction);
  }

  /** The same configuration with other slices. */
  public AuditConfiguration withSlices(SliceSettings others) {
    return new AuditConfiguration(
        system,
        archive,
        others,
        release,
        route,
        store,
        prices,
        policy,
        evidence,
        regulation,
        report,
        redaction);
  }

  /** The same configuration with other settings of the AI Act. */
  public AuditConfiguration withRegulation(RegulationSettings other) {
    return new AuditConfiguration(
        system, archive, slices, release, route, store, prices, policy, evidence, other, report,
        redaction);
  }

  /** The columns that the mapping lacks for a metric to have a value; empty where it has all. */
  public List<Column> lacking(Metric metric) {
    return metric.needs().stream().filter(column -> !isMapped(column)).toList();
  }

  private boolean isMapped(Column column) {
    Collection<String> mapped = archive.columns().keySet();
    boolean scored =
        column == Column.SCORES
            && mapped.stream().anyMatch(id -> id.startsWith(Column.SCORE_PREFIX));
    boolean priced = column == Column.REPORTED_COST && isPriced(mapped);
    return scored || priced || mapped.contains(column.id());
  }

  private boolean isPriced(Collection<String> mapped) {
    boolean model =
        mapped.contains(Column.RESPONSE_MODEL.id()) || mapped.contains(Column.REQUEST_MODEL.id());
    return model
        && !prices.book().prices().isEmpty()
        && mapped.containsAll(List.of(Column.INPUT_TOKENS.id(), Column.OUTPUT_TOKENS.id()));
  }

  /** Everything but the secrets. */
  @Override
  public String toString() {
    return redaction.apply(CanonicalJson.of(this).toString());
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.suppression.Withheld;
import java.util.List;

/**
 * What is withheld on a night.
 *
 * @param minimumCell the size below which a cell of a personal dimension is small
 * @param personal dimensions that the policy marks as personal
 * @param slices the slices that are withheld
 * @param figures how many figures they have
 * @param costKeys keys of the cost ledger that are withheld
 * @param costLines lines of the cost ledger that were folded into others
 * @param findings one for each withheld slice that found something
 */
public record PrivacyFacts(
    int minimumCell,
    List<String> personal,
    List<Withheld> slices,
    long figures,
    long costKeys,
    long costLines,
    List<Finding> findings) {
  /**
   * A finding in a slice that is withheld.
   *
   * @param around the finest slice that is shown and holds it
   * @param verdict the worst in it
   */
  public record Finding(Slice around, Verdict verdict) {}

  public PrivacyFacts {
    personal = List.copyOf(personal);
    slices = List.copyOf(slices);
    findings = List.copyOf(findings);
  }
}

package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Map;

/** The part of a {@link Report} that says what it does not show, and why. */
public final class PrivacyReport {
  private PrivacyReport() {}

  /**
   * What is withheld tonight.
   *
   * @param minimumCell the size of a group, k, below which a personal slice is withheld
   * @param personal dimensions that the policy marks as personal
   * @param slicesSmall slices of fewer people
   * @param slicesComplementary slices without which a small one could be computed
   * @param slicesPersistent slices that were withheld on a night that tonight is compared with
   * @param figures figures of these slices
   * @param costKeys keys of the cost ledger, such as a tenant's use of a model, that are withheld
   * @param costLines lines of the cost ledger that were folded into others
   * @param findings findings in withheld slices, by the slice around them that is shown
   */
  public record Suppression(
      int minimumCell,
      List<String> personal,
      long slicesSmall,
      long slicesComplementary,
      long slicesPersistent,
      long figures,
      long costKeys,
      long costLines,
      List<WithheldFindings> findings) {
    public Suppression {
      personal = List.copyOf(personal);
      findings = List.copyOf(findings);
    }

    /** All slices that are withheld. */
    long slices() {
      return slicesSmall + slicesComplementary + slicesPersistent;
    }

    /** All withheld slices that found something. */
    long found() {
      return findings.stream().mapToLong(WithheldFindings::slices).sum();
    }
  }

  /**
   * Withheld slices that found something.
   *
   * @param slice the finest slice around them that is shown
   * @param verdict the worst verdict in each of them
   * @param slices how many
   */
  public record WithheldFindings(
      Map<String, String> slice, String sliceTitle, String verdict, long slices) {}

  /** Nothing is withheld because nothing is personal. */
  static Suppression nothing() {
    return new Suppression(10, List.of(), 0, 0, 0, 0, 0, 0, List.of());
  }
}

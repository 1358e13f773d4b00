package io.nightaudit.jobs.policy;

/**
 * Which files a night's report is made of; what it says does not depend on it.
 *
 * @param pdf whether {@code report.pdf} is written beside {@code report.html}
 */
public record ReportSettings(boolean pdf) {
  /** With {@code report.pdf}. */
  public static final ReportSettings DEFAULT = new ReportSettings(true);
}

package io.nightaudit.jobs;

import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.report.print.ReportPdf;

/** Writes {@code report.pdf} where the configuration wants it and the class path can make it. */
final class PdfReports {
  static final String FILE = "report.pdf";

  private final RunSession session;
  private final boolean made;

  /** Says once for the run what is missing where it cannot be made. */
  PdfReports(RunSession session) {
    this.session = session;
    boolean wanted = session.configuration().report().pdf();
    this.made = wanted && ReportPdf.isAvailable();
    if (wanted && !made) {
      session.warn(missing());
    }
  }

  /** The document of a night; one that an earlier run made is kept aside with its report. */
  void write(long night, Report report) {
    if (made) {
      session.store().reports().write(night, FILE, ReportPdf.render(report));
    }
  }

  private static String missing() {
    return ("report.pdf is not written: the class path lacks %1$s, which lies beside the jar and "
            + "not within, for its licence is the LGPL. Add --packages %1$s to spark-submit or name "
            + "its jars with --jars, or set report.pdf to false.")
        .formatted(ReportPdf.LIBRARY);
  }
}

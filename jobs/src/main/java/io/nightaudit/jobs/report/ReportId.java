package io.nightaudit.jobs.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of a report: the SHA-256 of its {@code report.json} with an empty id. Equal reports have
 * equal ids, and anyone can check it.
 */
final class ReportId {
  private ReportId() {}

  /** The report with its id. */
  static Report given(Report report) {
    return with(report, of(report));
  }

  /** What the id of a report has to be. */
  static String of(Report report) {
    try {
      byte[] content = ReportJson.write(with(report, ""));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static Report with(Report r, String id) {
    FullForm.Identification i = r.form().identification();
    FullForm.Identification named =
        new FullForm.Identification(
            id, i.schemaVersion(), i.language(), i.dataCutOff(), i.lateDays());
    return r.with(r.form().with(named));
  }
}

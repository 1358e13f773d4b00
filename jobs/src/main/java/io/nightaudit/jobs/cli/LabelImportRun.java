package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Takes in labels that people gave interactions of the review queue. */
@FunctionalInterface
public interface LabelImportRun {
  /**
   * Keeps the labels of a file, says what was kept and what was not, and returns the exit status.
   *
   * @throws Refusal if the file is none of labels, or its labels are of nothing that is audited
   */
  int run(AuditConfiguration configuration, LabelImportRequest request, PrintWriter out);
}

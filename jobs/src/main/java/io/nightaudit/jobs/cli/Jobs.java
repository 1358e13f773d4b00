package io.nightaudit.jobs.cli;

/** What the commands do, one method a command: the command line itself only parses. */
public interface Jobs {
  /** Audits nights. */
  AuditRun run();

  /** Decides about a candidate release. */
  GateRun gate();

  /** Makes and audits the sample archive. */
  DemoRun demo();

  /** Measures the speed. */
  BenchmarkRun benchmark();

  /** Lists or exports the review queue. */
  ReviewRun review();

  /** Accepts a finding. */
  AcceptRun accept();

  /** Imports people's labels. */
  LabelImportRun labels();

  /** Keeps what people decided, read and held. */
  DecisionRun decisions();

  /** Removes what is older than the policy keeps it. */
  RetainRun retain();

  /** Keeps what people declare about incidents. */
  IncidentRun incident();

  /** Makes the report of a period. */
  ReportRun report();

  /** Checks a store against its manifests. */
  VerifyRun verify();

  /** Writes the forms of other tools. */
  ExportRun export();

  /** Leads from a figure to its origin. */
  ExplainRun explain();
}

package io.nightaudit.jobs.cli;

/** Jobs that do nothing and answer with 1; a test replaces those that it is about. */
class NoJobs implements Jobs {
  @Override
  public AuditRun run() {
    return (configuration, request) -> 1;
  }

  @Override
  public GateRun gate() {
    return (configuration, request, out) -> 1;
  }

  @Override
  public DemoRun demo() {
    return request -> 1;
  }

  @Override
  public BenchmarkRun benchmark() {
    return request -> 1;
  }

  @Override
  public ReviewRun review() {
    return (configuration, request, out, err) -> 1;
  }

  @Override
  public AcceptRun accept() {
    return (configuration, request, out) -> 1;
  }

  @Override
  public LabelImportRun labels() {
    return (configuration, request, out) -> 1;
  }

  @Override
  public DecisionRun decisions() {
    return (configuration, request, out) -> 1;
  }

  @Override
  public RetainRun retain() {
    return (configuration, request, out) -> 1;
  }

  @Override
  public IncidentRun incident() {
    return (configuration, request, out) -> 1;
  }

  @Override
  public ReportRun report() {
    return (configuration, request, out) -> 1;
  }

  @Override
  public VerifyRun verify() {
    return (request, out) -> 1;
  }

  @Override
  public ExportRun export() {
    return (configuration, request, out, err) -> 1;
  }

  @Override
  public ExplainRun explain() {
    return (configuration, request, out, err) -> 1;
  }
}

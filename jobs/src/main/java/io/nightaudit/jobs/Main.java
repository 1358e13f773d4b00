package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.AuditRun;
import io.nightaudit.jobs.cli.BenchmarkRun;
import io.nightaudit.jobs.cli.DemoRun;
import io.nightaudit.jobs.cli.NightauditCommand;

/** Where the command line begins. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] arguments) {
    // Lambdas, so that no class of Spark is touched before the configuration is valid.
    AuditRun run = (configuration, request) -> new NightlyRun().run(configuration, request);
    DemoRun demo = request -> new Demonstration().run(request);
    BenchmarkRun benchmark = request -> new Benchmark().run(request);
    System.exit(new NightauditCommand(run, demo, benchmark).execute(arguments));
  }
}

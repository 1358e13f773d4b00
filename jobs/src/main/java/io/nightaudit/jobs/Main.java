package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.AuditRun;
import io.nightaudit.jobs.cli.DemoRun;
import io.nightaudit.jobs.cli.NightauditCommand;
import java.util.ServiceLoader;

/** Where the command line begins. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] arguments) {
    // Loaded when called, so that no class of Spark is touched before the configuration is valid.
    AuditRun run = (configuration, request) -> load(AuditRun.class).run(configuration, request);
    DemoRun demo = request -> load(DemoRun.class).run(request);
    System.exit(new NightauditCommand(run, demo).execute(arguments));
  }

  private static <T> T load(Class<T> type) {
    return ServiceLoader.load(type)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no "
                        + type.getSimpleName()
                        + " is on the class path; build again with mvn package"));
  }
}

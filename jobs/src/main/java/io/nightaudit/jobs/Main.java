package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.NightauditCommand;
import java.util.Locale;

/** Where the command line begins. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] arguments) {
    // Delta names the files of its log by the default locale, whose digits may not be 0 to 9.
    Locale.setDefault(Locale.ROOT);
    System.exit(new NightauditCommand(new SparkJobs()).execute(arguments));
  }
}

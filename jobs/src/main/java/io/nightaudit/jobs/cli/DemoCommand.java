package io.nightaudit.jobs.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows a night audit without any archive. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Writes a small made-up archive and audits it.",
    description = {
      "",
      "Makes the archive, its nightaudit.yaml and the audit store in one folder, which can be"
          + " deleted afterwards, and says where the report is.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  In ./nightaudit-demo:",
      "    nightaudit demo",
      "  In a folder of your choice:",
      "    nightaudit demo --folder try-it"
    })
final class DemoCommand implements Callable<Integer> {
  private final DemoRun demo;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "nightaudit-demo",
      description = "Where everything is written. Default: ./${DEFAULT-VALUE}.")
  private Path folder;

  @Option(names = "--verbose", description = "Shows where in the program an error arose.")
  private boolean verbose;

  DemoCommand(DemoRun demo) {
    this.demo = demo;
  }

  @Override
  public Integer call() {
    return demo.run(new DemoRequest(folder, verbose, Progress.watched()));
  }
}

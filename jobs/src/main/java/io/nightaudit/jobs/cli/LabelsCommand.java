package io.nightaudit.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What people said of interactions. */
@Command(
    name = "labels",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Takes in what people said of interactions.",
    description = {
      "",
      "The table review_queue names the interactions that a person should look at. Their labels come"
          + " back by: nightaudit labels import FILE",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Labels of the score “correct”, from a file with the columns id, label, who and when:",
      "    nightaudit labels import labels.csv --for scores.correct"
    })
final class LabelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which one? nightaudit labels import FILE");
  }
}

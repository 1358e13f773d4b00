package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.Nearest;
import io.nightaudit.jobs.profile.review.Stratum;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the commands that read the review queue. */
final class ReviewOptions {
  @Mixin private ConfigurationOptions options;
  @Mixin private NightOptions nights;
  @Mixin private StoreOption store;

  @Option(
      names = "--stratum",
      paramLabel = "NAME",
      description =
          "Only what was drawn from this stratum: GUARDRAIL_HIT, LOW_SCORE (of any score),"
              + " LOW_SCORE.NAME, LOW_FEEDBACK, NEW_TERMS, HIGH_COST or RANDOM.")
  private String stratum;

  /** Hands the request over, and prints what fails. */
  int run(ReviewRun review, CommandSpec command, boolean lowRated, Optional<Path> output)
      throws ConfigurationException {
    nights.check(command);
    store.check(command);
    ReviewRequest request =
        new ReviewRequest(nights.first(), nights.last(), stratum(command), lowRated, output);
    AuditConfiguration configuration = store.on(options.read());
    try {
      return review.run(
          configuration, request, command.commandLine().getOut(), command.commandLine().getErr());
    } catch (RuntimeException e) {
      new ErrorBlock(options.verbose(), configuration.redaction())
          .print(e, command.commandLine().getErr());
      return ExitStatus.FAILURE.code();
    }
  }

  /** Kinds are known in any case of their letters, names of scores as they are. */
  private Optional<String> stratum(CommandSpec command) {
    if (stratum == null) {
      return Optional.empty();
    }
    String[] parts = stratum.split("\\.", 2);
    String kind = parts[0].toUpperCase(Locale.ROOT);
    Set<String> kinds = new TreeSet<>();
    Arrays.stream(Stratum.Kind.values()).map(Enum::name).forEach(kinds::add);
    if (!kinds.contains(kind)) {
      List<String> nearest = Nearest.to(kind, kinds);
      throw new ParameterException(
          command.commandLine(),
          "There is no stratum %s; %s"
              .formatted(
                  stratum,
                  nearest.isEmpty()
                      ? "name one of " + String.join(", ", kinds)
                      : "did you mean " + String.join(" or ", nearest) + "?"));
    }
    return Optional.of(parts.length == 1 ? kind : kind + "." + parts[1]);
  }
}

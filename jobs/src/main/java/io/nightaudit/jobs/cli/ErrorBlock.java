package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.Redaction;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints what went wrong as one block that a person can read. */
public final class ErrorBlock {
  private static final int DEEPEST_CAUSE = 10;

  private final boolean verbose;
  private final Redaction redaction;

  public ErrorBlock(boolean verbose, Redaction redaction) {
    this.verbose = verbose;
    this.redaction = redaction;
  }

  /** Prints an error with its causes, and where it happened if verbose. */
  public void print(Throwable error, PrintWriter err) {
    List<String> lines =
        error instanceof ConfigurationException wrong ? configuration(wrong) : failure(error);
    lines.forEach(line -> err.println(redaction.apply(line)));
    if (verbose) {
      err.print(redaction.apply(trace(error)));
    }
    err.flush();
  }

  private static List<String> configuration(ConfigurationException wrong) {
    int count = wrong.problems().size();
    List<String> lines = new ArrayList<>();
    lines.add(
        "nightaudit: the configuration has "
            + (count == 1 ? "a problem" : count + " problems")
            + "; nothing was written.");
    wrong.problems().forEach(problem -> lines.add("  " + problem));
    return lines;
  }

  private List<String> failure(Throwable error) {
    List<String> lines = new ArrayList<>();
    lines.add("nightaudit: " + firstLine(error));
    Throwable cause = error.getCause();
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      String line = "  because: " + firstLine(cause);
      if (!lines.contains(line)) {
        lines.add(line);
      }
      cause = cause.getCause();
    }
    if (!verbose) {
      lines.add("  (--verbose shows where in the program)");
    }
    return lines;
  }

  private static String firstLine(Throwable error) {
    String message = ArchiveValues.without(error.getMessage());
    return message == null || message.isBlank()
        ? error.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElseThrow();
  }

  private static String trace(Throwable error) {
    StringBuilder text = new StringBuilder();
    Throwable next = error;
    for (int depth = 0; next != null && depth < DEEPEST_CAUSE; depth++) {
      text.append(depth == 0 ? "" : "Caused by: ").append(next.getClass().getName());
      String message = ArchiveValues.without(next.getMessage());
      text.append(message == null ? "" : ": " + message).append(System.lineSeparator());
      for (StackTraceElement frame : next.getStackTrace()) {
        text.append("\tat ").append(frame).append(System.lineSeparator());
      }
      next = next.getCause();
    }
    return text.toString();
  }
}

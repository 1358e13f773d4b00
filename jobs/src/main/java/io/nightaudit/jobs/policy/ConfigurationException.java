package io.nightaudit.jobs.policy;

import java.util.List;

/** Everything that is wrong with a configuration, at once. */
public final class ConfigurationException extends Exception {
  private final List<String> problems;

  public ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each problem, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}

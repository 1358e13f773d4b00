package io.nightaudit.jobs.policy;

import java.util.Objects;

/** A text that is printed and hashed nowhere. */
public final class Secret {
  private final String text;

  /** A secret. */
  public Secret(String text) {
    this.text = Objects.requireNonNull(text);
  }

  /** The text itself. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}

package io.nightaudit.jobs.profile.review;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A part of the traffic from which interactions are drawn; an interaction is in each that it fits.
 *
 * @param kind what its interactions have in common
 * @param argument the score's name, empty where the kind is one stratum
 */
public record Stratum(Kind kind, String argument) implements Comparable<Stratum>, Serializable {
  private static final Comparator<Stratum> ORDER =
      Comparator.comparing(Stratum::kind).thenComparing(Stratum::argument);

  /** What the interactions of a stratum have in common. */
  public enum Kind {
    /** A guardrail said anything but allow. */
    GUARDRAIL_HIT("Guardrail hits"),
    /** A score lies in the harmful tail of the night, or is the harmful one of yes and no. */
    LOW_SCORE("Worst scores"),
    /** The user rated the answer, and not as good. */
    LOW_FEEDBACK("Bad feedback"),
    /** Of the question's words an unusual share is in no public word list. */
    NEW_TERMS("Unlisted words"),
    /** The cost lies in the upper tail of the night. */
    HIGH_COST("Highest costs"),
    /** Every interaction. */
    RANDOM("All interactions");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  static Stratum of(Kind kind) {
    return new Stratum(kind, "");
  }

  /** The name in tables and reports, such as {@code LOW_SCORE.correct}. */
  public String name() {
    return argument.isEmpty() ? kind.name() : kind.name() + "." + argument;
  }

  /** The stratum of a name that {@link #name()} made. */
  public static Stratum parse(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? of(Kind.valueOf(name))
        : new Stratum(Kind.valueOf(name.substring(0, dot)), name.substring(dot + 1));
  }

  /** What a report prints. */
  public String title() {
    return argument.isEmpty() ? kind.title : kind.title + " “" + argument + "”";
  }

  /** Whether its interactions were rated low, by a score or by a user. */
  public boolean isLowRated() {
    return kind == Kind.LOW_SCORE || kind == Kind.LOW_FEEDBACK;
  }

  @Override
  public int compareTo(Stratum other) {
    return ORDER.compare(this, other);
  }
}

package io.nightaudit.jobs.regulation;

import java.util.List;

/**
 * What an article asks, and what no log can show of it.
 *
 * @param whose on whom the duty lies
 * @param text the duty in plain words
 * @param gap what this audit can never give, in words that end no sentence
 * @param human whether the last word is a person's, however much the logs give
 * @param tables the tables of the store that hold the evidence
 * @param places sections of the report that show it
 */
record Duty(
    Whose whose, String text, String gap, boolean human, List<String> tables, List<String> places) {
  /** On whom a duty lies. */
  enum Whose {
    PROVIDER("Provider"),
    DEPLOYER("Deployer"),
    BOTH("Provider and deployer");

    private final String words;

    Whose(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static Duty of(Whose whose, String text, String gap) {
    return new Duty(whose, text, gap, false, List.of(), List.of());
  }

  /** The same duty with the last word a person's. */
  Duty decidedByPeople() {
    return new Duty(whose, text, gap, true, tables, places);
  }

  Duty in(String... names) {
    return new Duty(whose, text, gap, human, List.of(names), places);
  }

  Duty shownIn(String... sections) {
    return new Duty(whose, text, gap, human, tables, List.of(sections));
  }
}

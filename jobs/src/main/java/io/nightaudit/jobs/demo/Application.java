package io.nightaudit.jobs.demo;

import java.util.Locale;

/** One of the shop's applications, as it is on a night without news. */
enum Application {
  SUPPORT_ASSISTANT(1_500, "gpt-4o-mini", new Tokens(620, 350, 1_100, 0), 0.006),
  HR_HELPDESK(700, "mistral-small", new Tokens(540, 250, 800, 0), 0.004),
  CONTRACT_READER(400, "gpt-4o", new Tokens(1_400, 4_000, 11_000, 0.4), 0.005);

  /**
   * What a request is made of.
   *
   * @param system tokens of the system prompt
   * @param leastContext fewest tokens of retrieved context
   * @param mostContext most tokens of retrieved context
   * @param reasoning share of requests that the model reasons about
   */
  record Tokens(int system, int leastContext, int mostContext, double reasoning) {}

  private final int volume;
  private final String requestedModel;
  private final Tokens tokens;
  private final double guardrailHits;
  private final Phrasebook phrasebook;

  Application(int volume, String requestedModel, Tokens tokens, double guardrailHits) {
    this.volume = volume;
    this.requestedModel = requestedModel;
    this.tokens = tokens;
    this.guardrailHits = guardrailHits;
    this.phrasebook = Phrasebook.read("common.txt", id() + ".txt");
  }

  final String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Interactions of a usual weekday. */
  int volume() {
    return volume;
  }

  String requestedModel() {
    return requestedModel;
  }

  Tokens tokens() {
    return tokens;
  }

  /** The share of interactions that hit a guardrail other than the one that the story is about. */
  double guardrailHits() {
    return guardrailHits;
  }

  Phrasebook phrasebook() {
    return phrasebook;
  }
}

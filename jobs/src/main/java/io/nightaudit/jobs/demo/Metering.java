package io.nightaudit.jobs.demo;

/**
 * What a request took.
 *
 * @param input input tokens, cached ones included
 * @param output output tokens, reasoning included
 * @param cached input tokens from the provider's cache
 * @param reasoning output tokens of reasoning
 * @param seconds time to the complete answer
 * @param firstToken time to its first token, in seconds
 */
record Metering(
    long input, long output, long cached, long reasoning, double seconds, double firstToken) {

  private static final int PURPOSE = 12;
  private static final int CACHE_BLOCK = 128;
  private static final double CHARACTERS_PER_TOKEN = 4.2;
  private static final double CACHE_HITS = 0.72;
  private static final double SECONDS_PER_TOKEN = 0.011;

  static Metering of(Encounter encounter, Dialogue dialogue) {
    Dice dice = encounter.dice(PURPOSE);
    Application application = encounter.application();
    Application.Tokens tokens = application.tokens();
    boolean pasted = Story.pastesContracts(application, encounter.tenant(), encounter.night());
    int context = context(encounter, tokens, dice);
    long input =
        tokens.system()
            + context
            + (pasted ? dice.between(48_000, 64_000) : 0)
            + tokens(dialogue.question(), dice);
    long cached = dice.chance(CACHE_HITS) ? cached(tokens, pasted ? 0 : context, dice) : 0;
    long reasoning = dice.chance(tokens.reasoning()) ? dice.between(60, 400) : 0;
    long output = tokens(dialogue.answer(), dice) + reasoning;
    double first = 0.16 + 0.11 * StrictMath.exp(0.5 * dice.normal()) + input / 90_000.0;
    double rest = output * SECONDS_PER_TOKEN * StrictMath.exp(0.25 * dice.normal());
    return new Metering(
        input, output, cached, reasoning, milliseconds(first + rest), milliseconds(first));
  }

  /** A request that came to nothing: it was sent, and no token came back. */
  Metering failed(double waited) {
    return new Metering(input, 0, cached, 0, milliseconds(waited), Double.NaN);
  }

  private static int context(Encounter encounter, Application.Tokens tokens, Dice dice) {
    double day =
        1 + 0.015 * Story.day(encounter.night(), encounter.application().id() + " context");
    return (int) (dice.between(tokens.leastContext(), tokens.mostContext()) * day);
  }

  /** A provider caches the beginning of a request, in whole blocks. */
  private static long cached(Application.Tokens tokens, int context, Dice dice) {
    int beginning = tokens.system() + (int) (context * 0.8 * dice.uniform());
    return beginning - beginning % CACHE_BLOCK;
  }

  private static long tokens(String text, Dice dice) {
    double characters = CHARACTERS_PER_TOKEN + 0.15 * dice.normal();
    return 1 + (long) (text.length() / characters);
  }

  private static double milliseconds(double seconds) {
    return Math.round(seconds * 1_000) / 1_000.0;
  }
}

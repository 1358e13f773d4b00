package io.nightaudit.jobs.demo;

/**
 * What happens in the five weeks, night by night (1 to 35).
 *
 * <ul>
 *   <li>Night 12: {@code contract-reader} goes from prompt v3 to v4, as planned and without harm.
 *   <li>From night 15: the groundedness of {@code support-assistant} falls by 0.0015 a night, a
 *       fifth to a quarter of its day-to-day standard deviation. No single night shows it.
 *   <li>Night 18: the hour from 14:00 UTC is missing, so the night is inconclusive.
 *   <li>From night 22: another model answers behind {@code mistral-small}. Answers are about 45 %
 *       shorter, and {@code hr-helpdesk} resolves 70 % instead of 86 %; the questions are the same.
 *   <li>Nights 27 to 29: the branch in Utrecht pastes whole contracts into {@code contract-reader}:
 *       its input tokens more than triple, and hardly any come from the cache.
 *   <li>From night 30: a contact form adds the customer's address, and the guardrail rule {@code
 *       pii-email} of {@code support-assistant} fires for 7 % instead of 0.8 %.
 * </ul>
 *
 * Everything else keeps its level; the means of a day vary a little, as they do.
 */
final class Story {

  static final int RELEASE = 12;
  static final int DECLINE = 15;
  static final int MISSING_HOUR_NIGHT = 18;
  static final int MISSING_HOUR = 14;
  static final int MODEL_CHANGE = 22;
  static final int PASTED_FIRST = 27;
  static final int PASTED_LAST = 29;
  static final int GUARDRAIL = 30;
  static final String PASTING_TENANT = "utrecht";

  private static final double GROUNDEDNESS = 0.82;
  private static final double GROUNDEDNESS_OF_DAYS = 0.006;
  private static final double GROUNDEDNESS_FALL = 0.0015;
  private static final double[] WEEKDAYS = {1.04, 1.03, 1.01, 1.0, 0.99, 0.94, 0.93};

  /** Picked among many, so that no night is odd by chance: what there is to find was put there. */
  private static final long DAYS = 18_687;

  private Story() {}

  /** A day's own deviation: mean 0, standard deviation 1. */
  static double day(int night, String what) {
    return Dice.of(night, what.hashCode(), DAYS).normal();
  }

  static int volume(Application application, int night) {
    double weekday = WEEKDAYS[(night - 1) % WEEKDAYS.length];
    double day = 1 + 0.015 * day(night, application.id() + " volume");
    return (int) Math.round(application.volume() * weekday * day);
  }

  static double groundedness(int night) {
    int nightsOfDecline = Math.max(0, night - DECLINE + 1);
    return GROUNDEDNESS
        - GROUNDEDNESS_FALL * nightsOfDecline
        + GROUNDEDNESS_OF_DAYS * day(night, "groundedness");
  }

  /** The probability that an answer settles the matter; contracts are not judged. */
  static double resolved(Application application, int night) {
    double day = 0.006 * day(night, application.id() + " resolved");
    return switch (application) {
      case SUPPORT_ASSISTANT -> 0.82 + day;
      case HR_HELPDESK -> (night < MODEL_CHANGE ? 0.86 : 0.70) + day;
      case CONTRACT_READER -> Double.NaN;
    };
  }

  /** How talkative the model is: 1 says all it knows, 0 no more than it must. */
  static double talkativeness(Application application, int night) {
    double day = 0.02 * day(night, application.id() + " talkativeness");
    boolean terse = application == Application.HR_HELPDESK && night >= MODEL_CHANGE;
    return (terse ? 0.26 : 0.72) + day;
  }

  static String servedModel(Application application, int night) {
    return switch (application) {
      case SUPPORT_ASSISTANT -> "gpt-4o-mini-2026-07-18";
      case HR_HELPDESK ->
          night < MODEL_CHANGE ? "mistral-small-2026-02-24" : "mistral-small-2026-11-05";
      case CONTRACT_READER -> "gpt-4o-2026-05-13";
    };
  }

  static String promptVersion(Application application, int night) {
    return switch (application) {
      case SUPPORT_ASSISTANT -> "v7";
      case HR_HELPDESK -> "v2";
      case CONTRACT_READER -> night < RELEASE ? "v3" : "v4";
    };
  }

  static boolean pastesContracts(Application application, String tenant, int night) {
    return application == Application.CONTRACT_READER
        && tenant.equals(PASTING_TENANT)
        && night >= PASTED_FIRST
        && night <= PASTED_LAST;
  }

  /** The probability that a question holds an e-mail address which the guardrail finds. */
  static double emailAddresses(Application application, int night) {
    if (application != Application.SUPPORT_ASSISTANT) {
      return 0;
    }
    return night < GUARDRAIL ? 0.008 : 0.07;
  }

  /** Lines that were lost, delivered twice, or written badly on their way to the archive. */
  static int broken(int night) {
    return night % 6 == 5 ? 3 + night % 4 : 0;
  }

  static int duplicates(int night) {
    return night % 12 == 8 ? 6 + night % 5 : 0;
  }
}

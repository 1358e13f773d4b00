package io.nightaudit.jobs.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Who talks to an application, when, and at which turn of the conversation.
 *
 * @param application what is talked to
 * @param night the night's number, from 1
 * @param row the row's number within night and application
 * @param seed what the whole conversation shares
 * @param turn 0 for the first question
 * @param tenant the branch
 * @param user the user's pseudonym
 * @param time when the question arrived
 */
record Encounter(
    Application application,
    int night,
    int row,
    long seed,
    int turn,
    String tenant,
    String user,
    Instant time) {

  private static final List<String> TENANTS =
      List.of("berlin", "lyon", "madrid", "utrecht", "bristol", "porto", "graz", "aarhus");
  private static final double[] SHOPPERS = {26, 18, 14, 12, 11, 8, 6, 5};
  private static final double[] LAWYERS = {16, 10, 8, 45, 8, 5, 4, 4};

  /** Interactions by hour of the day, UTC: quiet nights, but never a silent hour. */
  private static final double[] HOURS = {
    1.3, 1.1, 1.0, 1.0, 1.2, 1.7, 2.8, 4.4, 6.6, 7.8, 8.0, 7.4,
    6.2, 6.8, 7.2, 7.0, 6.4, 5.6, 4.8, 4.4, 3.6, 2.6, 2.0, 1.6
  };

  /** Four rows in a line are one to four conversations; each row's first row of its own. */
  private static final int[][] FIRST_ROWS = {
    {0, 1, 2, 3}, {0, 0, 2, 3}, {0, 0, 2, 2}, {0, 0, 0, 3}
  };

  private static final int USERS = 240;
  private static final int LAST_SECOND = 86_399;

  static Encounter of(Application application, int night, int row) {
    int block = row - row % 4;
    int[] firstRows = FIRST_ROWS[Dice.of(night, application.ordinal(), block, 1).below(4)];
    int turn = row % 4 - firstRows[row % 4];
    Dice dice = Dice.of(night, application.ordinal(), row - turn, 2);
    long seed = dice.next();
    boolean legal = application == Application.CONTRACT_READER;
    String tenant = TENANTS.get(dice.weighted(legal ? LAWYERS : SHOPPERS));
    return new Encounter(
        application, night, row, seed, turn, tenant, user(tenant, dice), time(night, turn, dice));
  }

  private static String user(String tenant, Dice dice) {
    // Squared: some people ask often, most seldom.
    double rank = dice.uniform();
    return "u_%016x".formatted(Dice.of(tenant.hashCode(), (int) (rank * rank * USERS), 3).next());
  }

  private static Instant time(int night, int turn, Dice dice) {
    int second = dice.weighted(HOURS) * 3_600 + dice.below(3_600);
    for (int i = 0; i < turn; i++) {
      second += dice.between(35, 240);
    }
    Instant midnight =
        DemoArchive.FIRST_NIGHT.plusDays(night - 1L).atStartOfDay().toInstant(ZoneOffset.UTC);
    return midnight
        .plus(Duration.ofSeconds(Math.min(second, LAST_SECOND)))
        .plusMillis(dice.below(1_000));
  }

  int hour() {
    return time.atOffset(ZoneOffset.UTC).getHour();
  }

  String conversation() {
    return "c-%012x".formatted(seed >>> 16);
  }

  String requestId() {
    return "req_%016x".formatted(dice(4).next());
  }

  /** The numbers of this row for one purpose. */
  Dice dice(int purpose) {
    return Dice.of(night, application.ordinal(), row, purpose);
  }
}

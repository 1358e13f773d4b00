package io.nightaudit.jobs;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of one night of the sample archive: two models, texts, scores, guardrails, tokens,
 * costs; every third night rows without time or with negative tokens, duplicates and late rows.
 * From night {@link #CHANGE} another release answers behind the model alpha, tersely and worse.
 */
final class SampleNight {
  static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  static final int CHANGE = 8;
  static final int NIGHTS = 9;
  static final int ROWS = 120;

  static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("at", DataTypes.TimestampType)
          .add("question", DataTypes.StringType)
          .add("answer", DataTypes.StringType)
          .add("requested", DataTypes.StringType)
          .add("served", DataTypes.StringType)
          .add("app", DataTypes.StringType)
          .add("user", DataTypes.StringType)
          .add("conversation", DataTypes.StringType)
          .add("tokens_in", DataTypes.LongType)
          .add("tokens_out", DataTypes.LongType)
          .add("latency", DataTypes.DoubleType)
          .add("cost", DataTypes.DoubleType)
          .add("status", DataTypes.StringType)
          .add("helpful", DataTypes.DoubleType)
          .add("rails", DataTypes.createArrayType(guardrail()))
          .add("dt", DataTypes.StringType);

  private static final String[] WORDS =
      ("please what is the price of a bicycle and why does my order not arrive on time we can help"
              + " with that the shop opens at nine and delivery takes two days sorry caf\u00e9"
              + " Stra\u00dfe \u0130stanbul \u20ac 12.50 thank you very much")
          .split(" ");

  private final int number;
  private final Random random;

  private SampleNight(int number) {
    this.number = number;
    this.random = new Random(7_919L * number);
  }

  /** The rows of a night, 1 being the first. */
  static List<Row> rows(int number) {
    return new SampleNight(number).rows();
  }

  static LocalDate date(int number) {
    return FIRST.plusDays(number - 1L);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(row(i, time(i), 20 + random.nextInt(80)));
    }
    if (number % 3 == 0) {
      rows.add(rows.get(3));
      rows.add(rows.get(5));
      rows.add(row(ROWS, null, 5));
      rows.add(row(ROWS + 1, time(7), -5));
      rows.add(row(ROWS + 2, Timestamp.from(midnight().minusSeconds(600)), 5));
    }
    return rows;
  }

  private Row row(int i, Timestamp time, long tokens) {
    boolean alpha = i % 2 == 0;
    boolean fallen = alpha && number >= CHANGE;
    int words = fallen ? 2 + random.nextInt(2) : 20 + random.nextInt(20);
    String served = alpha ? (number >= CHANGE ? "alpha-2" : "alpha-1") : "beta-1";
    return RowFactory.create(
        "n" + number + "-" + i,
        time,
        text(5 + random.nextInt(10)),
        text(words),
        alpha ? "alpha" : "beta",
        served,
        i % 3 == 0 ? "shop" : "helpdesk",
        "user" + random.nextInt(40),
        "talk" + random.nextInt(60),
        tokens,
        (long) words * 2,
        100 + random.nextInt(900) + random.nextDouble(),
        tokens * 0.00001 + words * 0.00003,
        random.nextInt(40) == 0 ? "error" : "ok",
        random.nextInt(10) == 0 ? null : score(fallen),
        guardrails(),
        date(number).toString());
  }

  private double score(boolean fallen) {
    return random.nextDouble() < (fallen ? 0.3 : 0.9) ? 1.0 : 0.0;
  }

  private Object guardrails() {
    boolean hit = random.nextInt(50) == 0;
    Row event =
        RowFactory.create(
            number == 1 ? "trial" : "no-email",
            "privacy",
            hit ? "deny" : "allow",
            hit ? "block" : "allow");
    return random.nextInt(4) == 0 ? null : new Row[] {event};
  }

  private static StructType guardrail() {
    return new StructType()
        .add("rule_id", DataTypes.StringType)
        .add("name", DataTypes.StringType)
        .add("verdict", DataTypes.StringType)
        .add("action", DataTypes.StringType);
  }

  private Timestamp time(int i) {
    long spacing = Duration.ofDays(1).toMillis() / ROWS;
    return Timestamp.from(midnight().plusMillis(i * spacing + random.nextInt(1000)));
  }

  private Instant midnight() {
    return date(number).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.append(random.nextInt(4) == 0 ? "?" : ".").toString();
  }
}

package io.nightaudit.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoNightTest {

  private static final String SUPPORT = "support-assistant";
  private static final String HR = "hr-helpdesk";
  private static final String CONTRACTS = "contract-reader";

  /** Each night once; index 0 is night 1. */
  private static final List<List<Row>> NIGHTS =
      IntStream.rangeClosed(1, DemoArchive.NIGHTS).mapToObj(DemoNight::rows).toList();

  @Test
  void rows_madeTwice_areEqual() {
    assertThat(strings(DemoNight.rows(29))).isEqualTo(strings(NIGHTS.get(28)));
  }

  private static List<String> strings(List<Row> rows) {
    return rows.stream().map(DemoNightTest::print).toList();
  }

  /** Column by column: an array's own text is its address. */
  private static String print(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) instanceof Row[] events ? List.of(events) : row.get(i))
        .map(String::valueOf)
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource({"support-assistant, 1500", "hr-helpdesk, 700", "contract-reader, 400"})
  void rows_anyNight_haveAboutTheUsualVolume(String application, int usual) {
    for (int night = 1; night <= DemoArchive.NIGHTS; night++) {
      assertThat(count(night, of(application)))
          .as("night %d", night)
          .isBetween((long) (usual * 0.86), (long) (usual * 1.12));
    }
  }

  @Test
  void rows_anyNight_fillEveryHourButTheMissingOne() {
    for (int night = 1; night <= DemoArchive.NIGHTS; night++) {
      Map<Integer, Long> hours =
          NIGHTS.get(night - 1).stream()
              .filter(row -> !row.isNullAt(DemoSchema.EVENT_TIME))
              .map(row -> row.getTimestamp(DemoSchema.EVENT_TIME).toInstant())
              .collect(
                  Collectors.groupingBy(
                      time -> (int) (time.getEpochSecond() % 86_400 / 3_600),
                      TreeMap::new,
                      Collectors.counting()));
      assertThat(hours.containsKey(14)).as("14:00 of night %d", night).isEqualTo(night != 18);
      assertThat(hours).hasSize(night == 18 ? 23 : 24);
      assertThat(hours.values()).as("hours of night %d", night).allMatch(count -> count >= 8);
    }
  }

  @Test
  void rows_groundedness_declinesSlowlyFromNight15() {
    double before = mean(1, 14, of(SUPPORT), DemoNightTest::groundedness);
    double end = mean(31, 35, of(SUPPORT), DemoNightTest::groundedness);

    assertThat(before).isCloseTo(0.82, within(0.006));
    // On average of the last five nights the fall has lasted 19 nights.
    assertThat(before - end).isCloseTo(19 * 0.0015, within(0.009));
    // No night stands out from the line: 0.0068 is the standard deviation of a night's mean.
    for (int night = 1; night <= DemoArchive.NIGHTS; night++) {
      double line = 0.82 - 0.0015 * Math.max(0, night - 14);
      assertThat(mean(night, night, of(SUPPORT), DemoNightTest::groundedness))
          .as("night %d", night)
          .isCloseTo(line, within(2 * 0.0068));
    }
  }

  @Test
  void rows_groundednessOfOneNight_spreadsByTwelveHundredths() {
    double mean = mean(3, 3, of(SUPPORT), DemoNightTest::groundedness);
    double variance = mean(3, 3, of(SUPPORT), row -> StrictMath.pow(groundedness(row) - mean, 2));

    assertThat(StrictMath.sqrt(variance)).isCloseTo(0.12, within(0.008));
  }

  @Test
  void rows_modelBehindTheSameName_changesInNight22() {
    assertThat(values(1, 21, of(HR), "served_model")).containsExactly("mistral-small-2026-02-24");
    assertThat(values(22, 35, of(HR), "served_model")).containsExactly("mistral-small-2026-11-05");
    assertThat(values(1, 35, of(HR), "requested_model")).containsExactly("mistral-small");

    double lengthBefore = mean(1, 21, of(HR), row -> text(row, "answer").length());
    double lengthAfter = mean(22, 35, of(HR), row -> text(row, "answer").length());
    assertThat(lengthAfter / lengthBefore).isCloseTo(0.55, within(0.04));
    double questionBefore = mean(1, 21, of(HR), row -> text(row, "question").length());
    double questionAfter = mean(22, 35, of(HR), row -> text(row, "question").length());
    assertThat(questionAfter / questionBefore).isCloseTo(1, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({
    "hr-helpdesk, 1, 21, 0.86",
    "hr-helpdesk, 22, 35, 0.70",
    "support-assistant, 1, 21, 0.82",
    "support-assistant, 22, 35, 0.82",
  })
  void rows_resolved_fallsWithTheModelOnly(String application, int from, int to, double expected) {
    double resolved =
        mean(from, to, of(application), row -> (Boolean) value(row, "resolved") ? 1 : 0);

    assertThat(resolved).isCloseTo(expected, within(0.012));
  }

  @Test
  void rows_pastedContracts_doubleAllTokensWithinADay() {
    assertThat(tokens(27, of(CONTRACTS)) / tokens(26, of(CONTRACTS))).isBetween(2.5, 4.0);
    assertThat(tokens(27, row -> true) / tokens(26, row -> true)).isGreaterThan(2.1);
    assertThat(tokens(30, of(CONTRACTS)) / tokens(26, of(CONTRACTS))).isCloseTo(1, within(0.15));
    assertThat(cachedShare(27)).isLessThan(cachedShare(26) / 2);
  }

  private static double cachedShare(int night) {
    double cached = mean(night, night, of(CONTRACTS), DemoNightTest::cachedTokens);
    return cached / mean(night, night, of(CONTRACTS), DemoNightTest::inputTokens);
  }

  @ParameterizedTest
  @CsvSource({"1, 29, 0.008, 0.002", "30, 35, 0.07, 0.009"})
  void rows_emailRule_firesFromNight30(int from, int to, double expected, double tolerance) {
    double hits = mean(from, to, of(SUPPORT), row -> hits(row, "pii-email") ? 1 : 0);

    assertThat(hits).isCloseTo(expected, within(tolerance));
  }

  private static boolean hits(Row row, String rule) {
    for (Row event : (Row[]) value(row, "guardrail_events")) {
      if (event.getString(2).equals(rule)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void rows_emailRule_firesWhereThereIsAnAddress() {
    for (Row row : NIGHTS.get(33)) {
      assertThat(text(row, "question").contains("@example.")).isEqualTo(hits(row, "pii-email"));
    }
  }

  @Test
  void rows_plannedRelease_changesThePromptOfContractsOnly() {
    assertThat(values(1, 11, of(CONTRACTS), "prompt_version")).containsExactly("v3");
    assertThat(values(12, 35, of(CONTRACTS), "prompt_version")).containsExactly("v4");
    assertThat(values(1, 35, of(SUPPORT), "prompt_version")).containsExactly("v7");
    assertThat(values(1, 35, of(HR), "prompt_version")).containsExactly("v2");
  }

  @Test
  void rows_anyNight_readAsIfManyPeopleWroteThem() {
    for (List<Row> night : List.of(NIGHTS.get(0), NIGHTS.get(34))) {
      assertThat(distinct(night, "question")).isGreaterThan((int) (night.size() * 0.6));
      assertThat(distinct(night, "answer")).isGreaterThan((int) (night.size() * 0.6));
      for (Row row : night) {
        assertThat(text(row, "question"))
            .hasSizeBetween(8, 2_500)
            .doesNotContainPattern("\\{[a-z']+\\}|<[^>]*\\||[#^]");
      }
    }
  }

  @Test
  void rows_lengths_varyAsInRealLogs() {
    int[] answers =
        NIGHTS.get(9).stream()
            .filter(row -> value(row, "answer") != null)
            .mapToInt(row -> text(row, "answer").length())
            .sorted()
            .toArray();

    assertThat(answers[answers.length / 20]).isLessThan(130);
    assertThat(answers[answers.length * 99 / 100]).isGreaterThan(700);
  }

  @Test
  void rows_answersThatAreJson_parseUnlessTheyWereCutOff() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    List<Row> json =
        rows(10, 12, row -> value(row, "response_format").equals("json_object"))
            .filter(row -> "stop".equals(value(row, "finish_reason")))
            .toList();

    assertThat(json.size() / (double) rows(10, 12, of(CONTRACTS)).count())
        .isCloseTo(1 / 3.0, within(0.05));
    for (Row row : json) {
      assertThat(mapper.readTree(text(row, "answer")).path("finding").isTextual()).isTrue();
    }
  }

  private static int distinct(List<Row> rows, String column) {
    Set<Object> values = new HashSet<>();
    rows.forEach(row -> values.add(value(row, column)));
    return values.size();
  }

  @Test
  void rows_badLines_areThereAndFew() {
    int brokenNights = 0;
    int duplicateNights = 0;
    for (int night = 1; night <= DemoArchive.NIGHTS; night++) {
      List<Row> rows = NIGHTS.get(night - 1);
      long broken = count(night, DemoNightTest::isBroken);
      int duplicates = rows.size() - distinct(rows, "request_id");
      brokenNights += broken > 0 ? 1 : 0;
      duplicateNights += duplicates > 0 ? 1 : 0;
      assertThat(broken + duplicates).as("night %d", night).isLessThan(20);
    }
    assertThat(brokenNights).isEqualTo(6);
    assertThat(duplicateNights).isEqualTo(3);
  }

  private static boolean isBroken(Row row) {
    return row.isNullAt(DemoSchema.EVENT_TIME) || inputTokens(row) < 0;
  }

  private static Predicate<Row> of(String application) {
    return row -> value(row, "application").equals(application);
  }

  private static double groundedness(Row row) {
    return number(row, "groundedness");
  }

  private static long inputTokens(Row row) {
    return ((Row) value(row, "usage")).getLong(0);
  }

  private static long outputTokens(Row row) {
    return ((Row) value(row, "usage")).getLong(1);
  }

  private static long cachedTokens(Row row) {
    return ((Row) value(row, "usage")).getLong(2);
  }

  private static double number(Row row, String column) {
    return ((Number) value(row, column)).doubleValue();
  }

  private static String text(Row row, String column) {
    return (String) value(row, column);
  }

  /** By name, although a row outside a data frame knows positions only. */
  private static Object value(Row row, String column) {
    return row.get(DemoSchema.COLUMNS.fieldIndex(column));
  }

  private static Stream<Row> rows(int from, int to, Predicate<Row> which) {
    return NIGHTS.subList(from - 1, to).stream().flatMap(List::stream).filter(which);
  }

  private static long count(int night, Predicate<Row> which) {
    return rows(night, night, which).count();
  }

  private static Set<Object> values(int from, int to, Predicate<Row> which, String column) {
    return rows(from, to, which).map(row -> value(row, column)).collect(Collectors.toSet());
  }

  /** The mean over the whole lines of requests that did not fail. */
  private static double mean(
      int from, int to, Predicate<Row> which, ToDoubleFunction<Row> measure) {
    return rows(from, to, which)
        .filter(row -> !isBroken(row) && value(row, "status").equals("ok"))
        .mapToDouble(measure)
        .average()
        .orElseThrow();
  }

  private static double tokens(int night, Predicate<Row> which) {
    return rows(night, night, which)
        .filter(row -> !isBroken(row))
        .mapToDouble(row -> inputTokens(row) + outputTokens(row))
        .sum();
  }
}

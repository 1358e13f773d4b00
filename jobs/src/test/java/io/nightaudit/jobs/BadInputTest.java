package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What logs really hold: nothing is lost, nothing is silent, nothing of it runs. */
class BadInputTest {
  private static final String HOSTILE = "2026-03-02";
  private static final String MODELS = "2026-03-03";
  private static final String EMPTY = "2026-03-04";

  private static final String CONFIGURATION =
      """
      system: bad
      report: {pdf: false}
      archive:
        path: archive
        maximum-quarantined-share: 0.9
        columns:
          interaction_id: id
          start_time: at
          prompt: question
          answer: answer
          request_model: model
          response_model: model
          app_name: app
          finish_reasons: finish
          error_type: error
          input_tokens: tokens
          reported_cost: cost
          guardrails: rails
        dimensions:
          team: team
      slices:
        levels: [[request_model], [app_name], [team]]
      """;

  /** Answers as SQL; each is a row of its own in the hostile night. */
  private static final List<String> ANSWERS =
      List.of(
          "repeat('long answer ', 900000)",
          "cast(unhex('EDA080EDB080FF61') as string)",
          "cast(unhex('610062000063') as string)",
          "concat('\\u202E', 'txt.exe \\u05D0\\u05D1\\u05D2 \\u0627\\u0644')",
          "'<script>alert(1)</script>'",
          "concat(repeat('a', 100000), '!')",
          "repeat('((a+)+', 20000)",
          "repeat('http://', 20000)",
          "repeat('i am sorry i cannot ', 10000)",
          "repeat('[', 100000)",
          "repeat('{\"a\":', 50000)",
          "repeat('\\n', 100000)",
          "repeat('\\uD83D\\uDC69\\u200D', 20000)",
          "repeat('.', 100000)",
          "repeat('```', 50000)",
          "''",
          "cast(null as string)");

  @TempDir static Path folder;
  private static Audit audit;

  @BeforeAll
  static void build() throws IOException {
    for (int i = 0; i < ANSWERS.size(); i++) {
      add(HOSTILE, "'answer" + i + "'", time(), ANSWERS.get(i), "cast(5 as bigint)");
    }
    add(HOSTILE, "'long names'", time(), "'x'", "cast(5 as bigint)");
    PENDING.set(ANSWERS.size(), withLongNames(PENDING.get(ANSWERS.size())));
    write(HOSTILE);
    add(HOSTILE, "'words'", time(), "'x'", "'abc'");
    add(HOSTILE, "'number as text'", time(), "'x'", "'12'");
    add(HOSTILE, "'no time'", "cast(null as string)", "'x'", "'1'");
    add(HOSTILE, "'bad time'", "'yesterday'", "'x'", "'1'");
    add(HOSTILE, "'other night'", "'2026-03-01T10:00:00Z'", "'x'", "'1'");
    add(HOSTILE, "'negative'", time(), "'x'", "'-1'");
    add(HOSTILE, "'absurd'", time(), "'x'", "'9223372036854775807'");
    add(HOSTILE, "cast(null as string)", time(), "'x'", "'1'");
    for (String dear : List.of("dear", "as dear")) {
      add(HOSTILE, "'" + dear + "'", time(), "'x'", "'1'");
      int last = PENDING.size() - 1;
      PENDING.set(last, PENDING.get(last).replace("0.01 cost", "5000000.00 cost"));
    }
    add(HOSTILE, "'twice'", time(), "'x'", "'1'");
    add(HOSTILE, "'twice'", time(), "'y'", "'1'");
    write(HOSTILE);
    add(HOSTILE, "'zoneless'", "timestamp_ntz'2026-03-02 23:59:59.999999'", "'x'", "5");
    write(HOSTILE);
    Files.write(
        night(HOSTILE).resolve("text.parquet"), "no Parquet".getBytes(StandardCharsets.UTF_8));
    TestSpark.session()
        .range(5000)
        .selectExpr(
            "concat('id', id) id",
            "'2026-03-03T12:00:00Z' at",
            "'what?' question",
            "'this' answer",
            "concat('model-', id) model",
            "'a' app",
            "'stop' finish",
            "'' error",
            "id tokens",
            "0.01 cost",
            "cast(null as array<struct<rule_id:string,verdict:string>>) rails",
            "'t' team")
        .coalesce(1)
        .write()
        .parquet(night(MODELS).toString());
    Files.createDirectories(night(EMPTY));
    Path configuration = Files.writeString(folder.resolve("nightaudit.yaml"), CONFIGURATION);
    audit =
        Audit.run(
            "run",
            "--config=" + configuration,
            "--store=" + folder.resolve("store"),
            "--from=" + HOSTILE,
            "--to=" + EMPTY);
  }

  private static final List<String> PENDING = new ArrayList<>();

  private static String time() {
    return "'2026-03-02T10:00:00.123456789Z'";
  }

  /** Of more bytes than a length of two bytes can count. */
  private static String withLongNames(String row) {
    return row.replace("'<script>alert(\"rule\")</script>'", "repeat('rule ', 20000)")
        .replace("'<script>alert(\"model\")</script>'", "repeat('model ', 20000)");
  }

  private static Path night(String date) {
    return folder.resolve("archive/dt=" + date);
  }

  private static void add(String night, String id, String at, String answer, String tokens) {
    String script = "'<script>alert(\"%s\")</script>'";
    PENDING.add(
        "select %s id, %s at, 'why <b>?' question, %s answer, %s model, %s app, %s finish, %s error, %s tokens, 0.01 cost, array(named_struct('rule_id', %s, 'verdict', 'fail')) rails, %s team"
            .formatted(
                id,
                at,
                answer,
                script.formatted("model"),
                script.formatted("app"),
                script.formatted("finish"),
                script.formatted("error"),
                tokens,
                script.formatted("rule"),
                "'\\u202Eteam\\u0000&\\u0001'"));
  }

  /** Writes what was added as one more file. */
  private static void write(String night) {
    TestSpark.session()
        .sql(String.join(" union all ", PENDING))
        .coalesce(1)
        .write()
        .mode("append")
        .parquet(night(night).toString());
    PENDING.clear();
  }

  private static Path report(String night, String file) {
    return folder.resolve("store/reports/" + night + "/" + file);
  }

  private static JsonNode coverage(String night) throws IOException {
    return new ObjectMapper().readTree(report(night, "report.json").toFile()).path("coverage");
  }

  private static SortedMap<String, Long> quarantine(String night) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    StoreContent.table(folder.resolve("store"), "quarantine")
        .where("night = '" + night + "'")
        .groupBy("reason")
        .count()
        .collectAsList()
        .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
    return reasons;
  }

  @Test
  void hostileNight_losesNothingAndNamesEverything() throws IOException {
    JsonNode coverage = coverage(HOSTILE);
    int written = ANSWERS.size() + 14;
    assertThat(coverage.path("rows_read").asInt()).isEqualTo(written);
    assertThat(coverage.path("rows_quarantined").asInt()).isEqualTo(9);
    assertThat(coverage.path("rows_duplicate").asInt()).isEqualTo(1);
    assertThat(coverage.path("rows_kept").asInt()).isEqualTo(written - 10);
    SortedMap<String, Long> expected = new TreeMap<>();
    List.of(
            "INVALID_INPUT_TOKENS",
            "MISSING_TIME",
            "INVALID_TIME",
            "LATE",
            "NEGATIVE_INPUT_TOKENS",
            "ABSURD_INPUT_TOKENS",
            "MISSING_ID")
        .forEach(reason -> expected.put(reason, 1L));
    expected.put("ABSURD_REPORTED_COST", 2L);
    assertThat(quarantine(HOSTILE)).isEqualTo(expected);
  }

  @Test
  void unreadableFile_isCountedAndNamedToTheOperatorOnly() throws IOException {
    assertThat(audit.status()).isEqualTo(4);
    assertThat(audit.err()).contains("text.parquet");
    assertThat(coverage(HOSTILE).path("files")).hasSize(4);
    assertThat(Files.readString(report(HOSTILE, "report.html"))).doesNotContain("text.parquet");
  }

  @Test
  void fiveThousandModels_areAllCounted() throws IOException {
    assertThat(coverage(MODELS).path("rows_kept").asInt()).isEqualTo(5000);
    long slices =
        StoreContent.table(folder.resolve("store"), "profiles")
            .where(
                "night = '"
                    + MODELS
                    + "' and slice like 'request_model=%' and metric = 'interactions'")
            .count();
    assertThat(slices).isLessThanOrEqualTo(201);
    long counted =
        StoreContent.table(folder.resolve("store"), "profiles")
            .where(
                "night = '"
                    + MODELS
                    + "' and slice like 'request_model=%' and metric = 'interactions'")
            .groupBy()
            .sum("count")
            .first()
            .getLong(0);
    assertThat(counted).isEqualTo(5000);
  }

  @Test
  void nightAfterTheHostileOne_canBeJudgedByItself() {
    Audit after =
        Audit.run(
            "run",
            "--config=" + folder.resolve("nightaudit.yaml"),
            "--store=" + folder.resolve("store"),
            "--night=" + MODELS);
    assertThat(after.status()).as(after.err()).isZero();
  }

  @Test
  void emptyFolder_isInconclusive() throws IOException {
    JsonNode verdict = new ObjectMapper().readTree(report(EMPTY, "verdict.json").toFile());
    assertThat(verdict.path("status").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(coverage(EMPTY).path("rows_read").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {HOSTILE, MODELS, EMPTY})
  void html_isWellFormedAndHoldsNoScript(String night) throws Exception {
    String html = Files.readString(report(night, "report.html"));
    assertThat(html.toLowerCase(java.util.Locale.ROOT)).doesNotContain("<script");
    assertThat(html.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t'))
        .isTrue();
    assertThat(html).doesNotContain("\u202E");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    var document = factory.newDocumentBuilder().parse(report(night, "report.html").toFile());
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void hostileNames_areSlicesLikeAnyOther() {
    List<String> slices =
        StoreContent.table(folder.resolve("store"), "measurements")
            .where("night = '" + HOSTILE + "' and metric = 'interactions'")
            .select("slice")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    assertThat(slices)
        .anyMatch(slice -> slice.contains("request_model=") && slice.contains("script"));
    assertThat(slices).anyMatch(slice -> slice.startsWith("team="));
  }

  @Test
  void errors_printNoValueOfATextColumn() {
    assertThat(audit.err())
        .doesNotContain("alert(")
        .doesNotContain("long answer")
        .doesNotContain("abc");
  }
}

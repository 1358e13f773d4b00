package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.policy.ColumnMapping.ScoreKind;
import io.nightaudit.jobs.policy.ColumnMapping.Source;
import io.nightaudit.jobs.policy.ColumnMapping.Unit;
import io.nightaudit.jobs.policy.Rule.Kind;
import io.nightaudit.jobs.policy.Rule.Severity;
import io.nightaudit.metrics.pricing.Price;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {
  @TempDir private Path folder;

  @Test
  void read_smallest_hasEveryDefault() throws Exception {
    AuditConfiguration configuration = Configurations.read(folder, Configurations.SMALLEST);
    ArchiveSettings archive = configuration.archive();

    assertThat(archive.path()).isEqualTo(folder.resolve("data").toString());
    assertThat(archive.format()).isEqualTo(ArchiveSettings.Format.PARQUET);
    assertThat(archive.layout()).isEqualTo("dt={date}");
    assertThat(archive.timezone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(archive.lateDays()).isZero();
    assertThat(archive.tolerateUnreadableFiles()).isFalse();
    assertThat(archive.maximumQuarantinedShare()).isEqualTo(0.05);
    assertThat(archive.key()).isEmpty();
    assertThat(archive.columns()).isEqualTo(Map.of("start_time", ColumnMapping.column("at")));
    assertThat(archive.dimensions()).isEmpty();
    assertThat(configuration.slices())
        .isEqualTo(new SliceSettings(List.of(), 200, List.of(), List.of(), 10));
    assertThat(configuration.release()).containsExactly("response_model", "prompt_version");
    assertThat(configuration.route()).containsExactly("request_model");
    assertThat(configuration.store()).isEqualTo("nightaudit-store");
    assertThat(configuration.prices().preferReported()).isTrue();
    assertThat(configuration.prices().book().prices()).isEmpty();
    assertThat(configuration.redaction()).isEqualTo(Redaction.NONE);
  }

  @Test
  void read_smallest_hasTheDefaultPolicy() throws Exception {
    Policy policy = Configurations.read(folder, Configurations.SMALLEST).policy();

    assertThat(policy.version()).isEqualTo("default");
    assertThat(policy.baselineNights()).isEqualTo(28);
    assertThat(policy.historyNights()).isEqualTo(400);
    assertThat(policy.minimumRows()).isEqualTo(10);
    assertThat(policy.coverage()).isEqualTo(new CoveragePolicy(0.5, 3, 0.0001, 0.05));
    assertThat(policy.score()).isEqualTo(new ScorePolicy(14, 56, 0.1, 4.0));
    assertThat(policy.rollback())
        .isEqualTo(
            new RollbackPolicy(
                List.of(), 3, 5, 1, 3, 500, 0.95, 14, 9, 28, 0.001, 7, new TreeMap<>()));
    assertThat(policy.rules())
        .containsEntry(
            "tokens-doubled",
            new Rule(
                "tokens-doubled", "total_tokens", Kind.TIMES, 2, 1, List.of(), Severity.BREACH))
        .containsEntry(
            "guardrail-hits",
            new Rule(
                "guardrail-hits",
                "guardrail_hits",
                Kind.ABOVE,
                0.05,
                0,
                List.of(),
                Severity.BREACH))
        .containsEntry(
            "quality-week",
            new Rule("quality-week", "scores.*", Kind.FALLS, 0.15, 7, List.of(), Severity.BREACH))
        .noneSatisfy((name, rule) -> assertThat(rule.metric()).startsWith("duration"));
  }

  @Test
  void read_mappedColumns_areTheDefaultKeyAndLevels() throws Exception {
    String text =
        Configurations.SMALLEST
            + "    interaction_id: id\n    app_name: app\n    request_model: m\n";

    AuditConfiguration configuration = Configurations.read(folder, text);

    assertThat(configuration.archive().key()).containsExactly("interaction_id");
    assertThat(configuration.slices().levels())
        .containsExactly(List.of("request_model"), List.of("app_name"));
    assertThat(configuration.slices().terms()).isEqualTo(configuration.slices().levels());
  }

  @Test
  void read_deltaTable_hasNoFoldersByDefault() throws Exception {
    String text = Configurations.SMALLEST.replace("path: data", "path: data\n  format: delta");

    assertThat(Configurations.read(folder, text).archive().layout()).isEmpty();
  }

  @Test
  void read_full_bindsEveryMapping() throws Exception {
    Map<String, ColumnMapping> columns =
        Configurations.read(folder, Configurations.FULL).archive().columns();

    ColumnMapping time = columns.get("start_time");
    assertThat(time.pattern()).contains("yyyy-MM-dd HH:mm:ss");
    assertThat(time.zone()).contains(ZoneId.of("UTC"));
    assertThat(columns.get("request_model"))
        .extracting(ColumnMapping::source, ColumnMapping::text)
        .containsExactly(Source.LITERAL, "gpt-4");
    assertThat(columns.get("app_name"))
        .extracting(ColumnMapping::source, ColumnMapping::text)
        .containsExactly(Source.EXPRESSION, "upper(service)");
    assertThat(columns.get("duration_ms").unit()).contains(Unit.S);
    assertThat(columns.get("scores.correct").kind()).isEqualTo(ScoreKind.BOOLEAN);
  }

  @Test
  void read_full_mergesThePolicyOverTheDefault() throws Exception {
    Policy policy = Configurations.read(folder, Configurations.FULL).policy();

    assertThat(policy.metrics().get("scores.correct"))
        .isEqualTo(new MetricPolicy(0.05, false, Harm.DECREASE, true, 0.1, 4));
    assertThat(policy.metrics().get("prompt_words"))
        .isEqualTo(new MetricPolicy(0.2, true, Harm.NEITHER, false, 0.1, 1));
    assertThat(policy.rules().get("slow").level()).containsExactly("request_model");
    assertThat(policy.rules()).doesNotContainKey("tokens-doubled").containsKey("error-rate");
  }

  @Test
  void read_scoreWithoutMaterial_inheritsItFromScores() throws Exception {
    String text =
        Configurations.FULL.replace(
            "scores.correct: {material: 5 points, harm",
            "scores: {material: 7%}\n    scores.correct: {harm");

    MetricPolicy policy =
        Configurations.read(folder, text).policy().metrics().get("scores.correct");

    assertThat(policy).isEqualTo(new MetricPolicy(0.07, true, Harm.DECREASE, true, 0.1, 4));
  }

  @Test
  void read_rulesOfOneName_areNotMixed() throws Exception {
    String text =
        Configurations.FULL.replace(
            "tokens-doubled: off", "tokens-doubled: {metric: total_tokens, rises: 50%, nights: 7}");

    assertThat(Configurations.read(folder, text).policy().rules().get("tokens-doubled"))
        .isEqualTo(
            new Rule(
                "tokens-doubled", "total_tokens", Kind.RISES, 0.5, 7, List.of(), Severity.BREACH));
  }

  @Test
  void read_readabilityInPoints_isInItsOwnUnit() throws Exception {
    String text =
        Configurations.SMALLEST + "policy: {metrics: {answer_readability: {material: 5 points}}}\n";

    assertThat(Configurations.read(folder, text).policy().metrics().get("answer_readability"))
        .isEqualTo(new MetricPolicy(5, false, Harm.NEITHER, false, 0.1, 1));
  }

  @Test
  void read_bookInAFile_isRelativeToTheConfiguration() throws Exception {
    Files.writeString(
        folder.resolve("prices.yaml"),
        "- {provider: openai, model: gpt-4o-, match: starts-with, meter: cache-read, tier: batch,\n"
            + "   above-input: 200000,\n"
            + "   usd-per-million: 0.15, from: 2024-07-18, to: 2026-01-01, source: list}\n");

    PriceSettings prices =
        Configurations.read(
                folder, Configurations.SMALLEST + "prices: {prefer: book, book: prices.yaml}\n")
            .prices();

    assertThat(prices.preferReported()).isFalse();
    Price price = prices.book().prices().get(0);
    assertThat(price.perMillion()).isEqualByComparingTo("0.15");
    assertThat(price.aboveInput()).isEqualTo(200_000);
    assertThat(price.tier()).isEqualTo("batch");
    assertThat(price.to()).contains(LocalDate.of(2026, 1, 1));
  }

  @Test
  void read_brokenBookInAFile_namesTheFileAndLine() throws Exception {
    Files.writeString(folder.resolve("prices.yaml"), "-\n  model: x\n  metr: input\n");

    assertThat(
            Configurations.problems(
                folder, Configurations.SMALLEST + "prices: {book: prices.yaml}\n"))
        .anyMatch(
            problem ->
                problem.startsWith("prices.yaml, line 3: prices.book[0].metr is not a key here"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s3a://bucket/logs | s3a://bucket/logs
          file:///data | file:///data
          /absolute/./logs | /absolute/logs
          """)
  void read_pathThatIsNotRelative_stays(String path, String expected) throws Exception {
    String text = Configurations.SMALLEST.replace("path: data", "path: " + path);

    assertThat(Configurations.read(folder, text).archive().path()).isEqualTo(expected);
  }

  @Test
  void read_settings_winOverTheFile() throws Exception {
    AuditConfiguration configuration =
        Configurations.read(
            folder,
            Configurations.FULL,
            "archive.path=data",
            "slices.levels=[[app_name], [dataset]]",
            "archive.columns.prompt.column=asked",
            "archive.columns.scores.fluent=fluency",
            "policy.metrics.scores.correct.material=10%",
            "policy.metrics.scores.material=9%",
            "policy.rules.slow=off",
            "policy.rules.long.metric=answer_words",
            "policy.rules.long.above=500",
            "prices.prefer=book",
            "system=a=b");

    // A path of the command line is relative to where the command is run.
    assertThat(configuration.archive().path())
        .isEqualTo(Path.of("data").toAbsolutePath().toString());
    assertThat(configuration.slices().levels())
        .containsExactly(List.of("app_name"), List.of("dataset"));
    assertThat(configuration.archive().columns())
        .containsEntry("prompt", ColumnMapping.column("asked"))
        .containsEntry("scores.fluent", ColumnMapping.column("fluency"));
    assertThat(configuration.policy().metrics().get("scores.correct").material()).isEqualTo(0.1);
    assertThat(configuration.policy().metrics().get("scores").material()).isEqualTo(0.09);
    assertThat(configuration.policy().rules()).doesNotContainKey("slow");
    assertThat(configuration.policy().rules().get("long"))
        .isEqualTo(
            new Rule("long", "answer_words", Kind.ABOVE, 500, 0, List.of(), Severity.WARNING));
    assertThat(configuration.system()).isEqualTo("a=b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          archive.colums.prompt=x | --set archive.colums.prompt: archive.colums is not a key here; did you mean archive.columns?
          slices.cap=many | --set slices.cap: slices.cap is the text "many"; it must be a whole number
          slices.levels=[[a | --set slices.levels: this is not YAML
          slices | there is no key and value; write it as archive.path=data
          =x | there is no key and value
          archive..path=x | archive. is not a key here
          prices.book.0.model=x | prices.book is a list; set all of it
          slices.levels.0=x | slices.levels is a list
          archive.columns.prompt.expr=upper(a) | archive.columns.prompt has column and expr
          """)
  void read_brokenSetting_saysWhichOne(String setting, String said) {
    assertThat(Configurations.problems(folder, Configurations.FULL, setting))
        .anyMatch(problem -> problem.contains(said));
  }

  @Test
  void read_secret_isResolvedAndNeverPrinted() throws Exception {
    Path file =
        Configurations.write(folder, Configurations.FULL.replace("path: data", "path: env:PLACE"));
    AuditConfiguration configuration =
        ConfigurationFile.read(file, List.of(), Map.of("PLACE", "s3a://key:hush@bucket/logs"));

    assertThat(configuration.archive().path()).isEqualTo("s3a://key:hush@bucket/logs");
    assertThat(configuration.toString()).doesNotContain("hush").contains("(env:PLACE)");
  }

  @Test
  void read_secretInABadPlace_isNotInTheMessage() {
    Path file =
        Configurations.write(folder, Configurations.FULL.replace("zone: UTC}", "zone: env:ZONE}"));

    assertThatThrownBy(() -> ConfigurationFile.read(file, List.of(), Map.of("ZONE", "hush/hush")))
        .hasMessageContaining("(env:ZONE)")
        .hasMessageNotContaining("hush");
  }

  @Test
  void read_missingFile_saysSo() {
    assertThatThrownBy(() -> ConfigurationFile.read(folder.resolve("none.yaml"), List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("none.yaml cannot be read: there is no such file");
    assertThatThrownBy(() -> ConfigurationFile.read(folder, List.of()))
        .hasMessageContaining("it is a folder; name the file in it");
  }

  @ParameterizedTest
  @CsvSource({"llmdrift", "azure"})
  void read_example_isValid(String name) throws Exception {
    AuditConfiguration configuration =
        ConfigurationFile.read(Path.of("examples", name + ".yaml"), List.of());

    assertThat(configuration.system()).startsWith(name);
  }
}

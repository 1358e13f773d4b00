package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said with its place, its value, its limit and a remedy. */
class BrokenConfigurationTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # what is replaced in a full configuration | by what | what is said
          system: shop | sytem: shop | nightaudit.yaml, line 1: sytem is not a key here; did you mean system?
          system: shop | sytem: shop | system is missing
          system: shop | system: 5 | system is the number 5; it must be text
          system: shop | system: "" | system is empty
          path: data | timezon: UTC | line 3: archive.timezon is not a key here; did you mean archive.timezone?
          path: data | path: {a: 1} | archive.path is a map of keys; it must be text
          version: "7" | approved-on: 2026-11-02 | policy.approved-on is 2026-11-02, but no one approved; add approved-by
          version: "7" | effective-from: 2026-02-30 | policy.effective-from is 2026-02-30, which is no day of the calendar
          version: "7" | harm-categories: [slowly] | is slowly, which is no rule of policy.rules; did you mean slow?
          version: "7" | persistent-nights: 0 | policy.persistent-nights is 0; it must be at least 1
          path: data | late-days: 20 | archive.late-days is 20; it must be at least 0 and at most 14
          path: data | late-days: two | archive.late-days is the text "two"; it must be a whole number of at least 0 and at most 14
          path: data | late-days: 1.5 | archive.late-days is the number 1.5; it must be a whole number
          path: data | maximum-quarantined-share: .nan | is the text ".nan"; it must be a number of at least 0
          path: data | tolerate-unreadable-files: yes | is the text "yes"; it must be true or false
          path: data | format: parqet | archive.format is "parqet"; it must be one of parquet, delta (did you mean parquet?)
          path: data | layout: nights | archive.layout is "nights", which does not say the night; use {date}
          path: data | layout: "{yyyy}/{MM}" | which does not say the night
          path: data | layout: dt={dat} | archive.layout has the token {dat}; did you mean date or dd?
          path: data | layout: ../{date} | folders are parted by single /
          path: data | layout: "*/{date}" | only the tokens vary
          path: data | timezone: Europe/Berln | which is not a time zone; did you mean Europe/Berlin?
          path: data | cap: 5 | archive.cap is not a key here; did you mean slices.cap?
          key: [interaction_id] | key: [datset] | archive.key names "datset", which is neither a mapped column nor a dimension; did you mean dataset?
          key: [interaction_id] | key: [tenant] | archive.key names "tenant", which is not mapped
          start_time: | end_time: | archive.columns.start_time is missing: when the request arrived
          start_time: | start_tme: | archive.columns.start_tme is not a key here; did you mean archive.columns.start_time?
          "yyyy-MM-dd HH:mm:ss" | "YYYY-MM-dd" | archive.columns.start_time.pattern is "YYYY-MM-dd": the letter Y cannot be read
          "yyyy-MM-dd HH:mm:ss" | "HH:mm" | it has no year, month and day
          "yyyy-MM-dd HH:mm:ss" | "yyyy-MM-dd {" | archive.columns.start_time.pattern is
          zone: UTC} | zone: Mars} | archive.columns.start_time.zone is "Mars", which is not a time zone
          zone: UTC} | unit: ms} | has a pattern and a unit
          prompt: question | prompt: {column: q, unit: s} | archive.columns.prompt.unit has no meaning: only times and durations
          prompt: question | prompt: {column: q, type: boolean} | archive.columns.prompt.type has no meaning: only scores.NAME
          prompt: question | prompt: {column: q, pattern: y} | archive.columns.prompt.pattern has no meaning: only times
          prompt: question | prompt: {colum: q} | archive.columns.prompt.colum is not a key here; did you mean archive.columns.prompt.column?
          prompt: question | prompt: {} | archive.columns.prompt has none of column, expr and literal
          prompt: question | prompt: {column: q, literal: x} | has column and literal of column, expr and literal
          prompt: question | prompt: [q] | archive.columns.prompt is a list; it must be text
          prompt: question | prompt: !!java.net.URL x | this is not YAML
          prompt: question | "scores.a b": x | archive.columns.scores.a b is not a key here
          unit: s} | unit: hours} | archive.columns.duration_ms.unit is "hours"; it must be one of ns, us, ms, s, min
          upper(service) | reflect('a') | archive.columns.app_name.expr calls reflect, which is not allowed
          upper(service) | uper(service) | calls uper, which is not allowed; did you mean upper
          upper(service) | (select 1) | has the word SELECT
          upper(service) | upper(service | lacks a closing )
          dataset: dataset | Dataset: dataset | archive.dimensions.Dataset is not a name
          dataset: dataset | prompt: dataset | archive.dimensions.prompt is the name of a column
          dataset: dataset | release: dataset | archive.dimensions.release is a name that reports use themselves
          dataset: dataset | dataset: {column: d, zone: UTC} | archive.dimensions.dataset.zone has no meaning: dimensions are text
          [[request_model], | [[prompt], | slices.levels[0] names "prompt", which has a value of its own for almost every row
          [[request_model], | [[request_modl], | slices.levels[0] names "request_modl", which is neither a mapped column nor a dimension; did you mean request_model?
          [[request_model], | [[request_model, dataset], | slices.levels[1] is [dataset, request_model] once more
          [[request_model], | [[], | slices.levels[0] is an empty list
          [[request_model], | [request_model, | slices.levels[0] is the text "request_model"; it must be a list
          meter: input | meter: inputs | prices.book[0].meter is "inputs"; it must be one of input, output
          from: 2023-03-14 | from: 14.3.2023 | prices.book[0].from is "14.3.2023"; it must be a date like 2026-01-31
          from: 2023-03-14 | from: 2023-02-31 | prices.book[0] has the date 2023-02-31, which is in no calendar
          from: 2023-03-14 | from: 2024-03-14 | prices.book[0] does not hold: The price of gpt-4 must end after it begins
          model: gpt-4, meter | meter | prices.book[0].model is missing
          million: 30 | million: -1 | prices.book[0].usd-per-million is -1; it must be at least 0
          version: "7" | version: 7 | policy.version is the number 7; it must be text
          version: "7" | baseline-nights: 0 | policy.baseline-nights is 0; it must be at least 1
          version: "7" | history-nights: 20 | policy.baseline-nights is 28, more than policy.history-nights, 20
          version: "7" | score: {learning-nights: 60} | policy.score.learning-nights is 60, more than policy.score.weekday-nights, 56
          version: "7" | score: {ewma-weight: 0} | policy.score.ewma-weight is 0; it must be at least 0.01 and at most 1
          version: "7" | rollback: {confidence: 95} | policy.rollback.confidence is 95; it must be at least 0.5
          version: "7" | rollback: {mix: [tenant]} | policy.rollback.mix names "tenant", which is not mapped
          scores.correct: {material | answer_caracters: {material | policy.metrics.answer_caracters names no metric; did you mean answer_characters
          scores.correct: {material | scores.corect: {material | score scores.corect, which is not mapped; add it to archive.columns; or did you mean scores.correct?
          5 points | five | policy.metrics.scores.correct.material is "five"; it must be like 20%, 5 points
          5 points | -5 | policy.metrics.scores.correct.material is -5; it must be at least 0
          harm: decrease, | | policy.metrics.scores.correct.gate is true, but no direction does harm
          decrease | down | policy.metrics.scores.correct.harm is "down"; it must be one of increase, decrease, neither
          scores.correct: {material: 5 points, harm: decrease, gate: true} | duration_ms: {material: 5 points} | is in points, which are for shares; write 20% or a number of ms
          scores.correct: {material: 5 points, harm: decrease, gate: true} | errors: {material: 5} | policy.metrics.errors.material is 5.0, more than a share can change
          scores.correct: {material: 5 points, harm: decrease, gate: true} | errors: {distance: 2} | policy.metrics.errors.distance is 2; it must be more than 0 and at most 1
          above: 800 | above: 5% | policy.rules.slow.above is in percent or points, which are for shares; write a number of ms
          above: 800 | abov: 800 | policy.rules.slow.abov is not a key here; did you mean policy.rules.slow.above?
          above: 800 | nights: 3 | policy.rules.slow has no limit; give one of above, below, times, rises and falls
          above: 800 | above: 800, below: 900 | policy.rules.slow has above and below; give one
          above: 800 | above: 800, nights: 3 | policy.rules.slow.nights has no meaning with above
          above: 800 | below: 800, verdict: breach | is breach, but a fall of duration_p95 does no harm
          above: 800 | times: 1 | policy.rules.slow.times is 1; it must be more than 1
          above: 800 | falls: 100% | policy.rules.slow.falls is 1.0; nothing falls by so much
          above: 800 | rises: 5 points | policy.rules.slow.rises is in points
          metric: duration_p95 | metric: duration_p59 | policy.rules.slow.metric names no metric; did you mean duration_p95
          metric: duration_p95 | metric: finish_reasons | is a limit of a mix, which has no single value
          metric: duration_p95 | metric: errors | policy.rules.slow.above is 800.0, more than any share
          metric: duration_p95 | metric: prompt_words, verdict: breach | is breach, but no direction of prompt_words does harm
          metric: duration_p95, | | policy.rules.slow.metric is missing
          level: [request_model] | level: [app_name] | policy.rules.slow.level is [app_name], which is not measured; add it to slices.levels
          tokens-doubled: off | tokens-doubled: on | policy.rules.tokens-doubled is "on"; it must be off
          policy: | store: env:NIGHTAUDIT_NOWHERE\\npolicy: | line 21: store needs the environment variable NIGHTAUDIT_NOWHERE
          policy: | system: again\\npolicy: | line 21: system is there twice; leave one
          """)
  void read_brokenInOnePlace_saysSo(String good, String bad, String said) {
    assertThat(Configurations.FULL).contains(good);
    String replacement = bad == null ? "" : bad.replace("\\n", "\n");
    String text = Configurations.FULL.replace(good, replacement);

    assertThat(Configurations.problems(folder, text)).anyMatch(problem -> problem.contains(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          slices: {cap: 0} | slices.cap is 0; it must be at least 1
          slices: {terms: [[app_name]]} | slices.terms[0] names "app_name", which is not mapped
          slices: {levels: [], terms: [[model]]} | names "model", which is neither a mapped column
          slices: {personal: [tenant]} | slices.personal names "tenant", which is not mapped
          release: [prompt_version] | release names "prompt_version", which is not mapped
          release: [] | release is an empty list
          route: [prompt] | route names "prompt", which is not mapped
          prices: {prefer: book} | prices.prefer is book, but there is none
          prices: {book: none.yaml} | none.yaml cannot be read: there is no such file
          prices: {book: nightaudit.yaml} | which holds no list of prices
          policy: {coverage: {minimum-volume: 2}} | policy.coverage.minimum-volume is 2; it must be
          policy: {metrics: {scores.x: {gate: true}}} | which is not mapped
          policy: {rules: {a: {metric: scores.x, above: 1}}} | which is not mapped
          store: "" | store is empty
          """)
  void read_smallestWithOneMore_saysSo(String addition, String said) {
    assertThat(Configurations.problems(folder, Configurations.SMALLEST + addition + "\n"))
        .anyMatch(problem -> problem.contains(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~ | has no keys; begin with system: and archive:
          # comment | has no keys
          [a] | has no keys
          a: [b | line 1: this is not YAML
          a: *b | this is not YAML: found undefined alias b
          a: &x [*x] | this is not YAML
          ? [a] | has a key that is not a word
          """)
  void read_notAConfiguration_saysSo(String text, String said) {
    assertThat(Configurations.problems(folder, text)).anyMatch(problem -> problem.contains(said));
  }

  @Test
  void read_severalProblems_allInTheOrderOfTheFile() {
    String text = "sytem: x\narchive:\n  late-days: 99\n  columns: {start_tme: t}\nstor: y\n";

    assertThat(Configurations.problems(folder, text))
        .filteredOn(problem -> problem.contains("line"))
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly(
            "nightaudit.yaml, line 1",
            "nightaudit.yaml, line 2",
            "nightaudit.yaml, line 3",
            "nightaudit.yaml, line 4",
            "nightaudit.yaml, line 4",
            "nightaudit.yaml, line 5");
  }

  @Test
  void read_aliasesThatMultiply_stop() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 25; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(Configurations.problems(folder, text.toString()))
        .anyMatch(problem -> problem.contains("more than 100000 values"));
  }

  @Test
  void read_largeFile_saysTheLimit() {
    String text = Configurations.SMALLEST + "#".repeat(1 << 20);

    assertThat(Configurations.problems(folder, text))
        .singleElement()
        .asString()
        .contains("is larger than 1 MiB");
  }

  @Test
  void read_notUtf8_saysSo() throws Exception {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});

    assertThat(catchThrowable(() -> ConfigurationFile.read(file, List.of())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is not UTF-8 text; save it as UTF-8");
  }
}

package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationHashTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive.path=elsewhere",
        "store=elsewhere",
        "evidence.time-stamp.url=http://localhost/",
        "archive.layout=dt={date}",
        "policy.baseline-nights=28",
        "policy.score={unusual: 4, ewma-weight: 0.10}"
      })
  void of_samePlaceOrSaidAgain_staysTheSame(String setting) throws Exception {
    assertThat(hash(setting)).isEqualTo(hash()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system=other",
        "archive.late-days=1",
        "archive.columns.prompt=asked",
        "policy.metrics.scores.correct.material=6 points",
        "policy.rules.slow.above=801",
        "prices.prefer=book",
        "prices.book=[]",
        "release=[response_model]"
      })
  void of_otherMeaning_changes(String setting) throws Exception {
    assertThat(hash(setting)).isNotEqualTo(hash());
  }

  @Test
  void of_keysInAnotherOrder_staysTheSame() throws Exception {
    String first = "system: x\narchive:\n  path: a\n  columns: {start_time: t, prompt: p}\n";
    String second = "archive:\n  columns: {prompt: p, start_time: t}\n  path: a\nsystem: x\n";

    assertThat(ConfigurationHash.of(Configurations.read(folder, first)))
        .isEqualTo(ConfigurationHash.of(Configurations.read(folder, second)));
  }

  @Test
  void of_secret_countsItsNameOnly() throws Exception {
    Path file =
        Configurations.write(
            folder, Configurations.FULL.replace("literal: gpt-4", "literal: env:A"));

    String one = ConfigurationHash.of(ConfigurationFile.read(file, List.of(), Map.of("A", "one")));
    String two = ConfigurationHash.of(ConfigurationFile.read(file, List.of(), Map.of("A", "two")));

    assertThat(one).isEqualTo(two).isNotEqualTo(hash());
  }

  private String hash(String... settings) throws ConfigurationException {
    return ConfigurationHash.of(Configurations.read(folder, Configurations.FULL, settings));
  }
}

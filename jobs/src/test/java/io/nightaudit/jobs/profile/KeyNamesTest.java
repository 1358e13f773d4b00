package io.nightaudit.jobs.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyNamesTest {
  private static final String CONFIGURATION =
      """
      system: keys
      archive:
        path: a
        key: [interaction_id, conversation_id, dataset, tenant]
        columns: {start_time: at, interaction_id: i, conversation_id: c, tenant: t, request_model: m}
        dimensions: {dataset: d}
      slices:
        levels: [[tenant]]
        personal: [tenant]
      """;

  private static KeyNames names(Path folder, String... settings)
      throws IOException, ConfigurationException {
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), CONFIGURATION);
    return KeyNames.of(ConfigurationFile.read(file, List.of(settings)));
  }

  @Test
  void shown_ofAKey_isNeitherAnIdNorPersonal(@TempDir Path folder) throws Exception {
    KeyNames names = names(folder);
    assertThat(names.key())
        .containsExactly("interaction_id", "conversation_id", "dataset", "tenant");
    assertThat(names.shown()).containsExactly("dataset");
    assertThat(names.route()).containsExactly("request_model");
  }

  @Test
  void route_overAPersonalDimension_isNotShown(@TempDir Path folder) throws Exception {
    assertThat(names(folder, "route=[request_model, tenant]").route()).isEmpty();
  }
}

package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Configurations of tests, written to a folder and read again. */
final class Configurations {
  static final String SMALLEST =
      """
      system: shop
      archive:
        path: data
        columns:
          start_time: at
      """;

  static final String FULL =
      """
      system: shop
      archive:
        path: data
        key: [interaction_id]
        columns:
          interaction_id: id
          start_time: {column: at, pattern: "yyyy-MM-dd HH:mm:ss", zone: UTC}
          prompt: question
          request_model: {literal: gpt-4}
          response_model: model
          app_name: {expr: "upper(service)"}
          duration_ms: {column: latency, unit: s}
          scores.correct: {column: correct, type: boolean}
        dimensions:
          dataset: dataset
      slices:
        levels: [[request_model], [dataset, request_model]]
      prices:
        book:
          - {model: gpt-4, meter: input, usd-per-million: 30, from: 2023-03-14, to: 2024-01-01}
      policy:
        version: "7"
        metrics:
          scores.correct: {material: 5 points, harm: decrease, gate: true}
        rules:
          slow: {metric: duration_p95, above: 800, level: [request_model]}
          tokens-doubled: off
      """;

  private Configurations() {}

  static AuditConfiguration read(Path folder, String text, String... settings)
      throws ConfigurationException {
    return ConfigurationFile.read(write(folder, text), List.of(settings), Map.of());
  }

  static List<String> problems(Path folder, String text, String... settings) {
    Path file = write(folder, text);
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> ConfigurationFile.read(file, List.of(settings), Map.of()));
    assertThat(wrong).as("a problem of:%n%s", text).isNotNull();
    return wrong.problems();
  }

  static Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("nightaudit.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

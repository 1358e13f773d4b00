package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The article map of a real run: guardrails, errors and scores, but no prompt version. */
class ActSectionTest {
  private static JsonNode report;
  private static JsonNode first;

  @BeforeAll
  static void read() throws IOException {
    report = report(SampleNight.NIGHTS);
    first = report(1);
  }

  private static JsonNode report(int night) throws IOException {
    Path file =
        SampleStore.shared()
            .folder()
            .resolve("reports")
            .resolve(SampleNight.date(night).toString())
            .resolve("report.json");
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void map_ofTheLastNight_hasWhatTheColumnsGive() {
    Map<String, String> readiness = readiness(report);

    assertThat(readiness)
        .hasSize(17)
        .containsEntry("9", "HUMAN_INPUT_REQUIRED")
        .containsEntry("12", "EVIDENCE_PRESENT")
        .containsEntry("13", "HUMAN_INPUT_REQUIRED")
        .containsEntry("14", "NO_EVIDENCE_IN_LOGS")
        .containsEntry("15", "HUMAN_INPUT_REQUIRED")
        .containsEntry("17", "EVIDENCE_PARTIAL")
        .containsEntry("19", "EVIDENCE_PARTIAL")
        .containsEntry("26", "EVIDENCE_PRESENT")
        .containsEntry("50", "NO_EVIDENCE_IN_LOGS")
        .containsEntry("72", "HUMAN_INPUT_REQUIRED");
    assertThat(gaps(report, "17")).contains("no column `prompt_version`");
    assertThat(gaps(report, "17")).contains("No person has signed off a report");
    assertThat(gaps(report, "15")).contains("No person has labelled interactions");
    assertThat(gaps(report, "19")).contains("six months cannot be shown yet");
    assertThat(gaps(report, "72")).contains("The operator has not named the plan");
  }

  @Test
  void map_ofTheFirstNight_lacksAComparison() {
    assertThat(readiness(first)).containsEntry("26", "EVIDENCE_PARTIAL");
    assertThat(gaps(first, "26")).contains("Only 0 of 5 nights that a comparison needs are known");
  }

  @Test
  void map_itsFigures_areOfAllTrafficAndInTheReport() {
    Map<String, JsonNode> figures = new HashMap<>();
    report.path("figures").forEach(figure -> figures.put(figure.path("id").asText(), figure));
    int linked = 0;
    for (JsonNode line : report.path("act").path("articles")) {
      for (JsonNode id : line.path("figures")) {
        linked++;
        assertThat(figures.get(id.asText()).path("slice")).isEmpty();
        assertThat(line.path("metrics").toString())
            .contains('"' + figures.get(id.asText()).path("metric").asText() + '"');
      }
    }
    assertThat(linked).isPositive();
  }

  private static Map<String, String> readiness(JsonNode report) {
    Map<String, String> readiness = new HashMap<>();
    report
        .path("act")
        .path("articles")
        .forEach(l -> readiness.put(l.path("article").asText(), l.path("readiness").asText()));
    return readiness;
  }

  private static String gaps(JsonNode report, String article) {
    return report.path("act").path("articles").findParents("article").stream()
        .filter(line -> line.path("article").asText().equals(article))
        .map(line -> line.path("gaps").toString())
        .findFirst()
        .orElseThrow();
  }
}

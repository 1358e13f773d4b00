package io.nightaudit.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.nightaudit.jobs.finding.Cause;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssessmentResultsTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-11-22");

  static Finding finding(String id, String sentence) {
    long day = NIGHT.toEpochDay();
    return new Finding(
        id,
        day,
        Slice.of("request_model", "gpt-4"),
        Measure.of(Metric.ERRORS),
        Verdict.BREACH,
        Cause.BEHAVIOUR,
        day - 3,
        day - 1,
        Optional.of(day - 1),
        "score",
        sentence,
        "3 % before,\n9 % now");
  }

  private static Recommendation advice(Action action) {
    return new Recommendation(
        "R-1",
        NIGHT.toEpochDay(),
        Slice.of("request_model", "gpt-4"),
        Slice.of("request_model", "gpt-4"),
        action,
        "v2",
        "",
        Recommendation.Grade.B,
        "Roll gpt-4 back",
        Optional.empty(),
        List.of("Errors rose."),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of("N-1", "N-gone"),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static JsonNode document(Action action) {
    return new AssessmentResults("shop", "0.1.0", ZoneOffset.UTC)
        .of(
            List.of(
                new AssessmentNight(
                    NIGHT, List.of(finding("N-1", "Errors rose.")), List.of(advice(action))),
                new AssessmentNight(NIGHT.plusDays(1), List.of(), List.of())));
  }

  /** The schema as NIST published it with OSCAL 1.1.2. */
  @Test
  void of_nights_isValidByTheSchemaOfOscal() throws Exception {
    JsonSchema schema;
    try (InputStream in = getClass().getResourceAsStream("/schema/json/oscal-ar_schema.json")) {
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(new ObjectMapper().readTree(in));
    }

    assertThat(schema.validate(document(Action.ROLL_BACK))).isEmpty();
    assertThat(schema.validate(document(Action.KEEP))).isEmpty();
    assertThat(schema.validate(new ObjectMapper().readTree("{\"assessment-results\":{}}")))
        .isNotEmpty();
  }

  @Test
  void of_recommendation_isARiskThatPointsAtItsObservation() {
    JsonNode result = document(Action.ROLL_BACK).at("/assessment-results/results/0");

    JsonNode risk = result.at("/risks/0");
    assertThat(risk.at("/remediations/0/lifecycle").asText()).isEqualTo("recommendation");
    assertThat(risk.at("/related-observations")).hasSize(1);
    assertThat(risk.at("/related-observations/0/observation-uuid"))
        .isEqualTo(result.at("/observations/0/uuid"));
    assertThat(result.has("findings")).isFalse();
    assertThat(document(Action.KEEP).at("/assessment-results/results/0").has("risks")).isFalse();
  }

  /** RFC 9562, appendix A.4: the name www.example.com in the name space of DNS. */
  @Test
  void uuid_exampleOfTheRfc_isTheSame() {
    assertThat(
            NamedUuid.of(
                UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }
}

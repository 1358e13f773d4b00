package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.profile.review.EvaluationSet;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.profile.review.Stratum;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Evaluation sets as text, of interactions whose names are attacks. */
class EvaluationFileTest {
  private static final long NIGHT = 20_000;
  private static final Stratum SCORE = Stratum.parse("LOW_SCORE.good");
  private static final Stratum ANY = Stratum.parse("RANDOM");

  private static ReviewEntry entry(Stratum stratum, String id, double probability) {
    return new ReviewEntry(
        NIGHT,
        stratum,
        id,
        "",
        probability,
        0.6,
        40,
        20,
        0,
        List.of(SCORE, ANY),
        "@release",
        "",
        Optional.of(false),
        new TreeMap<>(Map.of("good", -0.5)),
        Double.NaN,
        "");
  }

  private static HumanLabel label(String id, String who, double value, int second) {
    return new HumanLabel(
        Optional.of(NIGHT), id, "scores.good", value, who, Instant.ofEpochSecond(second));
  }

  /** One interaction drawn from two strata, one that two people labelled, one of them twice. */
  private static List<LabelledLine> lines() {
    List<ReviewEntry> queue =
        List.of(entry(SCORE, "=id,1", 0.5), entry(ANY, "=id,1", 0.2), entry(SCORE, "b", 0.5));
    List<HumanLabel> labels =
        List.of(
            label("=id,1", "ann", 0, 1),
            label("=id,1", "ann", 1, 2),
            label("=id,1", "bob", 0, 1),
            label("unknown", "bob", 1, 1));
    return LabelledLine.of(EvaluationSet.of(queue, stratum -> true), labels);
  }

  /** By hand: 1 − (1 − 0.5)(1 − 0.2) = 0.6; the label is the mean of 1 and 0. */
  @Test
  void csv_ofHostileNames_hasNoFormula() {
    assertThat(EvaluationFile.csv(lines()).lines())
        .containsExactly(
            "interaction_id,key_rest,night,stratum,inclusion_probability,release,route,guardrail_hit,feedback,scores.good,labels.scores.good",
            "\"'=id,1\",,2024-10-04,\"LOW_SCORE.good,RANDOM\",0.6,'@release,,false,,-0.5,0.5",
            "b,,2024-10-04,LOW_SCORE.good,0.6,'@release,,false,,-0.5,");
  }

  @Test
  void json_ofTheSame_keepsNamesAsTheyAre() throws IOException {
    JsonNode json = new ObjectMapper().readTree(EvaluationFile.json(lines()));
    assertThat(json).hasSize(2);
    assertThat(json.get(0).get("interaction_id").asText()).isEqualTo("=id,1");
    assertThat(json.get(0).get("scores").get("good").asDouble()).isEqualTo(-0.5);
    assertThat(json.get(0).get("labels").get("scores.good").asDouble()).isEqualTo(0.5);
    assertThat(json.get(1).has("labels")).isFalse();
    assertThat(new ObjectMapper().readTree(EvaluationFile.json(List.of()))).isEmpty();
  }
}

package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped policy, the published schema and the catalogue say the same. */
class DefaultPolicyTest {
  private static final JsonNode POLICY = Defaults.policy();

  @ParameterizedTest
  @EnumSource(Metric.class)
  void metrics_eachConstant_hasALine(Metric metric) {
    JsonNode line = POLICY.path("metrics").path(metric.id());

    assertThat(line.has("material")).as("a line for " + metric.id()).isTrue();
    assertThat(line.path("gate").asBoolean() && metric.harm() == Harm.NEITHER).isFalse();
  }

  @Test
  void metrics_eachLine_hasAConstant() {
    List<String> ids = Arrays.stream(Metric.values()).map(Metric::id).toList();

    assertThat(POLICY.path("metrics").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyElementsOf(ids);
  }

  @Test
  void policy_asAWhole_fitsTheSchema() {
    ObjectNode tree =
        (ObjectNode)
            YamlReader.document(Configurations.SMALLEST, "test", Pointer.ROOT, new Problems());
    tree.set("policy", POLICY.deepCopy());
    Problems problems = new Problems();

    SchemaCheck.check(tree, problems);

    assertThat(problems.exception(Redaction.NONE).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "coverage", "score", "rollback", "review"})
  void schema_itsDefaults_areThoseOfThePolicy(String part) {
    Pointer at = part.isEmpty() ? Pointer.of("policy") : Pointer.of("policy", part);
    JsonNode values = part.isEmpty() ? POLICY : POLICY.path(part);

    for (String key : Schema.keys(Schema.at(at))) {
      JsonNode schema = Schema.child(Schema.at(at), key);
      if (schema.has("default")) {
        assertThat(values.path(key).asText()).as(key).isEqualTo(plain(schema.path("default")));
      } else {
        assertThat(schema.path("type").asText()).as(key).isEqualTo("object");
      }
    }
  }

  private static String plain(JsonNode number) {
    return number.isDouble() && number.asDouble() == number.asInt() && number.asDouble() != 4.0
        ? String.valueOf(number.asInt())
        : number.asText();
  }

  @Test
  void schema_itsColumns_areThoseOfTheCatalogue() {
    assertThat(Schema.keys(Schema.at(Pointer.of("archive", "columns"))))
        .containsExactlyElementsOf(Arrays.stream(Column.values()).map(Column::id).toList());
  }

  @Test
  void schema_eachKey_isDescribed() {
    assertThat(Schema.ROOT.path("properties").findParents("type"))
        .allSatisfy(
            node ->
                assertThat(
                        node.has("description")
                            || node.path("type").asText().matches("string|array"))
                    .as(node.toString())
                    .isTrue());
  }
}

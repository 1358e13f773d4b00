package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.nightaudit.jobs.report.Report.Baseline;
import io.nightaudit.jobs.report.Report.NightValue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {
  static Stream<Report> reports() {
    return Stream.of(
        ReportFixture.breach(),
        ReportFixture.quiet(),
        ReportFixture.learning(),
        ReportFixture.missing(),
        ReportFixture.incomplete(),
        ReportFixture.hostile());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void write_readBack_isTheSameReport(Report report) {
    byte[] bytes = ReportJson.write(report);
    assertThat(ReportJson.read(bytes)).isEqualTo(report);
    assertThat(ReportJson.write(ReportJson.read(bytes))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void write_anyReport_followsThePublishedSchema(Report report) throws IOException {
    JsonNode node = new ObjectMapper().readTree(ReportJson.write(report));
    assertThat(schema("report.schema.json").validate(node)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void verdict_ofAnyReport_followsThePublishedSchema(Report report) throws IOException {
    JsonNode node = new ObjectMapper().readTree(VerdictJson.write(report));
    assertThat(schema("verdict.schema.json").validate(node)).isEmpty();
  }

  @Test
  void schema_againstTheRecords_namesTheSameFields() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(resource("report.schema.json"));
    assertThat(names(schema.get("properties"))).isEqualTo(names(Report.class));
    for (Class<?> nested : parts()) {
      JsonNode definition = schema.get("$defs").get(snake(nested.getSimpleName()));
      assertThat(names(definition.get("properties")))
          .as(nested.getSimpleName())
          .isEqualTo(names(nested));
    }
  }

  private static List<Class<?>> parts() {
    List<Class<?>> parts = new ArrayList<>(List.of(Report.class.getDeclaredClasses()));
    parts.addAll(List.of(Review.class, ReviewStratum.class, DecisionEntry.class, LabelEntry.class));
    parts.addAll(List.of(IntegrityReport.class.getDeclaredClasses()));
    parts.addAll(List.of(RegisterReport.class.getDeclaredClasses()));
    parts.addAll(List.of(FullForm.class.getDeclaredClasses()));
    parts.add(FullForm.class);
    parts.addAll(List.of(SelfReport.class.getDeclaredClasses()));
    parts.addAll(List.of(CauseReport.class.getDeclaredClasses()));
    parts.addAll(List.of(ActReport.class.getDeclaredClasses()));
    parts.addAll(List.of(OversightReport.class.getDeclaredClasses()));
    return parts;
  }

  @Test
  void verdict_ofABreach_countsFindingsAndNamesTheReport() throws IOException {
    JsonNode verdict = new ObjectMapper().readTree(VerdictJson.write(ReportFixture.breach()));
    assertThat(verdict.get("status").asText()).isEqualTo("BREACH");
    assertThat(verdict.get("action").asText()).isEqualTo("ROLL_BACK");
    assertThat(verdict.get("findings").toString())
        .isEqualTo("{\"BREACH\":6,\"CHANGED\":4,\"WARNING\":5}");
    assertThat(verdict.get("report").asText()).isEqualTo("reports/2023-06-24/report.html");
    JsonNode first = verdict.get("recommendations").get(0);
    assertThat(first.get("to_release").asText()).isEqualTo("openaichat/gpt-4-0314");
    assertThat(first.get("route").get("request_model").asText()).isEqualTo("gpt-4");
  }

  @Test
  void write_keys_standInTheOrderOfTheRecordsInSnakeCase() throws IOException {
    String json = text(ReportFixture.breach());
    JsonNode node = new ObjectMapper().readTree(json);
    assertThat(names(node)).isEqualTo(names(Report.class));
    assertThat(names(node.get("identity"))).isEqualTo(names(Report.Identity.class));
    assertThat(json)
        .contains("\n  \"identity\": {\n    \"system\": \"llmdrift\",\n")
        .endsWith("}\n");
    assertThat(json).doesNotContain("\r").doesNotContain(" :").doesNotContain("\t");
  }

  /** Expected digits by {@code '%.6g' % x} of Python, its exponents written out. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "0.1, 0.1",
    "0.123456789, 0.123457",
    "-2.5, -2.5",
    "1234567.8, 1234570",
    "100000, 100000",
    "0.000001234567, 0.00000123457",
    "1e-12, 1E-12",
    "3e20, 3E+20"
  })
  void print_number_hasSixDigits(double value, String printed) {
    assertThat(CanonicalValues.print(value)).isEqualTo(printed);
  }

  @Test
  void print_anyNumber_isStableWhenReadAndPrintedAgain() {
    Random random = new Random(20230624);
    for (int i = 0; i < 10_000; i++) {
      double value = random.nextGaussian() * StrictMath.pow(10, random.nextInt(30) - 15);
      String printed = CanonicalValues.print(value);
      assertThat(CanonicalValues.print(Double.parseDouble(printed))).isEqualTo(printed);
      assertThat(Double.parseDouble(printed)).isCloseTo(value, within(value));
    }
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void write_notFinite_isAnErrorThatNamesThePlace(double value) {
    Report base = ReportFixture.breach();
    List<Report.Figure> figures = new ArrayList<>(base.figures());
    Report.Figure first = figures.get(0);
    figures.set(
        0,
        ReportFixture.with(
            first, "BREACH", "", List.of(new NightValue("2023-06-24", value, 1, "none"))));
    Report report =
        ReportFixture.with(base, "BREACH", "KEEP", base.coverage(), figures, List.of(), List.of());
    assertThatThrownBy(() -> ReportJson.write(report))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite")
        .hasMessageContaining("series")
        .hasMessageContaining(String.valueOf(value));
  }

  @Test
  void read_somethingElse_isAnErrorThatSaysSo() {
    assertThatThrownBy(() -> ReportJson.read("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a report of this version");
    assertThatThrownBy(() -> ReportJson.read("[".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void write_absentValue_isNull() throws IOException {
    Report report = ReportFixture.breach();
    Report.Figure figure = FigureFixture.figure(report, "F-043");
    assertThat(figure.baseline().map(Baseline::value)).isEmpty();
    JsonNode figures = new ObjectMapper().readTree(ReportJson.write(report)).get("figures");
    JsonNode written = figures.get(report.figures().indexOf(figure));
    assertThat(written.get("baseline").isNull()).isTrue();
    assertThat(written.get("value").isNull()).isTrue();
  }

  private static Offset<Double> within(double value) {
    return Offset.offset(Math.abs(value) * 1e-5);
  }

  private static String text(Report report) {
    return new String(ReportJson.write(report), StandardCharsets.UTF_8);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> names(Class<?> record) {
    return Stream.of(record.getRecordComponents()).map(ReportJsonTest::name).toList();
  }

  private static String name(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? snake(component.getName()) : given.value();
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static JsonSchema schema(String name) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(new ObjectMapper().readTree(resource(name)));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ReportJsonTest.class.getResourceAsStream("/schema/" + name)) {
      return in.readAllBytes();
    }
  }
}

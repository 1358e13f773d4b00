package io.nightaudit.jobs.report.period;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The published form of {@code period.json}. */
public final class PeriodSchema {
  private static final String PREFIX = "https://nightaudit.io/schema/";

  private PeriodSchema() {}

  /** What breaks the schema. */
  public static Set<ValidationMessage> problems(byte[] json) throws IOException {
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaMappers(mappers -> mappers.mapPrefix(PREFIX, "classpath:schema/")))
        .getSchema(SchemaLocation.of(PREFIX + "period.schema.json"), schema())
        .validate(new ObjectMapper().readTree(json));
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in = PeriodSchema.class.getResourceAsStream("/schema/period.schema.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** The fields of a definition; of the whole where it has no name. */
  static Set<String> fields(String definition) throws IOException {
    JsonNode schema = schema();
    JsonNode of = definition.isEmpty() ? schema : schema.get("$defs").get(definition);
    Set<String> names = new TreeSet<>();
    of.get("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  static Set<String> fields(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .forEach(name -> names.add(snake(name)));
    return names;
  }

  static String snake(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}

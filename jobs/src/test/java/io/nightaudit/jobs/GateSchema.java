package io.nightaudit.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;

/** The published forms of what the gate writes. */
final class GateSchema {
  private GateSchema() {}

  /** What in a gate.json breaks the schema; its figures are those of report.json. */
  static Set<ValidationMessage> problems(byte[] json) throws IOException {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaMappers(
                    mappers ->
                        mappers.mapPrefix("https://nightaudit.io/schema/", "classpath:schema/")));
    try (InputStream schema = GateSchema.class.getResourceAsStream("/schema/gate.schema.json")) {
      JsonNode content = new ObjectMapper().readTree(schema);
      JsonSchema parsed =
          factory.getSchema(
              com.networknt.schema.SchemaLocation.of(
                  "https://nightaudit.io/schema/gate.schema.json"),
              content);
      return parsed.validate(new ObjectMapper().readTree(json));
    }
  }

  static void assertWellFormed(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }
}

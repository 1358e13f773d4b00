package io.nightaudit.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The canonical {@code report.json}: equal reports give equal bytes.
 *
 * <p>UTF-8, line feeds, two spaces of indentation, a line feed at the end. Keys are in snake_case
 * and in the order of the records; keys of maps (slices, distances) are sorted. An absent value is
 * {@code null}. A number that is not whole has 6 significant digits and no exponent between 1e-9
 * and 1e15; minus zero is 0; NaN and infinities are errors.
 */
public final class ReportJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new CanonicalValues())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter(SEPARATORS)
              .withObjectIndenter(INDENTER)
              .withArrayIndenter(INDENTER));

  private ReportJson() {}

  /** The bytes of the report. */
  public static byte[] write(Report report) {
    return canonical(report);
  }

  /** The report of bytes that {@link #write} made. */
  public static Report read(byte[] json) {
    return read(json, Report.class);
  }

  /** The bytes of any such tree of records. */
  public static byte[] canonical(Object value) {
    try {
      return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write as JSON: " + e.getMessage(), e);
    }
  }

  /** The tree of bytes that {@link #canonical} made. */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "not a %s of this version: %s"
              .formatted(type.getSimpleName().toLowerCase(Locale.ROOT), e.getMessage()),
          e);
    }
  }

  static JsonNode tree(Report report) {
    return read(write(report), JsonNode.class);
  }

  static Report report(JsonNode tree) {
    try {
      return MAPPER.treeToValue(tree, Report.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a report: " + e.getMessage(), e);
    }
  }
}

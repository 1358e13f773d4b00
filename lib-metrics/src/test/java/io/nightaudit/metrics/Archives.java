package io.nightaudit.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Reference values kept beside the project; tests that need them are skipped without them. */
public final class Archives {
  private Archives() {}

  /** A JSON file of the folder {@code reference}. */
  public static JsonNode reference(String name) {
    Path file = Path.of(System.getProperty("archives", "absent"), "reference", name);
    Assumptions.assumeTrue(
        Files.isRegularFile(file), "the property archives names no folder with " + name);
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of a JSON array. */
  public static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }
}

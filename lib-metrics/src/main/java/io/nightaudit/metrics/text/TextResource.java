package io.nightaudit.metrics.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads a text file of the jar. */
final class TextResource {
  private TextResource() {}

  /** The trimmed lines, without empty lines, section headings ([…]) and comments (#). */
  static List<String> lines(String name) {
    InputStream stream = TextResource.class.getResourceAsStream(name);
    Objects.requireNonNull(stream, "The jar lacks its resource " + name);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("["))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource " + name + " of the jar", e);
    }
  }
}

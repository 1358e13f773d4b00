package io.nightaudit.metrics.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells whether a text is exactly one JSON value. */
final class JsonCheck {
  private static final int DEEPEST = 1_000;
  private static final int LONGEST_NUMBER = 10_000;

  // Names are not canonicalised: colliding names must cost no more than others.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonCheck() {}

  /** Expects valid UTF-8; the caller knows. */
  static boolean isValid(byte[] buffer, int offset, int length) {
    if (!beginsValue(buffer, offset, offset + length)) {
      return false;
    }
    try (JsonParser parser = FACTORY.createParser(buffer, offset, length)) {
      boolean value = false;
      int depth = 0;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (depth == 0 && value) {
          return false;
        }
        value = true;
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      return value && depth == 0;
    } catch (JsonProcessingException e) {
      return false; // Not JSON, which is an answer and no failure.
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }

  /** Whether the first visible byte may begin a value; keeps the parser from guessing UTF-16. */
  private static boolean beginsValue(byte[] buffer, int offset, int end) {
    int index = offset;
    while (index < end
        && (buffer[index] == ' ' || buffer[index] >= '\t' && buffer[index] <= '\r')) {
      index++;
    }
    return index < end
        && "{[\"-0123456789tfn".indexOf(buffer[index]) >= 0
        && (index + 1 == end || buffer[index + 1] != 0);
  }
}

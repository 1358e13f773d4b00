package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical form of JSON: no spaces, keys in the order of their UTF-16 units, numbers as
 * ECMAScript prints them. A whole number beyond 2^53 is no number there: write it as a text.
 */
public final class Rfc8785 {
  private Rfc8785() {}

  /** The canonical bytes of a tree. */
  public static byte[] bytes(JsonNode tree) {
    try {
      return canonical(tree.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException("no canonical form: " + e.getMessage(), e);
    }
  }

  /**
   * The canonical bytes of an object or array in any form.
   *
   * @throws IOException if the text is no JSON
   */
  public static byte[] canonical(String json) throws IOException {
    return new JsonCanonicalizer(json).getEncodedUTF8();
  }
}

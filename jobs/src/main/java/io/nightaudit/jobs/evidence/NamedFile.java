package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A file with what its content must be.
 *
 * @param path where it lies: relative to the store, an output relative to its manifest's folder
 * @param sha256 hash of its content, hexadecimal
 * @param bytes its size
 */
public record NamedFile(String path, String sha256, long bytes) implements Comparable<NamedFile> {

  /** The same file under another path. */
  public NamedFile at(String other) {
    return new NamedFile(other, sha256, bytes);
  }

  /** Whether the content of another is the same, wherever it lies. */
  public boolean sameContent(NamedFile other) {
    return bytes == other.bytes && sha256.equals(other.sha256);
  }

  @Override
  public int compareTo(NamedFile other) {
    return path.compareTo(other.path);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("path", path)
        .put("sha256", sha256)
        .put("bytes", bytes);
  }

  static NamedFile of(JsonNode json) {
    return new NamedFile(
        json.path("path").asText(), json.path("sha256").asText(), json.path("bytes").asLong(-1));
  }
}

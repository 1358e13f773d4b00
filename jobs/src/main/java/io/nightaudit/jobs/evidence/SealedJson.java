package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A JSON object that carries the digest of itself: SHA-256 over its canonical bytes without the
 * digest. As a file it is canonical to the last byte, so that no byte can change unseen.
 *
 * @param content the object without its digest; empty where the file is no JSON object
 * @param digest the digest of the content, computed
 * @param fault what is wrong with the file; empty where nothing is
 */
public record SealedJson(ObjectNode content, String digest, Optional<String> fault) {
  private static final String DIGEST = "digest";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Seals an object that has no digest yet. */
  public static SealedJson seal(ObjectNode content) {
    if (content.has(DIGEST)) {
      throw new IllegalArgumentException("the object has a digest already");
    }
    return new SealedJson(content, Sha256.of(Rfc8785.bytes(content)), Optional.empty());
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    ObjectNode whole = content.deepCopy();
    return Rfc8785.bytes(whole.put(DIGEST, digest));
  }

  /** Opens the bytes of a file; what is wrong with them is said, not thrown. */
  public static SealedJson open(byte[] bytes) {
    JsonNode tree;
    try {
      tree = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return broken("it is no JSON");
    }
    if (!(tree instanceof ObjectNode object)) {
      return broken("it is no JSON object");
    }
    String said = object.path(DIGEST).asText();
    ObjectNode content = object.deepCopy();
    content.remove(DIGEST);
    String computed = Sha256.of(Rfc8785.bytes(content));
    return new SealedJson(content, computed, fault(bytes, said, computed));
  }

  private static SealedJson broken(String fault) {
    return new SealedJson(JsonNodeFactory.instance.objectNode(), "", Optional.of(fault));
  }

  private static Optional<String> fault(byte[] bytes, String said, String computed) {
    if (!said.equals(computed)) {
      return Optional.of("its content does not have the digest that it says");
    }
    return isCanonical(bytes)
        ? Optional.empty()
        : Optional.of("its bytes are not in the canonical form of RFC 8785");
  }

  private static boolean isCanonical(byte[] bytes) {
    try {
      return Arrays.equals(bytes, Rfc8785.canonical(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return false;
    }
  }
}

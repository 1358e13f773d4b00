package io.nightaudit.jobs.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An in-toto statement (version 1): these files had these digests when this audit was made.
 *
 * @param subjects name of a file to its SHA-256 in hexadecimal
 * @param predicate what is said of them, as JSON
 */
public record Statement(SortedMap<String, String> subjects, JsonNode predicate) {
  /** Media type of a statement in an envelope. */
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  static final String TYPE = "https://in-toto.io/Statement/v1";
  static final String PREDICATE_TYPE = "https://nightaudit.io/attestation/night-audit/v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  public Statement {
    subjects = new TreeMap<>(subjects);
  }

  /** The bytes to sign, UTF-8. */
  public byte[] bytes() {
    ObjectNode statement = JSON.createObjectNode();
    statement.put("_type", TYPE);
    statement.put("predicateType", PREDICATE_TYPE);
    statement.set("predicate", predicate);
    for (Map.Entry<String, String> subject : subjects.entrySet()) {
      ObjectNode entry = statement.withArray("subject").addObject();
      entry.put("name", subject.getKey());
      entry.putObject("digest").put("sha256", subject.getValue());
    }
    return statement.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The statement of an envelope's payload.
   *
   * @throws SignatureException if it is none
   */
  public static Statement parse(byte[] payload) {
    JsonNode tree;
    try {
      tree = JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new SignatureException("the signed statement is no JSON", e);
    } catch (IOException e) {
      throw new SignatureException("the signed statement cannot be read: " + e.getMessage(), e);
    }
    if (!tree.path("_type").asText().equals(TYPE)
        || !tree.path("predicateType").asText().equals(PREDICATE_TYPE)) {
      throw new SignatureException(
          "what was signed is '%s' of '%s', no statement about an audit"
              .formatted(tree.path("_type").asText(), tree.path("predicateType").asText()));
    }
    TreeMap<String, String> subjects = new TreeMap<>();
    for (JsonNode entry : tree.path("subject")) {
      subjects.put(entry.path("name").asText(), entry.path("digest").path("sha256").asText());
    }
    return new Statement(subjects, tree.path("predicate"));
  }
}

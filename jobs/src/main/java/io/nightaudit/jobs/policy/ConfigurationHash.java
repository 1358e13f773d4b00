package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What identifies a configuration in a report. */
public final class ConfigurationHash {
  private static final String RETENTION = "retention";

  private ConfigurationHash() {}

  /**
   * SHA-256 in hexadecimal over the effective configuration as canonical JSON.
   *
   * <p>The archive's path, the store, how a night is sealed and how long it is kept are left out,
   * so that the same audit elsewhere has the same hash; of a secret only the variable's name
   * counts.
   */
  public static String of(AuditConfiguration configuration) {
    ObjectNode tree = (ObjectNode) CanonicalJson.of(configuration);
    tree.remove("store");
    tree.remove("evidence");
    if (configuration.evidence().signs()) {
      // The report says whether it is signed; by which key, it does not.
      tree.put("signed", true);
    }
    tree.remove("report");
    tree.remove("redaction");
    ((ObjectNode) tree.path("archive")).remove("path");
    ((ObjectNode) tree.path("policy")).remove(RETENTION);
    JsonNode hidden = hidden(tree, configuration.redaction().secrets());
    return sha256(hidden.toString());
  }

  /** The same of the policy alone. */
  public static String ofPolicy(AuditConfiguration configuration) {
    ObjectNode policy = (ObjectNode) CanonicalJson.of(configuration.policy());
    policy.remove(RETENTION);
    return sha256(hidden(policy, configuration.redaction().secrets()).toString());
  }

  /**
   * SHA-256 over the thresholds alone: who approved them and what they are called is left out, so
   * that an approval changes no hash of what was approved.
   */
  public static String ofThresholds(Policy policy) {
    ObjectNode tree = (ObjectNode) CanonicalJson.of(policy);
    tree.remove(List.of("approval", "version", RETENTION));
    return sha256(tree.toString());
  }

  /** SHA-256 in hexadecimal over the prices as canonical JSON. */
  public static String of(PriceSettings prices) {
    return sha256(CanonicalJson.of(prices).toString());
  }

  /** SHA-256 over the mapping of the archive's columns. */
  public static String ofMapping(AuditConfiguration configuration) {
    JsonNode archive = CanonicalJson.of(configuration.archive());
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    mapping.set("columns", archive.path("columns"));
    mapping.set("dimensions", archive.path("dimensions"));
    mapping.set("key", archive.path("key"));
    return sha256(hidden(mapping, configuration.redaction().secrets()).toString());
  }

  private static JsonNode hidden(JsonNode node, SortedMap<String, String> secrets) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        copy.set(entry.getKey(), hidden(entry.getValue(), secrets));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(item -> copy.add(hidden(item, secrets)));
      return copy;
    }
    String variable = secrets.get(node.asText());
    return variable == null ? node : JsonNodeFactory.instance.textNode(variable);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

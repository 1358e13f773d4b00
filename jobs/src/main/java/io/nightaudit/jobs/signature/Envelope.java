package io.nightaudit.jobs.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;

/**
 * A DSSE envelope (Dead Simple Signing Envelope, version 1): a payload, its type, and one signature
 * over both.
 *
 * @param payloadType media type of the payload
 * @param payload the signed bytes
 * @param keyId which key signed, as {@link Signer#keyId} says
 * @param signature the signature over {@code "DSSEv1" type payload}, each with its length
 */
public record Envelope(String payloadType, byte[] payload, String keyId, byte[] signature) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Signs a payload. */
  public static Envelope sign(String payloadType, byte[] payload, Signer signer) {
    byte[] signature = signer.sign(encoding(payloadType, payload));
    return new Envelope(payloadType, payload.clone(), signer.keyId(), signature);
  }

  /** Whether a key made the signature. */
  public boolean isSignedBy(VerificationKey key) {
    return isSignedBy(key.key());
  }

  private boolean isSignedBy(PublicKey key) {
    return Signer.isSignature(signature, encoding(payloadType, payload), key);
  }

  /** The bytes of the envelope, JSON in UTF-8 with a line feed at the end. */
  public byte[] bytes() {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("payload", Base64.getEncoder().encodeToString(payload));
    envelope.put("payloadType", payloadType);
    ObjectNode signed = envelope.putArray("signatures").addObject();
    signed.put("keyid", keyId);
    signed.put("sig", Base64.getEncoder().encodeToString(signature));
    return (envelope + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The envelope of bytes.
   *
   * @throws SignatureException if they are no envelope with exactly one signature
   */
  public static Envelope parse(byte[] bytes) {
    JsonNode tree;
    try {
      tree = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new SignatureException("the envelope is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new SignatureException("the envelope cannot be read: " + e.getMessage(), e);
    }
    JsonNode signatures = tree.path("signatures");
    if (signatures.size() != 1) {
      throw new SignatureException(
          "the envelope has %s signatures; one is expected".formatted(signatures.size()));
    }
    JsonNode signed = signatures.get(0);
    return new Envelope(
        text(tree, "payloadType"),
        binary(text(tree, "payload"), "payload"),
        text(signed, "keyid"),
        binary(text(signed, "sig"), "sig"));
  }

  private static String text(JsonNode node, String name) {
    if (!node.path(name).isTextual()) {
      throw new SignatureException("the envelope has no text '" + name + "'");
    }
    return node.path(name).asText();
  }

  private static byte[] binary(String text, String name) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new SignatureException("'" + name + "' of the envelope is no base64", e);
    }
  }

  /** The pre-authentication encoding of DSSE. */
  private static byte[] encoding(String type, byte[] payload) {
    byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "DSSEv1 %s %s %s "
            .formatted(typeBytes.length, type, payload.length)
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }
}

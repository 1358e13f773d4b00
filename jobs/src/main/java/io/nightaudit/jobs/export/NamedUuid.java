package io.nightaudit.jobs.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of names, version 5 of RFC 9562: the same name has the same UUID, on every machine. */
final class NamedUuid {
  private static final UUID NAMESPACE = UUID.fromString("6f1f7a4e-3c1b-5d0e-9b6c-0a6d1e5c7b21");

  private NamedUuid() {}

  /** The UUID of a name that consists of parts. */
  static String of(String... parts) {
    return of(NAMESPACE, String.join("\n", parts)).toString();
  }

  static UUID of(UUID namespace, String name) {
    byte[] digest = sha1(namespace, name.getBytes(StandardCharsets.UTF_8));
    digest[6] = (byte) (digest[6] & 0x0f | 0x50);
    digest[8] = (byte) (digest[8] & 0x3f | 0x80);
    ByteBuffer bits = ByteBuffer.wrap(digest);
    return new UUID(bits.getLong(), bits.getLong());
  }

  private static byte[] sha1(UUID namespace, byte[] name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      return digest.digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}

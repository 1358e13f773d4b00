package io.nightaudit.metrics.summary;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote and accepts nothing else, so equal summaries stay equal. */
final class ByteReader {
  private final byte[] bytes;
  private int position;

  ByteReader(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  int octet(String name) {
    if (position == bytes.length) {
      throw new IllegalArgumentException(
          "Summary is cut off after %s bytes: %s is missing".formatted(bytes.length, name));
    }
    return bytes[position++] & 0xFF;
  }

  /** Reads 64 bits written by {@link ByteWriter#number(long)}. */
  long number(String name) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet(name);
      value |= (octet & 0x7FL) << shift;
      if (octet < 0x80) {
        boolean shortest = octet != 0 || shift == 0;
        require(shortest && (shift < 63 || octet == 1), name);
        return value;
      }
    }
    throw damaged(name);
  }

  long signed(String name) {
    long value = number(name);
    return (value >>> 1) ^ -(value & 1);
  }

  /** A number of units, which never is -2^63. */
  long units(String name) {
    long value = signed(name);
    require(value != Long.MIN_VALUE, name);
    return value;
  }

  long count(String name) {
    long value = number(name);
    require(value >= 0, name);
    return value;
  }

  long positive(String name) {
    long value = number(name);
    require(value > 0, name);
    return value;
  }

  /** Reads the number of entries that follow, each of which takes at least the given bytes. */
  int entries(int bytesPerEntry, String name) {
    long value = count(name);
    if (value > (bytes.length - position) / bytesPerEntry) {
      throw new IllegalArgumentException(
          "Summary is cut off after %s bytes: %s announces %s entries"
              .formatted(bytes.length, name, value));
    }
    return (int) value;
  }

  /** Fails before an array is made for more values than can follow, one byte each at least. */
  void requireLeft(int values, String name) {
    if (values > bytes.length - position) {
      throw new IllegalArgumentException(
          "Summary is cut off after %s bytes: %s is missing".formatted(bytes.length, name));
    }
  }

  BigInteger bigInteger(String name) {
    byte[] block = block(name);
    require(block.length > 0, name);
    BigInteger value = new BigInteger(block);
    require(Arrays.equals(value.toByteArray(), block), name);
    return value;
  }

  String text(String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(block(name))).toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException(
          "Damaged summary: %s is not UTF-8".formatted(name), malformed);
    }
  }

  private byte[] block(String name) {
    int length = entries(1, name);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  void require(boolean condition, String name) {
    if (!condition) {
      throw damaged(name);
    }
  }

  void requireEnd() {
    if (position != bytes.length) {
      throw new IllegalArgumentException(
          "Summary has %s bytes left over after byte %s"
              .formatted(bytes.length - position, position));
    }
  }

  private IllegalArgumentException damaged(String name) {
    return new IllegalArgumentException(
        "Damaged summary: %s is not valid at byte %s".formatted(name, position));
  }
}

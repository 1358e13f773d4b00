package io.nightaudit.metrics.summary;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the compact binary form: seven bits per byte for numbers, least significant first. */
final class ByteWriter {
  private byte[] bytes = new byte[64];
  private int size;

  ByteWriter octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  /** Writes the 64 bits as an unsigned number in 1 to 10 bytes. */
  ByteWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      octet((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    return octet((int) rest);
  }

  /** Writes a signed number so that a small magnitude takes few bytes. */
  ByteWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  ByteWriter bigInteger(BigInteger value) {
    return block(value.toByteArray());
  }

  ByteWriter text(String value) {
    return block(value.getBytes(StandardCharsets.UTF_8));
  }

  private ByteWriter block(byte[] block) {
    number(block.length);
    for (byte value : block) {
      octet(value);
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}

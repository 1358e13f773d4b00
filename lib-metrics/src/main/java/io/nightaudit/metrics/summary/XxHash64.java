package io.nightaudit.metrics.summary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The 64-bit hash XXH64 with seed 0.
 *
 * <p>Y. Collet, xxHash fast digest algorithm, specification 0.1.1.
 */
final class XxHash64 {
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private XxHash64() {}

  static long hash(byte[] bytes, int offset, int length) {
    int stripes = length / 32 * 32;
    long hash = stripes == 0 ? PRIME_5 : stripes(bytes, offset, offset + stripes);
    return avalanche(tail(hash + length, bytes, offset + stripes, offset + length));
  }

  private static long stripes(byte[] bytes, int start, int end) {
    long a = PRIME_1 + PRIME_2;
    long b = PRIME_2;
    long c = 0;
    long d = -PRIME_1;
    for (int i = start; i < end; i += 32) {
      a = round(a, (long) LONG.get(bytes, i));
      b = round(b, (long) LONG.get(bytes, i + 8));
      c = round(c, (long) LONG.get(bytes, i + 16));
      d = round(d, (long) LONG.get(bytes, i + 24));
    }
    long hash =
        Long.rotateLeft(a, 1)
            + Long.rotateLeft(b, 7)
            + Long.rotateLeft(c, 12)
            + Long.rotateLeft(d, 18);
    return merge(merge(merge(merge(hash, a), b), c), d);
  }

  private static long tail(long start, byte[] bytes, int from, int end) {
    long hash = start;
    int i = from;
    for (; i + 8 <= end; i += 8) {
      hash ^= round(0, (long) LONG.get(bytes, i));
      hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
    }
    if (i + 4 <= end) {
      hash ^= ((int) INT.get(bytes, i) & 0xFFFFFFFFL) * PRIME_1;
      hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
      i += 4;
    }
    for (; i < end; i++) {
      hash ^= (bytes[i] & 0xFF) * PRIME_5;
      hash = Long.rotateLeft(hash, 11) * PRIME_1;
    }
    return hash;
  }

  private static long round(long state, long input) {
    return Long.rotateLeft(state + input * PRIME_2, 31) * PRIME_1;
  }

  private static long merge(long hash, long state) {
    return (hash ^ round(0, state)) * PRIME_1 + PRIME_4;
  }

  private static long avalanche(long value) {
    long hash = value;
    hash = (hash ^ hash >>> 33) * PRIME_2;
    hash = (hash ^ hash >>> 29) * PRIME_3;
    return hash ^ hash >>> 32;
  }
}

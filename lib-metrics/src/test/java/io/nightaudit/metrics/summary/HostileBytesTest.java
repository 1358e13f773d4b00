package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged bytes are refused with an {@link IllegalArgumentException}, or are a summary. */
class HostileBytesTest {
  /** The largest state, 512 dimensions, takes 1 MB a copy. */
  private static final long MOST_ALLOCATED = 8 << 20;

  @ParameterizedTest
  @EnumSource
  void fromBytes_cutOffOrLeftOver_throws(Samples samples) {
    byte[] bytes = samples.of(0, 40).toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Summary.fromBytes(part))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cut off after " + length);
    }
    assertThatThrownBy(() -> Summary.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 bytes left over");
  }

  @Property(seed = "1", tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void fromBytes_bytesChanged_isRefusedOrCanonical(
      @ForAll Samples samples,
      @ForAll @IntRange(max = 25) int size,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 9_999) Integer> positions,
      @ForAll @Size(3) List<Byte> values) {
    byte[] changed = samples.of(0, size).toBytes();
    for (int i = 0; i < positions.size(); i++) {
      changed[positions.get(i) % changed.length] = values.get(i);
    }
    assertRefusedOrCanonical(changed);
  }

  @Property(seed = "2", tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void fromBytes_anyBytesOfAKind_areRefusedOrCanonical(
      @ForAll Kind kind, @ForAll @Size(max = 40) List<Byte> body) {
    ByteWriter writer = kind.writer();
    body.forEach(writer::octet);
    assertRefusedOrCanonical(writer.toBytes());
  }

  /** A length near 2^31 or 2^63 in every place must not reserve that much memory. */
  @ParameterizedTest
  @EnumSource
  void fromBytes_hugeNumberAnywhere_allocatesLittle(Samples samples) {
    byte[] bytes = samples.of(0, 12).toBytes();
    for (long number : new long[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 8L, Long.MAX_VALUE, -1}) {
      byte[] huge = new ByteWriter().number(number).toBytes();
      for (int position = 2; position < bytes.length; position++) {
        byte[] damaged = Arrays.copyOf(bytes, Math.max(bytes.length, position + huge.length));
        System.arraycopy(huge, 0, damaged, position, huge.length);
        assertRefusedOrCanonical(damaged);
      }
    }
  }

  /** What is accepted can be used like any other summary. */
  private static void assertRefusedOrCanonical(byte[] bytes) {
    long before = allocated();
    Summary summary;
    try {
      summary = Summary.fromBytes(bytes);
    } catch (IllegalArgumentException expected) {
      assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
      assertThat(expected.getMessage()).isNotBlank();
      return;
    }
    assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
    assertThat(summary.toBytes()).isEqualTo(bytes);
    assertThat(summary.toString()).isNotBlank();
    assertAddsUpOrOverflows(summary);
  }

  private static void assertAddsUpOrOverflows(Summary summary) {
    Summary twice;
    try {
      twice = summary.plus(summary);
    } catch (ArithmeticException overflow) {
      assertThat(overflow).hasMessageContaining("limit");
      return;
    }
    assertThat(twice.count()).isEqualTo(2 * summary.count());
    assertThat(Summary.fromBytes(twice.toBytes())).isEqualTo(twice);
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @ParameterizedTest
  @EnumSource
  void fromBytes_unknownKindOrVersion_throws(Samples samples) {
    byte[] kind = samples.empty().toBytes();
    kind[0] = 99;
    assertThatThrownBy(() -> Summary.fromBytes(kind))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("kind 99", "1, 2, 3, 4, 5, 6, 7, 8", "newer program");
    byte[] version = samples.empty().toBytes();
    version[1] = 2;
    assertThatThrownBy(() -> Summary.fromBytes(version))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void kinds_all_haveCodesOfTheirOwn() {
    long codes =
        Arrays.stream(Kind.values()).map(kind -> kind.writer().toBytes()[0]).distinct().count();
    assertThat(codes).isEqualTo(Kind.values().length);
  }
}

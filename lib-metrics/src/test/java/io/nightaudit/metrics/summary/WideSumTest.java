package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WideSumTest {

  /** Longs of jqwik favour the ends of the range, where words carry. */
  @Property(seed = "1")
  void value_anyLongsAndProducts_equalsBigInteger(@ForAll @Size(max = 40) List<Long> values) {
    WideSum sum = new WideSum();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < values.size(); i++) {
      BigInteger a = BigInteger.valueOf(values.get(i));
      BigInteger b = BigInteger.valueOf(values.get(values.size() - 1 - i));
      sum.add(values.get(i));
      sum.addProduct(values.get(i), b.longValue());
      expected = expected.add(a).add(a.multiply(b));
      assertThat(sum.value()).isEqualTo(expected);
    }
    sum.add(expected);
    assertThat(sum.value()).isEqualTo(expected.shiftLeft(1));
  }

  @Test
  void value_beyond127Bits_isExact() {
    WideSum sum = new WideSum();
    BigInteger half = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
    sum.add(half);
    sum.addProduct(1, 1);
    sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE);
    assertThat(sum.value()).isEqualTo(half.add(BigInteger.ONE).add(BigInteger.ONE.shiftLeft(126)));
    sum.add(sum.value().negate());
    assertThat(sum.value()).isZero();
  }
}

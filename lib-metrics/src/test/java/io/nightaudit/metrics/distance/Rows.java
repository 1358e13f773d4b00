package io.nightaudit.metrics.distance;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Two rows of counts over the same bins, with at least one count each. */
record Rows(long[] reference, long[] current) {
  Rows swapped() {
    return new Rows(current, reference);
  }

  Rows times(long n, long m) {
    return new Rows(scaled(reference, n), scaled(current, m));
  }

  @Override
  public String toString() {
    return Arrays.toString(reference) + " / " + Arrays.toString(current);
  }

  private static long[] scaled(long[] counts, long factor) {
    return Arrays.stream(counts).map(count -> count * factor).toArray();
  }

  /** One to twelve bins, many of them empty, some very full. */
  static final class Any implements ArbitrarySupplier<Rows> {
    @Override
    public Arbitrary<Rows> get() {
      return Arbitraries.integers().between(1, 12).flatMap(Any::ofBins);
    }

    private static Arbitrary<Rows> ofBins(int bins) {
      Arbitrary<long[]> row =
          Arbitraries.frequencyOf(
                  Tuple.of(3, Arbitraries.longs().between(0, 20)),
                  Tuple.of(1, Arbitraries.just(0L)),
                  Tuple.of(1, Arbitraries.longs().between(0, 1L << 40)))
              .array(long[].class)
              .ofSize(bins)
              .filter(counts -> Counts.total(counts) > 0)
              .withoutEdgeCases();
      return Combinators.combine(row, row).as(Rows::new);
    }
  }
}

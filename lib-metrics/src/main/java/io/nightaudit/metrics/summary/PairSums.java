package io.nightaudit.metrics.summary;

import java.math.BigInteger;

/** Exact sums of pairs of integer units: of both sides and of their products. */
record PairSums(ValueSums first, ValueSums second, BigInteger products) {
  static final PairSums EMPTY = new PairSums(ValueSums.EMPTY, ValueSums.EMPTY, BigInteger.ZERO);

  long count() {
    return first.count();
  }

  /** n Σuv − Σu Σv, whose square is at most the product of the spreads of both sides. */
  private BigInteger spread() {
    return Units.spread(count(), first.sum(), second.sum(), products);
  }

  /** Whether so many pairs can have these sums. */
  boolean possible() {
    return first.possible()
        && second.possible()
        && (count() > 0 || products.signum() == 0)
        && spread().pow(2).compareTo(first.spread().multiply(second.spread())) <= 0;
  }

  PairSums plus(PairSums other, String name) {
    return new PairSums(
        first.plus(other.first, name),
        second.plus(other.second, name),
        products.add(other.products));
  }

  PairSums minus(PairSums other, String name) {
    return new PairSums(
        first.minus(other.first, name),
        second.minus(other.second, name),
        products.subtract(other.products));
  }

  double covariance(int scale) {
    return first.perPair(spread(), scale);
  }

  ByteWriter write(ByteWriter writer) {
    return second.write(first.write(writer)).bigInteger(products);
  }

  static PairSums read(ByteReader reader, long count, String name) {
    ValueSums first = ValueSums.read(reader, count, name);
    ValueSums second = ValueSums.read(reader, count, name);
    PairSums sums = new PairSums(first, second, reader.bigInteger(name));
    reader.require(sums.possible(), name);
    return sums;
  }

  /** Collects pairs one by one. */
  static final class Collector {
    private long count;
    private final WideSum first = new WideSum();
    private final WideSum firstSquares = new WideSum();
    private final WideSum second = new WideSum();
    private final WideSum secondSquares = new WideSum();
    private final WideSum products = new WideSum();

    void add(long u, long v, String name) {
      count = Require.sum(count, 1, name);
      first.add(u);
      firstSquares.addProduct(u, u);
      second.add(v);
      secondSquares.addProduct(v, v);
      products.addProduct(u, v);
    }

    void add(PairSums sums, String name) {
      count = Require.sum(count, sums.count(), name);
      first.add(sums.first.sum());
      firstSquares.add(sums.first.squares());
      second.add(sums.second.sum());
      secondSquares.add(sums.second.squares());
      products.add(sums.products);
    }

    PairSums build() {
      return new PairSums(
          new ValueSums(count, first.value(), firstSquares.value()),
          new ValueSums(count, second.value(), secondSquares.value()),
          products.value());
    }
  }
}

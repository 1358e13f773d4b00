package io.nightaudit.metrics.summary;

import java.math.BigDecimal;

/** What a rater chose: a name, or a number in integer units; a matrix holds only one sort. */
sealed interface Rating extends Comparable<Rating> {

  ByteWriter write(ByteWriter writer);

  /** The value, units being of 10^-scale. */
  double number(int scale);

  String text(int scale);

  record Name(String name) implements Rating {
    @Override
    public int compareTo(Rating other) {
      return Utf8Order.ASCENDING.compare(name, ((Name) other).name);
    }

    @Override
    public ByteWriter write(ByteWriter writer) {
      return writer.text(name);
    }

    @Override
    public double number(int scale) {
      throw new IllegalArgumentException(
          "Values are names, which have no order and no size: use NOMINAL, or give numbers");
    }

    @Override
    public String text(int scale) {
      return name;
    }
  }

  record Number(long units) implements Rating {
    @Override
    public int compareTo(Rating other) {
      return Long.compare(units, ((Number) other).units);
    }

    @Override
    public ByteWriter write(ByteWriter writer) {
      return writer.signed(units);
    }

    @Override
    public double number(int scale) {
      return units / Units.perOne(scale);
    }

    @Override
    public String text(int scale) {
      return BigDecimal.valueOf(units, scale).toPlainString();
    }
  }
}

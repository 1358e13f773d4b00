package io.nightaudit.jobs.profile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Iterator;
import scala.Tuple2;

/**
 * Sums over the questions of a partition, whose interactions come sorted by question: for each
 * candidate and measure one {@link PairedSums}. Integers, so that no order changes them.
 */
final class QuestionSums {
  private final UnitValues values;
  private final int cohorts;
  private final PairedSums[][] sums;
  private final long[][] counts;
  private final BigInteger[][] totals;

  QuestionSums(QuestionTask task) {
    values = new UnitValues(task.plan());
    cohorts = task.cohorts().size();
    sums = new PairedSums[cohorts][values.size()];
    counts = new long[cohorts][values.size()];
    totals = new BigInteger[cohorts][values.size()];
    for (int cohort = 0; cohort < cohorts; cohort++) {
      for (int measure = 0; measure < values.size(); measure++) {
        sums[cohort][measure] = PairedSums.none(values.scale(measure));
      }
    }
    clear();
  }

  /** Takes all interactions of a partition; the row of the baseline stays without sums. */
  PairedSums[][] of(Iterator<Tuple2<String, byte[]>> interactions) {
    String question = null;
    while (interactions.hasNext()) {
      Tuple2<String, byte[]> interaction = interactions.next();
      if (!interaction._1().equals(question)) {
        close();
        question = interaction._1();
      }
      add(interaction._2());
    }
    close();
    return sums;
  }

  private void add(byte[] interaction) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(interaction))) {
      int cohort = in.readInt();
      for (int measure = 0; measure < values.size(); measure++) {
        if (in.readBoolean()) {
          counts[cohort][measure]++;
          totals[cohort][measure] = totals[cohort][measure].add(BigInteger.valueOf(in.readLong()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /** Ends a question: what both answered goes into the sums. */
  private void close() {
    for (int cohort = 1; cohort < cohorts; cohort++) {
      for (int measure = 0; measure < values.size(); measure++) {
        if (counts[cohort][measure] > 0 && counts[0][measure] > 0) {
          sums[cohort][measure] = sums[cohort][measure].plus(pair(cohort, measure));
        }
      }
    }
    clear();
  }

  private PairedSums pair(int cohort, int measure) {
    BigInteger across = totals[cohort][measure].multiply(BigInteger.valueOf(counts[0][measure]));
    BigInteger down = totals[0][measure].multiply(BigInteger.valueOf(counts[cohort][measure]));
    return PairedSums.of(
        values.scale(measure), mean(cohort, measure), mean(0, measure), !across.equals(down));
  }

  /** The mean of the answers to a question, half up to a whole unit. */
  private BigInteger mean(int cohort, int measure) {
    BigInteger twice = BigInteger.valueOf(2 * counts[cohort][measure]);
    BigInteger[] parts =
        totals[cohort][measure]
            .multiply(BigInteger.valueOf(2 * values.unitsOfMean(measure)))
            .add(BigInteger.valueOf(counts[cohort][measure]))
            .divideAndRemainder(twice);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private void clear() {
    for (int cohort = 0; cohort < cohorts; cohort++) {
      java.util.Arrays.fill(counts[cohort], 0);
      java.util.Arrays.fill(totals[cohort], BigInteger.ZERO);
    }
  }
}

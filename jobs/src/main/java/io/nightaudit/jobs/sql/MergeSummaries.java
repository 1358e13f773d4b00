package io.nightaudit.jobs.sql;

import io.nightaudit.metrics.summary.Summary;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/** Adds the summaries of a group; NULL where there is none. */
final class MergeSummaries extends Aggregator<byte[], byte[], byte[]> {
  private static final long serialVersionUID = 1;
  private static final byte[] NOTHING = new byte[0];

  @Override
  public byte[] zero() {
    return NOTHING;
  }

  @Override
  public byte[] reduce(byte[] sum, byte[] summary) {
    return summary == null ? sum : merge(sum, summary);
  }

  @Override
  public byte[] merge(byte[] left, byte[] right) {
    if (left.length == 0) {
      return right;
    }
    return right.length == 0
        ? left
        : Summary.fromBytes(left).plus(Summary.fromBytes(right)).toBytes();
  }

  @Override
  public byte[] finish(byte[] sum) {
    return sum.length == 0 ? null : sum;
  }

  @Override
  public Encoder<byte[]> bufferEncoder() {
    return Encoders.BINARY();
  }

  @Override
  public Encoder<byte[]> outputEncoder() {
    return Encoders.BINARY();
  }
}

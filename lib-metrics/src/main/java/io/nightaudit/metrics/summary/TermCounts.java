package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * In how many documents each hashed term occurs (document frequency).
 *
 * <p>d_b = number of documents with a term in bucket b, from 0 to the number of documents. Terms
 * share a bucket if the lower bits of their hashes agree; a document counts at most once per
 * bucket.
 *
 * <ul>
 *   <li>No documents: all 0. A document without terms counts as a document.
 *   <li>Repeated terms, and terms of one bucket, count once per document.
 *   <li>Other numbers of buckets: refused. There is no exact way to a smaller number, because a
 *       document may hold terms in both of two buckets that would be joined.
 *   <li>A sum beyond 2^63 − 1: an ArithmeticException. Subtracting what was not added: refused.
 * </ul>
 *
 * <p>Source: document frequency, K. Spärck Jones, Journal of Documentation 28(1), 1972, doi
 * 10.1108/eb026526; buckets in place of terms, K. Weinberger et al., ICML 2009, arXiv 0902.2206.
 */
public final class TermCounts implements Summary {
  private static final int LARGEST = 1 << 16;

  private final int buckets;
  private final SparseCounts counts;
  private final long documents;
  private final long missing;

  private TermCounts(int buckets, SparseCounts counts, long documents, long missing) {
    this.buckets = buckets;
    this.counts = counts;
    this.documents = documents;
    this.missing = missing;
  }

  /** The counts of no documents; buckets is a power of two from 2 to 65,536. */
  public static TermCounts empty(int buckets) {
    return new TermCounts(checkBuckets(buckets), SparseCounts.EMPTY, 0, 0);
  }

  static int checkBuckets(int buckets) {
    if (!valid(buckets)) {
      throw new IllegalArgumentException(
          "buckets must be a power of two from 2 to %s, but is %s".formatted(LARGEST, buckets));
    }
    return buckets;
  }

  private static boolean valid(long buckets) {
    return buckets >= 2 && buckets <= LARGEST && Long.bitCount(buckets) == 1;
  }

  /** Number of documents, also those without terms. */
  @Override
  public long count() {
    return documents;
  }

  @Override
  public long missing() {
    return missing;
  }

  @Override
  public String definition() {
    return "term counts of %s buckets".formatted(buckets);
  }

  /** Number of buckets, a power of two. */
  public int buckets() {
    return buckets;
  }

  /** Number of documents with a term in this bucket, 0 to {@link #count()}. */
  public long documents(int bucket) {
    if (bucket < 0 || bucket >= buckets) {
      throw new IllegalArgumentException(
          "bucket must be 0 to %s, but is %s".formatted(buckets - 1, bucket));
    }
    return counts.of(bucket);
  }

  /** Visits the buckets that either side uses, ascending. */
  public void forEachPair(TermCounts other, PairConsumer consumer) {
    Require.sameDefinition(this, other);
    counts.forEachPair(other.counts, consumer);
  }

  /** Receives the counts of one bucket on both sides. */
  @FunctionalInterface
  public interface PairConsumer {
    /** Accepts a bucket whose counts are not both 0. */
    void accept(int bucket, long mine, long theirs);
  }

  @Override
  public TermCounts plus(Summary other) {
    Require.sameDefinition(this, other);
    TermCounts that = (TermCounts) other;
    return new TermCounts(
        buckets,
        counts.plus(that.counts),
        Require.sum(documents, that.documents, "documents"),
        Require.sum(missing, that.missing, "missing values"));
  }

  @Override
  public TermCounts minus(Summary other) {
    Require.sameDefinition(this, other);
    TermCounts that = (TermCounts) other;
    SparseCounts rest = counts.minus(that.counts);
    long remaining = Require.remainder(documents, that.documents, "documents");
    Require.contained(rest.largest() <= remaining, "number of documents");
    return new TermCounts(
        buckets, rest, remaining, Require.remainder(missing, that.missing, "missing values"));
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer = Kind.TERM_COUNTS.writer().number(buckets).number(documents).number(missing);
    return counts.write(writer).toBytes();
  }

  static TermCounts read(ByteReader reader) {
    long buckets = reader.number("the number of buckets");
    reader.require(valid(buckets), "the number of buckets");
    long documents = reader.count("the number of documents");
    long missing = reader.count("missing");
    SparseCounts counts = SparseCounts.read(reader, 0, (int) buckets - 1);
    reader.require(counts.largest() <= documents, "the number of documents");
    return new TermCounts((int) buckets, counts, documents, missing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermCounts that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "%s: %s documents, %s missing".formatted(definition(), documents, missing);
  }

  /** Counts documents; sparse until an eighth of the buckets is used, then dense. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private final int buckets;
    private BucketCounter sparse = new BucketCounter();
    private DenseCounter dense;
    private long documents;
    private long missing;

    /** Counts in the given number of buckets, a power of two from 2 to 65,536. */
    public Accumulator(int buckets) {
      this.buckets = checkBuckets(buckets);
    }

    /** Number of buckets, a power of two. */
    public int buckets() {
      return buckets;
    }

    /**
     * Adds one document.
     *
     * @param hashes hashes of its terms, in any order; only their lower bits are used
     * @param length how many of the hashes to read; 0 adds a document without terms
     */
    public void addDocument(int[] hashes, int length) {
      TermDocument document = new TermDocument(buckets);
      document.take(hashes, length);
      addDocument(document);
    }

    /**
     * Adds one document.
     *
     * @throws IllegalArgumentException if it is of another number of buckets
     */
    public void addDocument(TermDocument document) {
      if (document.buckets() != buckets) {
        throw new IllegalArgumentException(
            "the document must be of %s buckets, but is of %s"
                .formatted(buckets, document.buckets()));
      }
      documents = Require.sum(documents, 1, "documents");
      if (dense == null && sparse.size() + document.size() > buckets / 8) {
        makeDense();
      }
      if (dense != null) {
        dense.addEach(document.distinct(), document.size());
        return;
      }
      for (int i = 0; i < document.size(); i++) {
        sparse.add(document.distinct()[i], 1);
      }
    }

    private void makeDense() {
      dense = new DenseCounter(buckets, sparse.unsignedCounts());
      sparse = null;
    }

    @Override
    public void addMissing() {
      missing = Require.sum(missing, 1, "missing values");
    }

    @Override
    public void add(Summary summary) {
      Require.sameDefinition(empty(buckets), summary);
      TermCounts that = (TermCounts) summary;
      if (dense == null && sparse.size() + that.counts.size() > buckets / 8) {
        makeDense();
      }
      for (int i = 0; i < that.counts.size(); i++) {
        add(that.counts.key(i), that.counts.count(i));
      }
      documents = Require.sum(documents, that.documents, "documents");
      missing = Require.sum(missing, that.missing, "missing values");
    }

    private void add(int bucket, long number) {
      if (dense == null) {
        sparse.add(bucket, number);
      } else {
        dense.add(bucket, number);
      }
    }

    @Override
    public TermCounts build() {
      SparseCounts counts = dense == null ? sparse.unsignedCounts() : dense.counts();
      return new TermCounts(buckets, counts, documents, missing);
    }

    @Override
    public long retainedBytes() {
      return 64 + (dense == null ? sparse.retainedBytes() : dense.retainedBytes());
    }
  }
}

package io.nightaudit.jobs.profile.review;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * A mergeable sample of one stratum for every cut at once: of the rows at or above any level the
 * first {@code size} by priority, a hash. A row is kept while fewer than {@code size} rows of its
 * level or above come before it, which are about size · (1 + ln(n / size)) of n rows.
 *
 * <p>Merging is associative and commutative, to the byte: what a part drops has enough rows before
 * it in any whole.
 *
 * <p>Source: E. Cohen, Size-estimation framework with applications to transitive closure and
 * reachability, J. Comput. Syst. Sci. 55(3), 1997 (bottom-k sketches of all distances).
 */
public final class StratumSample {
  /** One row that is kept: how far it is in, its place in the order, and what it is. */
  private record Kept(int level, long priority, byte[] content) {
    private static final Comparator<Kept> BY_PRIORITY =
        Comparator.comparingLong(Kept::priority).thenComparing(Kept::content, Arrays::compare);

    private static final Comparator<Kept> FURTHEST_FIRST =
        Comparator.comparingInt(Kept::level).reversed().thenComparing(BY_PRIORITY);

    private int bytes() {
      return 2 * Integer.BYTES + Long.BYTES + content.length;
    }
  }

  private static final int WITH_ID = 0;
  private static final int WITHOUT_ID = 1;
  private static final int COUNT_BYTES = Integer.BYTES + 2 * Long.BYTES;

  private final int size;
  private final Map<Integer, long[]> counts = new HashMap<>();
  private List<Kept> kept = new ArrayList<>();

  /** The levels of rows that are kept, the furthest first. */
  private int[] levels = {};

  /** The last priority that is kept at or above each of these levels. */
  private long[] limits = {};

  StratumSample(int size) {
    this.size = size;
  }

  /** Counts a row at a level. */
  void count(int level, boolean hasId) {
    counts.computeIfAbsent(level, key -> new long[2])[hasId ? WITH_ID : WITHOUT_ID]++;
  }

  /** Whether a row may be kept. */
  boolean admits(int level, long priority) {
    int low = 0;
    int high = levels.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (levels[middle] >= level) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return size > 0 && (low == 0 || priority <= limits[low - 1]);
  }

  /** Keeps a row, and drops those that it comes before. */
  void add(int level, long priority, byte[] content) {
    kept.add(new Kept(level, priority, content));
    prune();
  }

  private void prune() {
    kept.sort(Kept.FURTHEST_FIRST);
    PriorityQueue<Kept> first = new PriorityQueue<>(Kept.BY_PRIORITY.reversed());
    List<Kept> remaining = new ArrayList<>();
    NavigableMap<Integer, Long> limit = new TreeMap<>(Comparator.reverseOrder());
    for (Kept row : kept) {
      if (first.size() < size) {
        first.add(row);
        remaining.add(row);
      } else if (Kept.BY_PRIORITY.compare(row, first.peek()) < 0) {
        first.poll();
        first.add(row);
        remaining.add(row);
      }
      limit.put(row.level(), first.size() < size ? Long.MAX_VALUE : first.peek().priority());
    }
    kept = remaining;
    levels = limit.keySet().stream().mapToInt(Integer::intValue).toArray();
    limits = limit.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** Adds all of another part. */
  void merge(StratumSample other) {
    if (other.size != size) {
      throw new IllegalArgumentException(
          "a sample of size %s cannot take one of size %s".formatted(size, other.size));
    }
    other.counts.forEach(
        (level, more) -> {
          long[] sum = counts.computeIfAbsent(level, key -> new long[2]);
          sum[WITH_ID] = Math.addExact(sum[WITH_ID], more[WITH_ID]);
          sum[WITHOUT_ID] = Math.addExact(sum[WITHOUT_ID], more[WITHOUT_ID]);
        });
    kept.addAll(other.kept);
    prune();
  }

  /** Whether no row was counted. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Whether all rows that were counted are of one level, and that is above the floor. */
  boolean isOfOneLevel(int floor) {
    return counts.size() == 1 && counts.keySet().iterator().next() > floor;
  }

  /**
   * The level from which on rows are in the tail: as many levels above the floor as hold at most
   * the share of all rows counted, and at least the furthest; none where all rows are of one level.
   */
  OptionalInt cut(double share, int floor) {
    NavigableMap<Integer, long[]> sorted = new TreeMap<>(counts);
    double most = share * rows(sorted);
    long beyond = 0;
    OptionalInt cut = OptionalInt.empty();
    if (sorted.size() > 1) {
      for (Map.Entry<Integer, long[]> level : sorted.descendingMap().entrySet()) {
        beyond += level.getValue()[WITH_ID] + level.getValue()[WITHOUT_ID];
        if (level.getKey() <= floor || cut.isPresent() && beyond > most) {
          return cut;
        }
        cut = OptionalInt.of(level.getKey());
      }
    }
    return cut;
  }

  private static long rows(Map<Integer, long[]> counts) {
    return counts.values().stream().mapToLong(count -> count[WITH_ID] + count[WITHOUT_ID]).sum();
  }

  /** Rows at a level or above that have an id. */
  long withId(int level) {
    return from(level, WITH_ID);
  }

  /** Rows at a level or above that have none, and cannot be drawn. */
  long withoutId(int level) {
    return from(level, WITHOUT_ID);
  }

  private long from(int level, int which) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey() >= level)
        .mapToLong(count -> count.getValue()[which])
        .sum();
  }

  /** The rows drawn from those at a level or above: the first by priority. */
  List<byte[]> draw(int level) {
    return kept.stream()
        .filter(row -> row.level() >= level)
        .sorted(Kept.BY_PRIORITY)
        .limit(size)
        .map(Kept::content)
        .toList();
  }

  /** Equal samples give equal bytes. */
  public byte[] toBytes() {
    int length = 3 * Integer.BYTES + counts.size() * COUNT_BYTES;
    ByteBuffer buffer =
        ByteBuffer.allocate(length + kept.stream().mapToInt(Kept::bytes).sum()).putInt(size);
    buffer.putInt(counts.size());
    new TreeMap<>(counts)
        .forEach(
            (level, count) ->
                buffer.putInt(level).putLong(count[WITH_ID]).putLong(count[WITHOUT_ID]));
    buffer.putInt(kept.size());
    kept.forEach(
        row ->
            buffer
                .putInt(row.level())
                .putLong(row.priority())
                .putInt(row.content().length)
                .put(row.content()));
    return buffer.array();
  }

  /** The sample of bytes that {@link #toBytes} made. */
  public static StratumSample fromBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    StratumSample sample = new StratumSample(buffer.getInt());
    for (int left = buffer.getInt(); left > 0; left--) {
      sample.counts.put(buffer.getInt(), new long[] {buffer.getLong(), buffer.getLong()});
    }
    for (int left = buffer.getInt(); left > 0; left--) {
      int level = buffer.getInt();
      long priority = buffer.getLong();
      byte[] content = new byte[buffer.getInt()];
      buffer.get(content);
      sample.kept.add(new Kept(level, priority, content));
    }
    sample.prune();
    return sample;
  }

  /** Both parts together, from their bytes. */
  public static byte[] merged(byte[] left, byte[] right) {
    StratumSample sum = fromBytes(left);
    sum.merge(fromBytes(right));
    return sum.toBytes();
  }
}

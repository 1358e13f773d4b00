package io.nightaudit.jobs.suppression;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One cell that is the sum of others, by their places in {@link Margins#nodes()}.
 *
 * @param whole the sum
 * @param parts what it is the sum of
 */
record Sum(int whole, List<Integer> parts) {
  Sum {
    parts = List.copyOf(parts);
  }

  /** The places of all members, the sum first. */
  IntStream members() {
    return IntStream.concat(IntStream.of(whole), parts.stream().mapToInt(Integer::intValue));
  }
}

package io.nightaudit.metrics.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A public list of English words with which a report may name a bucket of terms; a bucket is never
 * named from the texts themselves. Each word has a bucket of its own. Only single words are listed.
 *
 * <ul>
 *   <li>A bucket that no listed word has, or fewer than 4,096 buckets: no name.
 *   <li>A bucket outside 0 to {@code buckets} − 1: refused.
 * </ul>
 */
public final class WordList {
  private static final List<String> WORDS = load();

  /** The list that comes with this library; all instances are alike. */
  public WordList() {}

  /** The words in lower case, without repetition, in the order of the list. */
  public List<String> words() {
    return WORDS;
  }

  /**
   * The listed word that a bucket of terms stands for; no other term falls into it.
   *
   * @param bucket 0 to {@code buckets} − 1
   * @param buckets a power of two; of fewer than 4,096 none is named
   */
  public Optional<String> nameOf(int bucket, int buckets) {
    if (bucket < 0 || bucket >= buckets) {
      throw new IllegalArgumentException(
          "bucket must be 0 to " + (buckets - 1) + ". Provided value: " + bucket);
    }
    return TermCodes.name(bucket, buckets);
  }

  private static List<String> load() {
    Set<String> words = new LinkedHashSet<>();
    for (String line : TextResource.lines("words.txt")) {
      words.addAll(List.of(line.split(" +")));
    }
    return List.copyOf(words);
  }
}

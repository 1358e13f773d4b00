package io.nightaudit.jobs.evidence;

import java.util.Comparator;

/**
 * Something that is not as it was sealed.
 *
 * @param kind in which way
 * @param path the file that it is about, relative to the store
 * @param text what is wrong with it
 */
public record Difference(Kind kind, String path, String text) implements Comparable<Difference> {
  /** Ways in which a file can differ. */
  public enum Kind {
    /** A file that should be there is not. */
    MISSING,
    /** A file has another content. */
    CHANGED,
    /** A file is there that should not be. */
    ADDED,
    /** A manifest or entry is not where it belongs in its chain. */
    OUT_OF_ORDER,
    /** A signature is missing, or by another key, or of something else. */
    SIGNATURE
  }

  @Override
  public int compareTo(Difference other) {
    return Comparator.comparing(Difference::path)
        .thenComparing(Difference::kind)
        .thenComparing(Difference::text)
        .compare(this, other);
  }
}

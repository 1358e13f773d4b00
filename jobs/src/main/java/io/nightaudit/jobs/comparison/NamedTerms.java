package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.distance.TermShift;
import io.nightaudit.metrics.summary.TermCounts;
import io.nightaudit.metrics.text.WordList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Names the terms that moved most, and those that most documents hold tonight: only words of the
 * public list, each of which has a bucket of its own, and only where enough documents hold them.
 */
final class NamedTerms {
  private static final WordList WORDS = new WordList();
  private static final int MOST = 8;
  private static final int MOST_USUAL = 2;

  /** No term is named that fewer documents hold. */
  private static final int LEAST_DOCUMENTS = 10;

  private NamedTerms() {}

  /** Share of documents with each word before and tonight, the strongest move first. */
  static List<Evidence.Bin> of(TermShift shift, TermCounts before, TermCounts tonight) {
    List<Evidence.Bin> terms = new ArrayList<>();
    for (int bucket : shift.strongestBuckets()) {
      Optional<String> name = WORDS.nameOf(bucket, tonight.buckets());
      long most = Math.max(before.documents(bucket), tonight.documents(bucket));
      if (terms.size() < MOST && name.isPresent() && most >= LEAST_DOCUMENTS) {
        terms.add(new Evidence.Bin(name.get(), share(before, bucket), share(tonight, bucket)));
      }
    }
    usual(tonight).stream()
        .filter(
            bucket -> terms.stream().noneMatch(term -> term.label().equals(name(bucket, tonight))))
        .forEach(
            bucket ->
                terms.add(
                    new Evidence.Bin(
                        name(bucket, tonight), share(before, bucket), share(tonight, bucket))));
    return terms;
  }

  /** The listed words that most documents of tonight hold, so that a reader sees what is said. */
  private static List<Integer> usual(TermCounts tonight) {
    List<Integer> usual = new ArrayList<>();
    tonight.forEachPair(
        TermCounts.empty(tonight.buckets()),
        (bucket, documents, none) -> {
          boolean most = documents >= LEAST_DOCUMENTS && 2 * documents > tonight.count();
          if (most && WORDS.nameOf(bucket, tonight.buckets()).isPresent()) {
            usual.add(bucket);
          }
        });
    usual.sort(
        Comparator.comparingLong((Integer bucket) -> -tonight.documents(bucket))
            .thenComparing(Comparator.naturalOrder()));
    return usual.subList(0, Math.min(MOST_USUAL, usual.size()));
  }

  private static String name(int bucket, TermCounts terms) {
    return WORDS.nameOf(bucket, terms.buckets()).orElseThrow();
  }

  private static double share(TermCounts terms, int bucket) {
    return (double) terms.documents(bucket) / terms.count();
  }
}

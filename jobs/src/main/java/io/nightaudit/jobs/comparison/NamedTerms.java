package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.distance.TermShift;
import io.nightaudit.metrics.summary.TermCounts;
import io.nightaudit.metrics.text.Terms;
import io.nightaudit.metrics.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Names the terms that moved most: only words of the public list, only where enough documents hold
 * them, and only where one word of the list falls into the bucket. A word that is not on the list
 * may share the bucket.
 */
final class NamedTerms {
  private static final Map<Integer, Map<Integer, List<String>>> NAMES = new ConcurrentHashMap<>();
  private static final int MOST = 8;

  /** No term is named that fewer documents hold. */
  private static final int LEAST_DOCUMENTS = 10;

  private NamedTerms() {}

  static List<Evidence.Bin> of(TermShift shift, TermCounts before, TermCounts tonight) {
    Map<Integer, List<String>> named = NAMES.computeIfAbsent(tonight.buckets(), NamedTerms::names);
    List<Evidence.Bin> terms = new ArrayList<>();
    for (int bucket : shift.strongestBuckets()) {
      List<String> names = named.getOrDefault(bucket, List.of());
      long most = Math.max(before.documents(bucket), tonight.documents(bucket));
      if (terms.size() < MOST && names.size() == 1 && most >= LEAST_DOCUMENTS) {
        terms.add(new Evidence.Bin(names.get(0), share(before, bucket), share(tonight, bucket)));
      }
    }
    return terms;
  }

  private static Map<Integer, List<String>> names(int buckets) {
    return new WordList()
        .words().stream()
            .collect(Collectors.groupingBy(word -> Terms.bucket(Terms.hash(word), buckets)));
  }

  private static double share(TermCounts terms, int bucket) {
    return (double) terms.documents(bucket) / terms.count();
  }
}

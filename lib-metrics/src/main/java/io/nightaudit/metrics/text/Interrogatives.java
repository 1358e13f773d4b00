package io.nightaudit.metrics.text;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English words, and pairs of words, that begin a question. */
final class Interrogatives {
  private static final Set<Integer> WORDS =
      Stream.of(
              "what",
              "how",
              "why",
              "where",
              "who",
              "whom",
              "whose",
              "which",
              "is",
              "are",
              "was",
              "were",
              "can",
              "could",
              "would",
              "should",
              "will",
              "shall",
              "does",
              "did",
              "has",
              "what's",
              "how's",
              "who's",
              "where's",
              "isn't",
              "aren't",
              "wasn't",
              "doesn't",
              "didn't",
              "wouldn't",
              "couldn't",
              "shouldn't")
          .map(Terms::raw)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<Integer> PAIRS =
      Stream.of(
              "when do",
              "when does",
              "when did",
              "when is",
              "when are",
              "when was",
              "when will",
              "when can",
              "when should",
              "do i",
              "do you",
              "do we",
              "do they",
              "have i",
              "have you",
              "have we",
              "have they",
              "may i",
              "may we",
              "am i")
          .map(pair -> pair.split(" "))
          .map(pair -> Terms.pair(Terms.raw(pair[0]), Terms.raw(pair[1])))
          .collect(Collectors.toUnmodifiableSet());

  private Interrogatives() {}

  static boolean begin(int firstWord, int secondWord) {
    return WORDS.contains(firstWord) || PAIRS.contains(Terms.pair(firstWord, secondWord));
  }
}

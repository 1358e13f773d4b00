package io.nightaudit.metrics.text;

import java.util.HashMap;
import java.util.Map;

/** Names distinct words by the numbers 0, 1, 2, … in order of first appearance. */
final class WordNames {
  private final Map<String, Integer> names = new HashMap<>();

  /** How many words are named. */
  int size() {
    return names.size();
  }

  int name(String word) {
    Integer next = names.size();
    Integer known = names.putIfAbsent(word, next);
    return known == null ? next : known;
  }

  /** The names of the words between white space. */
  int[] split(CharSequence text) {
    IntSequence sequence = new IntSequence();
    WhiteSpace.split(text, word -> sequence.add(name(word)));
    return sequence.toArray();
  }
}

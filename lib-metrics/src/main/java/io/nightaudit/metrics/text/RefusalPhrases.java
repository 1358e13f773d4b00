package io.nightaudit.metrics.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the phrases of refusals; {@code {a|b} c} in the resource stands for "a c" and "b c". */
final class RefusalPhrases {
  /** Code points from here on are of other scripts than Latin. */
  static final int OTHER_SCRIPTS = 0x370;

  private static final Map<Boolean, List<String>> BY_SCRIPT =
      load().stream().collect(Collectors.partitioningBy(RefusalPhrases::isLatin));

  static final PhraseAutomaton LATIN = new PhraseAutomaton(BY_SCRIPT.get(true));

  /** Apart, because the table of an automaton grows with phrases times letters. */
  static final PhraseAutomaton OTHER = new PhraseAutomaton(BY_SCRIPT.get(false));

  private RefusalPhrases() {}

  private static boolean isLatin(String phrase) {
    return phrase.chars().allMatch(character -> character < OTHER_SCRIPTS);
  }

  private static List<String> load() {
    List<String> phrases = new ArrayList<>();
    for (String line : TextResource.lines("refusal-phrases.txt")) {
      expand("", line, phrases);
    }
    return phrases;
  }

  static void expand(String head, String rest, List<String> phrases) {
    int open = rest.indexOf('{');
    if (open < 0) {
      phrases.add(head + rest);
      return;
    }
    int close = rest.indexOf('}', open);
    for (String choice : rest.substring(open + 1, close).split("\\|")) {
      expand(head + rest.substring(0, open) + choice, rest.substring(close + 1), phrases);
    }
  }
}

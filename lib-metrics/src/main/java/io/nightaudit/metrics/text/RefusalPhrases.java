package io.nightaudit.metrics.text;

import java.util.ArrayList;
import java.util.List;

/** Reads the phrases of refusals; {@code {a|b} c} in the resource stands for "a c" and "b c". */
final class RefusalPhrases {
  static final PhraseAutomaton SHIPPED = new PhraseAutomaton(load());

  private RefusalPhrases() {}

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

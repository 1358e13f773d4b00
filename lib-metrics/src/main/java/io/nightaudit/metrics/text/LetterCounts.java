package io.nightaudit.metrics.text;

/** Letters by script, and which script a text is written in. */
final class LetterCounts {
  private static final Script[] SCRIPTS = Script.values();

  /** A letter of Han, kana or Hangul says about as much as three letters of an alphabet. */
  private static final int ALPHABETIC_LETTERS = 3;

  /** Japanese needs one kana in eight letters; names quoted in Chinese hold fewer. */
  private static final int LETTERS_PER_KANA = 8;

  private final int[] counts = new int[SCRIPTS.length];
  private int total;

  void add(int script) {
    counts[script]++;
    total++;
  }

  int total() {
    return total;
  }

  int of(Script script) {
    return counts[script.ordinal()];
  }

  /** The script that says most; kana that are mixed with Han decide for kana. */
  Script main() {
    Script most = Script.NONE;
    int largest = 0;
    for (Script script : SCRIPTS) {
      int weight = weight(script);
      if (weight > largest) {
        most = script;
        largest = weight;
      }
    }
    int kana = of(Script.HIRAGANA_KATAKANA);
    boolean japanese = LETTERS_PER_KANA * kana >= kana + of(Script.HAN);
    return most == Script.HAN && japanese ? Script.HIRAGANA_KATAKANA : most;
  }

  private int weight(Script script) {
    return switch (script) {
      case HAN -> ALPHABETIC_LETTERS * (of(Script.HAN) + of(Script.HIRAGANA_KATAKANA));
      case HIRAGANA_KATAKANA -> 0;
      case HANGUL -> ALPHABETIC_LETTERS * of(Script.HANGUL);
      default -> of(script);
    };
  }
}

package io.nightaudit.metrics.text;

/** How BLEU separates a text into tokens; the score depends on it. */
public enum BleuTokenizer {
  /** Punctuation of Western languages apart, as mteval-v13a.pl: the default of sacreBLEU. */
  MTEVAL_13A {
    @Override
    CharSequence separate(String text) {
      return Mteval13a.separate(text);
    }
  },
  /** White space only, for texts that are tokenized already. */
  NONE {
    @Override
    CharSequence separate(String text) {
      return text;
    }
  };

  /** The text with white space between its tokens. */
  abstract CharSequence separate(String text);
}

package io.nightaudit.metrics.text;

/** The writing systems that are told apart; the order decides between equally frequent scripts. */
public enum Script {
  LATIN,
  CYRILLIC,
  GREEK,
  ARABIC,
  HEBREW,
  HAN,
  HIRAGANA_KATAKANA,
  HANGUL,
  DEVANAGARI,
  THAI,
  /** Letters of any other script. */
  OTHER,
  /** A text without letters. */
  NONE
}

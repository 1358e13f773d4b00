package io.nightaudit.metrics.text;

/** The writing systems that are told apart; the order decides between equally frequent scripts. */
public enum Script {
  /** Latin letters. */
  LATIN,
  /** Cyrillic letters. */
  CYRILLIC,
  /** Greek letters. */
  GREEK,
  /** Arabic letters. */
  ARABIC,
  /** Hebrew letters. */
  HEBREW,
  /** Han characters. */
  HAN,
  /** Both kana. */
  HIRAGANA_KATAKANA,
  /** Korean letters and syllables. */
  HANGUL,
  /** Devanagari letters. */
  DEVANAGARI,
  /** Thai letters. */
  THAI,
  /** Letters of any other script. */
  OTHER,
  /** A text without letters. */
  NONE
}

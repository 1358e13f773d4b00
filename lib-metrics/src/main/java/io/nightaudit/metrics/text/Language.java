package io.nightaudit.metrics.text;

/** The languages that are told apart, with their script; the order decides between equals. */
enum Language {
  ENGLISH("en", Script.LATIN),
  GERMAN("de", Script.LATIN),
  FRENCH("fr", Script.LATIN),
  SPANISH("es", Script.LATIN),
  ITALIAN("it", Script.LATIN),
  PORTUGUESE("pt", Script.LATIN),
  DUTCH("nl", Script.LATIN),
  POLISH("pl", Script.LATIN),
  CZECH("cs", Script.LATIN),
  SWEDISH("sv", Script.LATIN),
  DANISH("da", Script.LATIN),
  NORWEGIAN("no", Script.LATIN),
  FINNISH("fi", Script.LATIN),
  HUNGARIAN("hu", Script.LATIN),
  ROMANIAN("ro", Script.LATIN),
  TURKISH("tr", Script.LATIN),
  VIETNAMESE("vi", Script.LATIN),
  INDONESIAN("id", Script.LATIN),
  RUSSIAN("ru", Script.CYRILLIC),
  UKRAINIAN("uk", Script.CYRILLIC),
  BULGARIAN("bg", Script.CYRILLIC),
  ARABIC("ar", Script.ARABIC),
  PERSIAN("fa", Script.ARABIC),
  GREEK("el", Script.GREEK),
  HEBREW("he", Script.HEBREW),
  HINDI("hi", Script.DEVANAGARI),
  THAI("th", Script.THAI),
  JAPANESE("ja", Script.HIRAGANA_KATAKANA),
  KOREAN("ko", Script.HANGUL),
  CHINESE("zh", Script.HAN),
  /** Too short, ambiguous, or a language that is not in the list. */
  UNDETERMINED(LanguageDetector.UNDETERMINED, Script.NONE);

  private final String code;
  private final Script script;

  Language(String code, Script script) {
    this.code = code;
    this.script = script;
  }

  /** The code of ISO 639-1; that of ISO 639-2 if undetermined. */
  String code() {
    return code;
  }

  Script script() {
    return script;
  }

  /** The only language of the list that is written in a script, else undetermined. */
  static Language onlyOf(Script script) {
    return switch (script) {
      case GREEK -> GREEK;
      case HEBREW -> HEBREW;
      case DEVANAGARI -> HINDI;
      case THAI -> THAI;
      case HIRAGANA_KATAKANA -> JAPANESE;
      case HANGUL -> KOREAN;
      case HAN -> CHINESE;
      case LATIN, CYRILLIC, ARABIC, OTHER, NONE -> UNDETERMINED;
    };
  }
}

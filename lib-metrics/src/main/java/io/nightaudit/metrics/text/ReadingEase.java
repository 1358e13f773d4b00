package io.nightaudit.metrics.text;

/**
 * Flesch reading ease of one text or, by adding up the sums, of many.
 *
 * <p>206.835 − 1.015 words / sentences − 84.6 syllables / words. No bounds, usually 0 to 100
 * points; higher is easier. Meant for English.
 *
 * <ul>
 *   <li>Without words NaN.
 *   <li>The value of many texts is the value of all as one text, not the mean of their values.
 *   <li>Sums beyond 2^63 − 1 are an {@link ArithmeticException}.
 * </ul>
 *
 * <p>Source: Flesch, "A new readability yardstick", Journal of Applied Psychology 32(3), 1948,
 * doi:10.1037/h0057532.
 */
public record ReadingEase(long words, long sentences, long syllables) {
  public static final ReadingEase EMPTY = new ReadingEase(0, 0, 0);

  public ReadingEase {
    if (sentences < 0 || sentences > words || words > 0 && sentences == 0 || syllables < words) {
      throw new IllegalArgumentException(
          ("A sentence has at least one word, a word at least one syllable, words belong to a"
                  + " sentence. Provided values: %s words, %s sentences, %s syllables")
              .formatted(words, sentences, syllables));
    }
  }

  public double value() {
    double length = (double) words / sentences;
    return 206.835 - 1.015 * length - 84.6 * ((double) syllables / words);
  }

  public ReadingEase plus(ReadingEase other) {
    return new ReadingEase(
        Math.addExact(words, other.words),
        Math.addExact(sentences, other.sentences),
        Math.addExact(syllables, other.syllables));
  }
}

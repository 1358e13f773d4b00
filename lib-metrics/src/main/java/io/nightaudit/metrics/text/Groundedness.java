package io.nightaudit.metrics.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How much of an answer stands in the passages that it was to be based on: a proxy, for a true
 * sentence in other words counts as unsupported and a wrong one in the same words as supported.
 *
 * <p>Support = three-word sequences of the answer that occur in a passage / all of them, 0 to 1,
 * higher is better; of an answer of fewer than three words its single words. Unsupported numbers =
 * numbers of the answer that occur in no passage / all of them, lower is better. Words are compared
 * lower-cased, numbers by value: 1,000 and 1000.0 are the same.
 *
 * <ul>
 *   <li>An answer without words has no support, one without numbers no rate of numbers: no value.
 *   <li>No passages: nothing is supported.
 *   <li>Counts add up over rows; the rate of a night is the ratio of the sums.
 * </ul>
 *
 * Source: n-gram precision as in K. Papineni et al., ACL 2002; numbers as in the fact checks of J.
 * Maynez et al., ACL 2020 (unsupported content as hallucination).
 *
 * @param sequences sequences of the answer
 * @param supported those that occur in a passage
 * @param numbers numbers of the answer
 * @param unsupportedNumbers those that occur in no passage
 */
public record Groundedness(long sequences, long supported, long numbers, long unsupportedNumbers) {
  private static final int LENGTH = 3;

  /** What of the answer stands in the passages. */
  public static Groundedness of(String answer, List<String> passages) {
    Tokens tokens = Tokens.of(answer);
    int length = tokens.words().size() < LENGTH ? 1 : LENGTH;
    Set<List<String>> known = new HashSet<>();
    Set<String> knownNumbers = new HashSet<>();
    for (String passage : passages) {
      Tokens context = Tokens.of(passage);
      known.addAll(context.sequences(length));
      knownNumbers.addAll(context.numbers());
    }
    List<List<String>> sequences = tokens.sequences(length);
    return new Groundedness(
        sequences.size(),
        sequences.stream().filter(known::contains).count(),
        tokens.numbers().size(),
        tokens.numbers().stream().filter(number -> !knownNumbers.contains(number)).count());
  }

  /** Share of the answer's sequences that stand in a passage; none without words. */
  public OptionalDouble support() {
    return sequences == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) supported / sequences);
  }

  /** Share of the answer's numbers that stand in no passage; none without numbers. */
  public OptionalDouble unsupportedNumberShare() {
    return numbers == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) unsupportedNumbers / numbers);
  }

  /** Words, numbers among them by value. */
  private record Tokens(List<String> words, List<String> numbers) {

    static Tokens of(String text) {
      List<String> words = new ArrayList<>();
      List<String> numbers = new ArrayList<>();
      int i = 0;
      while (i < text.length()) {
        int codePoint = text.codePointAt(i);
        if (isDigit(codePoint)) {
          int end = numberEnd(text, i);
          String number = value(text.substring(i, end));
          words.add(number);
          numbers.add(number);
          i = end;
        } else if (Character.isLetter(codePoint)) {
          int end = wordEnd(text, i);
          words.add(text.substring(i, end).toLowerCase(Locale.ROOT));
          i = end;
        } else {
          i += Character.charCount(codePoint);
        }
      }
      return new Tokens(words, numbers);
    }

    private static int wordEnd(String text, int start) {
      int end = start;
      while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      return end;
    }

    /** Digits, and a comma or full stop between two of them. */
    private static int numberEnd(String text, int start) {
      int end = start;
      while (end < text.length()
          && (isDigit(text.charAt(end))
              || (isMark(text.charAt(end))
                  && end + 1 < text.length()
                  && isDigit(text.charAt(end + 1))))) {
        end++;
      }
      return end;
    }

    /** Without thousands separators, leading zeros and a fraction of zeros. */
    private static String value(String number) {
      String plain = number.replace(",", "");
      int point = plain.indexOf('.');
      boolean decimal = point >= 0 && plain.indexOf('.', point + 1) < 0;
      int end = plain.length();
      while (decimal && end > point && (plain.charAt(end - 1) == '0' || end - 1 == point)) {
        end--;
      }
      int start = 0;
      while (start + 1 < end && plain.charAt(start) == '0' && plain.charAt(start + 1) != '.') {
        start++;
      }
      return plain.substring(start, end);
    }

    private static boolean isDigit(int codePoint) {
      return codePoint >= '0' && codePoint <= '9';
    }

    private static boolean isMark(char c) {
      return c == ',' || c == '.';
    }

    List<List<String>> sequences(int length) {
      List<List<String>> sequences = new ArrayList<>();
      for (int i = 0; i + length <= words.size(); i++) {
        sequences.add(List.copyOf(words.subList(i, i + length)));
      }
      return sequences;
    }
  }
}

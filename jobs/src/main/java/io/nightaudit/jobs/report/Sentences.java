package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts sentences together: full stops, counts with their nouns, lists with "and". */
public final class Sentences {
  private static final String CLAUSE = "; ";
  private static final int LONGEST_WORD = 60;
  private static final Pattern LONG_WORD = Pattern.compile("\\S{" + (LONGEST_WORD + 1) + ",}");

  private Sentences() {}

  /** With a full stop at the end, unless it ends in another one. */
  public static String closed(String sentence) {
    String text = sentence.strip();
    return text.isEmpty() || text.matches("(?s).*[.!?]") ? text : text + ".";
  }

  /** What a finding's sentence says first: what moved. */
  static String moved(String sentence) {
    int end = sentence.indexOf(CLAUSE);
    return end < 0 ? open(sentence) : sentence.substring(0, end);
  }

  /** What it says of the cause, as a sentence of its own; empty where it says nothing. */
  static String cause(String sentence) {
    int end = sentence.indexOf(CLAUSE);
    String rest = end < 0 ? "" : sentence.substring(end + CLAUSE.length());
    return rest.isEmpty()
        ? ""
        : rest.substring(0, 1).toUpperCase(Locale.ROOT) + closed(rest.substring(1));
  }

  /** Without the full stop at the end. */
  public static String open(String sentence) {
    String text = sentence.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** A count with its noun, such as "1 breach" and "6 breaches". */
  public static String count(long count, String noun) {
    String ending = noun.matches(".*(ch|sh|s|x)") ? "es" : "s";
    return Digits.whole(count) + " " + noun + (count == 1 ? "" : ending);
  }

  /** a, b and c. */
  public static String list(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    int last = parts.size() - 1;
    return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** The first so many, then how many more. */
  public static String list(List<String> parts, int limit) {
    return parts.size() <= limit
        ? list(parts)
        : String.join(", ", parts.subList(0, limit))
            + " and %s more".formatted(Digits.whole(parts.size() - limit));
  }

  /** Words that no line can hold end in an ellipsis: page one stays one page. */
  static String withShortWords(String text) {
    return LONG_WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(shortened(word)));
  }

  private static String shortened(MatchResult word) {
    String mark = word.group().startsWith("`") ? "`" : "";
    int cut = word.group().offsetByCodePoints(0, LONGEST_WORD - 1);
    return word.group().substring(0, cut) + "…" + mark;
  }

  /** A small number in words at the start of a sentence. */
  public static String number(int count) {
    List<String> words =
        List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");
    return count < words.size() ? words.get(count) : String.format(Locale.ROOT, "%s", count);
  }
}

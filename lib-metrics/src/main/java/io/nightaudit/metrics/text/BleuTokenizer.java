package io.nightaudit.metrics.text;

import java.util.List;
import java.util.regex.Pattern;

/** How a text becomes words for BLEU. */
public enum BleuTokenizer {
  /**
   * The tokenizer of mteval-v13a: punctuation apart, full stops and commas but between digits, a
   * dash after a digit.
   */
  MTEVAL_13A {
    @Override
    List<String> tokens(String text) {
      String line =
          Words.withoutTrailingSpaces(text)
              .replace("<skipped>", "")
              .replace("-\n", "")
              .replace('\n', ' ');
      if (line.indexOf('&') >= 0) {
        line =
            line.replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
      }
      line = " " + line + " ";
      line = SYMBOLS.matcher(line).replaceAll(" $1 ");
      line = AFTER_NO_DIGIT.matcher(line).replaceAll("$1 $2 ");
      line = BEFORE_NO_DIGIT.matcher(line).replaceAll(" $1 $2");
      return Words.of(DASH.matcher(line).replaceAll("$1 $2 "));
    }
  },

  /** Split at white space only. */
  NONE {
    @Override
    List<String> tokens(String text) {
      return Words.of(Words.withoutTrailingSpaces(text));
    }
  };

  // Each matches one or two characters and so takes linear time.
  private static final Pattern SYMBOLS = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
  private static final Pattern AFTER_NO_DIGIT = Pattern.compile("([^0-9])([.,])");
  private static final Pattern BEFORE_NO_DIGIT = Pattern.compile("([.,])([^0-9])");
  private static final Pattern DASH = Pattern.compile("([0-9])(-)");

  abstract List<String> tokens(String text);
}

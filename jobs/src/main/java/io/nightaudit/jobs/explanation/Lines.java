package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.report.VisibleText;
import java.util.List;

/** Text of at most 96 columns: headings, and pairs of a label and a text beside it. */
final class Lines {
  static final int WIDTH = 96;
  private static final int LABEL = 22;
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  Lines heading(String title) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(title).append('\n');
    return this;
  }

  /** A label, and a text beside it; a long one goes on below. */
  Lines pair(String label, String value) {
    if (value.isEmpty()) {
      return this;
    }
    String shown = VisibleText.of(label);
    boolean fits = shown.length() <= LABEL;
    if (!fits) {
      wrap(shown, INDENT, INDENT);
    }
    String first = INDENT + (fits ? shown : "") + " ".repeat(LABEL - (fits ? shown.length() : 0));
    wrap(VisibleText.of(value), first, INDENT + " ".repeat(LABEL));
    return this;
  }

  Lines pairs(String label, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      pair(i == 0 ? label : "", values.get(i));
    }
    return this;
  }

  /** Words over the whole width. */
  Lines sentence(String words) {
    wrap(VisibleText.of(words), "", "");
    return this;
  }

  /** Lines that a person copies: only what is no name is cut. */
  Lines verbatim(String query) {
    query.lines().forEach(this::copied);
    return this;
  }

  private void copied(String line) {
    String own = " ".repeat(line.length() - line.stripLeading().length());
    String indent = INDENT + INDENT + own;
    wrap(VisibleText.of(line.strip()), indent, indent + INDENT);
  }

  private void wrap(String words, String first, String next) {
    StringBuilder line = new StringBuilder(first);
    int begin = first.length();
    for (String word : words.strip().split(" ")) {
      int gap = line.length() == begin ? 0 : 1;
      if (gap == 1 && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(next);
        begin = next.length();
        gap = 0;
      }
      line.append(" ".repeat(gap)).append(word);
    }
    text.append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

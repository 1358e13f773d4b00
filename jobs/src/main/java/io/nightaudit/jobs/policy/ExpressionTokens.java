package io.nightaudit.jobs.policy;

import java.util.ArrayList;
import java.util.List;

/** Cuts an SQL expression into words, texts and symbols; comments and semicolons are refused. */
final class ExpressionTokens {
  enum Kind {
    WORD,
    QUOTED_WORD,
    TEXT,
    NUMBER,
    SYMBOL
  }

  /** One piece of an expression and where it starts. */
  record Token(Kind kind, String text, int start) {
    boolean is(String other) {
      return kind != Kind.TEXT && kind != Kind.QUOTED_WORD && text.equalsIgnoreCase(other);
    }
  }

  private final String expression;
  private final List<String> problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private ExpressionTokens(String expression, List<String> problems) {
    this.expression = expression;
    this.problems = problems;
  }

  static List<Token> of(String expression, List<String> problems) {
    ExpressionTokens reader = new ExpressionTokens(expression, problems);
    while (reader.at < expression.length()) {
      reader.next();
    }
    return reader.tokens;
  }

  private void next() {
    char c = expression.charAt(at);
    int end = at + 1;
    if (Character.isWhitespace(c)) {
      at++;
      return;
    }
    Kind kind = Kind.SYMBOL;
    if (c == '\'' || c == '"' || c == '`') {
      checkPrefix();
      kind = c == '`' ? Kind.QUOTED_WORD : Kind.TEXT;
      end = closing(c);
    } else if (isWord(c)) {
      kind = c >= '0' && c <= '9' ? Kind.NUMBER : Kind.WORD;
      end = endOfWord();
    } else {
      checkSymbol(c);
    }
    tokens.add(new Token(kind, expression.substring(at, end), at));
    at = end;
  }

  /** In a raw text a backslash hides nothing, so its end would be another one. */
  private void checkPrefix() {
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    if (last != null && last.is("r") && last.start() == at - 1) {
      problems.add("has a raw text, r'…'; write it without the r and with two backslashes");
    }
  }

  private void checkSymbol(char c) {
    char following = at + 1 < expression.length() ? expression.charAt(at + 1) : ' ';
    if (c == '-' && following == '-' || c == '/' && following == '*') {
      problems.add("has a comment; leave it out, or put a space between two minus signs");
    } else if ("+-*/%=<>!&|^~().,[]".indexOf(c) < 0) {
      problems.add("has the character " + Names.quoted(String.valueOf(c)) + "; leave it out");
    }
  }

  private int closing(char quote) {
    int end = at + 1;
    while (end < expression.length() && expression.charAt(end) != quote) {
      // A backslash inside a text hides the next character; in backquotes it is itself.
      end += quote != '`' && expression.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= expression.length()) {
      problems.add("lacks a closing " + quote);
      return expression.length();
    }
    return end + 1;
  }

  private int endOfWord() {
    int end = at;
    while (end < expression.length() && isWord(expression.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}

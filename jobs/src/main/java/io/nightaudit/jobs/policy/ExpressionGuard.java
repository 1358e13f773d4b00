package io.nightaudit.jobs.policy;

import io.nightaudit.jobs.policy.ExpressionTokens.Kind;
import io.nightaudit.jobs.policy.ExpressionTokens.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides whether an SQL expression of a configuration is harmless: it may call listed functions on
 * the columns of its row and nothing else.
 */
public final class ExpressionGuard {
  static final String RESOURCE = "/expression-functions.txt";
  private static final int LONGEST = 4000;
  private static final int DEEPEST = 100;
  private static final Set<String> FUNCTIONS = functions();

  private static final Set<String> STATEMENTS =
      Set.of(
          "select",
          "from",
          "table",
          "with",
          "values",
          "insert",
          "update",
          "delete",
          "drop",
          "create",
          "alter",
          "set",
          "use",
          "over",
          "lateral",
          "union",
          "join",
          "distinct",
          "window",
          "identifier");

  private static final Map<String, String> REMEDIES =
      Map.of(
          "input_file_name", "use _file, the file's own name",
          "input_file_block_start", "use _file, the file's own name",
          "rand", "a night must give the same result when it is run again",
          "randn", "a night must give the same result when it is run again",
          "uuid", "a night must give the same result when it is run again",
          "now", "a night must give the same result when it is run again",
          "current_timestamp", "a night must give the same result when it is run again",
          "current_date", "a night must give the same result when it is run again",
          "monotonically_increasing_id", "a night must give the same result on any cluster");

  // These need no brackets, so they would pass for columns.
  private static final Set<String> BARE_CALLS =
      Set.of(
          "current_date",
          "current_timestamp",
          "current_time",
          "localtimestamp",
          "localtime",
          "current_user",
          "session_user",
          "user",
          "current_catalog",
          "current_database",
          "current_schema");

  private ExpressionGuard() {}

  /** What is wrong with an expression, one predicate each; empty where it is harmless. */
  public static List<String> problems(String expression) {
    if (expression.isBlank()) {
      return List.of("is empty; write an expression or leave it out");
    }
    if (expression.length() > LONGEST) {
      return List.of(
          "is longer than " + LONGEST + " characters; compute it where logs are written");
    }
    List<String> problems = new ArrayList<>();
    List<Token> tokens = ExpressionTokens.of(expression, problems);
    checkBrackets(tokens, problems);
    for (int i = 0; i < tokens.size(); i++) {
      checkWord(tokens, i, problems);
    }
    return problems.stream().distinct().toList();
  }

  /** The same expression in which a cast that fails is NULL and not the end of the night. */
  public static String safe(String expression) {
    StringBuilder safe = new StringBuilder(expression);
    List<Token> tokens = ExpressionTokens.of(expression, new ArrayList<>());
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.is("cast") && isCall(tokens, i)) {
        safe.replace(token.start(), token.start() + token.text().length(), "try_cast");
      }
    }
    return safe.toString();
  }

  /** The functions that an expression may call. */
  static Set<String> allowed() {
    return FUNCTIONS;
  }

  private static void checkWord(List<Token> tokens, int index, List<String> problems) {
    Token token = tokens.get(index);
    String word = token.text().toLowerCase(Locale.ROOT);
    boolean call = isCall(tokens, index);
    if (token.kind() == Kind.QUOTED_WORD && call) {
      problems.add("calls " + token.text() + " in backquotes; write the function's name plainly");
    } else if (token.kind() != Kind.WORD) {
      return;
    }
    if (word.equals("from") && isPartOfCall(tokens, index)) {
      return;
    }
    boolean field = index > 0 && tokens.get(index - 1).is(".");
    if (call && (field || !FUNCTIONS.contains(word)) && token.kind() == Kind.WORD) {
      problems.add("calls " + word + ", which is not allowed" + remedy(word));
    } else if (token.kind() == Kind.WORD && !field && BARE_CALLS.contains(word)) {
      problems.add("calls " + word + ", which is not allowed" + remedy(word));
    } else if (!field && STATEMENTS.contains(word)) {
      problems.add(
          "has the word "
              + word.toUpperCase(Locale.ROOT)
              + "; only the row itself can be read"
              + " (a column of that name goes in backquotes)");
    }
  }

  /** The FROM inside {@code extract}, {@code trim}, {@code substring}, {@code overlay}. */
  private static boolean isPartOfCall(List<Token> tokens, int index) {
    int depth = 0;
    for (int i = index - 1; i > 0; i--) {
      depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
      if (depth < 0) {
        String call = tokens.get(i - 1).text().toLowerCase(Locale.ROOT);
        return Set.of("extract", "trim", "substring", "substr", "overlay").contains(call);
      }
    }
    return false;
  }

  private static boolean isCall(List<Token> tokens, int index) {
    return index + 1 < tokens.size() && tokens.get(index + 1).is("(");
  }

  private static String remedy(String word) {
    String remedy = REMEDIES.get(word);
    return remedy == null ? Nearest.hint(word, nearby(word)) : ": " + remedy;
  }

  /** Only close names: a list of two hundred functions helps nobody. */
  private static Set<String> nearby(String word) {
    return new TreeSet<>(Nearest.to(word, FUNCTIONS));
  }

  private static void checkBrackets(List<Token> tokens, List<String> problems) {
    Deque<String> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.kind() != Kind.SYMBOL) {
        continue;
      }
      if (token.is("(") || token.is("[")) {
        open.push(token.is("(") ? ")" : "]");
      } else if ((token.is(")") || token.is("]")) && !token.text().equals(open.poll())) {
        problems.add("has a " + token.text() + " too many; count the brackets");
        return;
      }
      if (open.size() > DEEPEST) {
        problems.add("has more than " + DEEPEST + " brackets inside each other");
        return;
      }
    }
    if (!open.isEmpty()) {
      problems.add("lacks a closing " + open.peek());
    }
  }

  private static Set<String> functions() {
    try (InputStream stream = ExpressionGuard.class.getResourceAsStream(RESOURCE)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split("\\s+")).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.nightaudit.jobs.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What people ask an application and how it answers: intents with templates, and the slots in them.
 *
 * <p>A file has sections. {@code @slot NAME} and {@code @phrase KIND LANGUAGE} are followed by one
 * choice a line; {@code @intent NAME WEIGHT LANGUAGE} by questions ({@code ?}), answers ({@code
 * !}), further sentences of an answer ({@code +}) and answers in JSON ({@code =}). Letters behind
 * such a mark tell the sides of an intent apart: {@code !ab} answers {@code ?a} and {@code ?b} but
 * not {@code ?c}; without a letter it goes with all. How templates are filled says {@link Wording}.
 */
final class Phrasebook {

  /**
   * Something that people ask about.
   *
   * @param weight how often, relative to the other intents
   * @param language the language of its templates
   * @param questions ways to ask
   * @param answers ways to begin the answer
   * @param details sentences that may follow, in this order
   * @param json answers where JSON is asked for
   */
  record Intent(
      double weight,
      String language,
      List<Line> questions,
      List<Line> answers,
      List<Line> details,
      List<Line> json) {}

  /**
   * A template of an intent.
   *
   * @param sides letters of the sides that it goes with, "" for all
   */
  record Line(String sides, String template) {

    boolean goesWith(Line other) {
      return sides.isEmpty()
          || other.sides.isEmpty()
          || sides.chars().anyMatch(side -> other.sides.indexOf(side) >= 0);
    }
  }

  private static final Pattern MARKED = Pattern.compile("[?!+=][a-d]* ");

  private final Map<String, List<String>> choices = new HashMap<>();
  private final List<Intent> intents = new ArrayList<>();

  private Phrasebook() {}

  static Phrasebook read(String... resources) {
    Phrasebook book = new Phrasebook();
    for (String resource : resources) {
      book.add(resource);
    }
    return book;
  }

  List<Intent> intents() {
    return intents;
  }

  /** The choices of a slot. */
  List<String> slot(String name) {
    return choices("slot " + name);
  }

  /** The phrases of a kind, such as a greeting, in a language. */
  List<String> phrases(String kind, String language) {
    return choices("phrase " + kind + " " + language);
  }

  private List<String> choices(String section) {
    List<String> found = choices.get(section);
    if (found == null) {
      throw new IllegalArgumentException("The phrasebook has no section \"@" + section + "\".");
    }
    return found;
  }

  private void add(String resource) {
    try (InputStream stream = Phrasebook.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The jar lacks the phrasebook " + resource + ".");
      }
      add(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new UncheckedIOException("The phrasebook " + resource + " is unreadable.", failure);
    }
  }

  private void add(BufferedReader lines) {
    List<String> section = List.of();
    for (String line : lines.lines().toList()) {
      if (line.startsWith("@intent ")) {
        add(line.split(" "));
      } else if (line.startsWith("@")) {
        section = choices.computeIfAbsent(line.substring(1), name -> new ArrayList<>());
      } else if (MARKED.matcher(line).lookingAt()) {
        addToLast(line);
      } else if (!line.isBlank()) {
        section.add(line);
      }
    }
  }

  private void add(String[] header) {
    double weight = Double.parseDouble(header[2]);
    intents.add(
        new Intent(
            weight,
            header[3],
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>()));
  }

  private void addToLast(String line) {
    Intent last = intents.get(intents.size() - 1);
    int space = line.indexOf(' ');
    List<Line> lines =
        switch (line.charAt(0)) {
          case '?' -> last.questions();
          case '!' -> last.answers();
          case '+' -> last.details();
          default -> last.json();
        };
    lines.add(new Line(line.substring(1, space), line.substring(space + 1)));
  }
}

package io.nightaudit.jobs.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fills templates.
 *
 * <ul>
 *   <li><code>{product}</code> is a choice of a slot, the same throughout a conversation, so that
 *       an answer speaks of what was asked; <code>{product'}</code> is another one.
 *   <li><code>&lt;a|b|&gt;</code> is any of the alternatives, each time anew.
 *   <li><code>#</code> is a digit and <code>^</code> a digit but zero.
 *   <li><code>\n</code> is a line break.
 * </ul>
 */
final class Wording {

  private final Phrasebook book;
  private final long conversation;
  private final Dice dice;

  Wording(Phrasebook book, long conversation, Dice dice) {
    this.book = book;
    this.conversation = conversation;
    this.dice = dice;
  }

  /** One of the templates, filled. */
  String any(List<String> templates) {
    return text(dice.of(templates));
  }

  /** A phrase of a kind in a language, filled. */
  String phrase(String kind, String language) {
    return any(book.phrases(kind, language));
  }

  /** A template, filled. */
  String text(String template) {
    return fill(digits(template, dice));
  }

  private String fill(String template) {
    StringBuilder text = new StringBuilder(template.length() * 2);
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c == '{' && isSlot(template, at)) {
        int end = template.indexOf('}', at);
        text.append(slot(template.substring(at + 1, end)));
        at = end + 1;
      } else if (c == '<') {
        int end = template.indexOf('>', at);
        text.append(fill(alternative(template.substring(at + 1, end))));
        at = end + 1;
      } else if (template.startsWith("\\n", at)) {
        text.append('\n');
        at += 2;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  /** JSON has braces too; a slot's is followed by a letter. */
  private static boolean isSlot(String template, int at) {
    return at + 1 < template.length() && Character.isLowerCase(template.charAt(at + 1));
  }

  private String alternative(String alternatives) {
    return dice.of(List.of(alternatives.split("\\|", -1)));
  }

  private String slot(String nameAndPrimes) {
    String name = nameAndPrimes.replace("'", "");
    String primes = nameAndPrimes.substring(name.length());
    List<String> shuffled = new ArrayList<>(book.slot(name));
    Dice own = Dice.of(conversation, name.hashCode());
    for (int i = 0; i <= primes.length() && i < shuffled.size(); i++) {
      Collections.swap(shuffled, i, own.between(i, shuffled.size() - 1));
    }
    String choice = shuffled.get(primes.length() % shuffled.size());
    Dice digits = Dice.of(conversation, nameAndPrimes.hashCode());
    // Another clause has another number: primes go on to the slots within.
    return fill(digits(choice.replace("}", primes + "}"), digits));
  }

  private static String digits(String template, Dice dice) {
    if (template.indexOf('#') < 0 && template.indexOf('^') < 0) {
      return template;
    }
    StringBuilder text = new StringBuilder(template.length());
    for (char c : template.toCharArray()) {
      switch (c) {
        case '#' -> text.append(dice.below(10));
        case '^' -> text.append(dice.between(1, 9));
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}

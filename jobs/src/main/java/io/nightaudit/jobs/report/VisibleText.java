package io.nightaudit.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;

/**
 * Shows characters that are not seen: control characters as their pictures (␀), characters that
 * change the direction of text, invisible ones and halves of surrogate pairs by number (⟦U+202E⟧).
 */
public final class VisibleText {
  private static final int FIRST_CONTROL_PICTURE = 0x2400;
  private static final int DELETE = 0x7F;
  private static final int PICTURE_OF_DELETE = 0x2421;

  private VisibleText() {}

  /** The report with every string made visible, and numbers as {@code report.json} prints them. */
  static Report of(Report report) {
    return ReportJson.report(visible(ReportJson.tree(report)));
  }

  /** A text with every character that is not seen made visible. */
  public static String of(String text) {
    if (text.codePoints().noneMatch(VisibleText::hidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(character -> append(shown, character));
    return shown.toString();
  }

  /** A tree with every string in it made visible. */
  public static JsonNode visible(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(of(node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(visible(element)));
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(e -> copy.set(of(e.getKey()), visible(e.getValue())));
      return copy;
    }
    return node;
  }

  private static void append(StringBuilder shown, int character) {
    if (!hidden(character)) {
      shown.appendCodePoint(character);
    } else if (character < ' ') {
      shown.appendCodePoint(FIRST_CONTROL_PICTURE + character);
    } else if (character == DELETE) {
      shown.appendCodePoint(PICTURE_OF_DELETE);
    } else {
      shown.append(String.format(Locale.ROOT, "⟦U+%04X⟧", character));
    }
  }

  private static boolean hidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (character & 0xFFFE) == 0xFFFE;
    };
  }
}

package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A limit as people write it: {@code 20%}, {@code 5 points} or a number.
 *
 * @param value the share that the percentage is, the points over 100, or the number
 * @param form how it was written
 */
record Amount(double value, Form form) {
  enum Form {
    PERCENT,
    POINTS,
    NUMBER
  }

  static Amount of(JsonNode node) {
    if (node.isNumber()) {
      return new Amount(node.asDouble(), Form.NUMBER);
    }
    String text = node.asText().strip();
    boolean percent = text.endsWith("%");
    int digits = (int) text.chars().takeWhile(c -> c >= '0' && c <= '9' || c == '.').count();
    // Moved in decimals, so that 5% is the double nearest to 0.05.
    double value = new BigDecimal(text.substring(0, digits)).movePointLeft(2).doubleValue();
    return new Amount(value, percent ? Form.PERCENT : Form.POINTS);
  }
}

package io.nightaudit.metrics.text;

import java.util.List;

/**
 * What a text states: its words and numbers in runs that no end of a sentence or line interrupts,
 * and its numbers once more.
 */
record Statements(List<int[]> runs, int[] numbers) {

  static Statements of(String text, WordNames names) {
    return new StatementScanner(text, names).scan();
  }
}

package io.nightaudit.metrics.text;

import java.util.List;

/** Checks the references that a text is compared with. */
final class References {
  private References() {}

  static void requireOne(List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException(
          "references must hold at least 1 text, but hold 0; count the row as missing instead");
    }
  }
}

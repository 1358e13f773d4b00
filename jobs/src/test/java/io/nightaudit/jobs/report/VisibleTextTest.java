package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTextTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("plain, ünïcode, 日本, 🙂", "plain, ünïcode, 日本, 🙂"),
        Arguments.of("a\u0000b", "a␀b"),
        Arguments.of("a\nb\tc\r", "a␊b␉c␍"),
        Arguments.of("\u007F", "␡"),
        Arguments.of("\u0085", "⟦U+0085⟧"),
        Arguments.of("\u202Eabc\u2066", "⟦U+202E⟧abc⟦U+2066⟧"),
        Arguments.of("\u200B\uFEFF\u2028", "⟦U+200B⟧⟦U+FEFF⟧⟦U+2028⟧"),
        Arguments.of("\uD800", "⟦U+D800⟧"),
        Arguments.of("\uFFFF", "⟦U+FFFF⟧"),
        Arguments.of(new String(Character.toChars(0xE0041)), "⟦U+E0041⟧"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void of_text_showsWhatCannotBeSeen(String text, String shown) {
    assertThat(VisibleText.of(text)).isEqualTo(shown);
  }

  @Test
  void of_report_reachesNamesOfSlicesToo() {
    Report shown = VisibleText.of(ReportFixture.hostile());
    String figures = shown.figures().toString() + shown.findings() + shown.recommendations();
    assertThat(figures).doesNotContain("\u202E").doesNotContain("\u0000").contains("⟦U+202E⟧");
    assertThat(FigureFixture.figure(shown, "F-027").slice().keySet().toString()).contains("␀");
  }
}

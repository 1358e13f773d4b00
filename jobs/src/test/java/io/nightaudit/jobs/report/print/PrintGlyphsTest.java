package io.nightaudit.jobs.report.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintGlyphsTest {
  @Test
  void printable_latinGreekCyrillicAndSigns_stay() {
    String text = "Größe ≥ 5 %, “naïve” – Ελλάδα, Киев, Łódź, Việt Nam, ½ × ∞ → ■▲◇○◌◑✕ €";

    assertThat(PrintGlyphs.SHIPPED.printable(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "中文, U+4E2D U+6587",
    "a🧪b, aU+1F9EAb",
    "अ, U+0905",
    "a한, aU+D55C",
  })
  void printable_withoutAGlyph_isItsNumber(String text, String printed) {
    assertThat(PrintGlyphs.SHIPPED.printable(text)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"שלום, U+05E9 U+05DC U+05D5 U+05DD", "سلام, U+0633 U+0644 U+0627 U+0645"})
  void printable_fromRightToLeft_isItsNumbers(String text, String printed) {
    assertThat(PrintGlyphs.SHIPPED.printable(text)).isEqualTo(printed);
  }

  @Test
  void printable_lineBreaksAndTabs_stay() {
    assertThat(PrintGlyphs.SHIPPED.printable(" a\n\tb\r\n")).isEqualTo(" a\n\tb\r\n");
  }
}

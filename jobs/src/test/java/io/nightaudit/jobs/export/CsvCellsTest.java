package io.nightaudit.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "=HYPERLINK(1)"})
  void text_thatIsAFormula_beginsWithAnApostrophe(String formula) {
    assertThat(CsvCells.text(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=b | a=b
          a,b | "a,b"
          say "x" | "say ""x\"""
          `` | ``
          """)
  void text_withMarks_isQuoted(String text, String cell) {
    assertThat(CsvCells.text(text)).isEqualTo(cell);
  }

  @Test
  void text_ofAFormulaWithMarks_isBoth() {
    assertThat(CsvCells.text("=cmd|' /C calc'!A0,\"")).isEqualTo("\"'=cmd|' /C calc'!A0,\"\"\"");
    assertThat(CsvCells.text("\r=1")).isEqualTo("\"'\r=1\"");
    assertThat(CsvCells.text("a\nb")).isEqualTo("\"a\nb\"");
  }

  @Test
  void number_orNone_isItsDigits() {
    assertThat(CsvCells.number(-1.5)).isEqualTo("-1.5");
    assertThat(CsvCells.number(Double.NaN) + CsvCells.number(null)).isEmpty();
    assertThat(CsvCells.line(Stream.of("a", "", "b"))).isEqualTo("a,,b\n");
  }
}

package io.nightaudit.jobs.report.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as the shipped fonts can print it: a character without a glyph becomes its number, U+4E2D.
 *
 * <p>So do characters of scripts that run from right to left: pages are laid out from left to right
 * and without joining letters, which would print such words wrongly rather than not.
 */
final class PrintGlyphs {
  /** Those of the fonts of this package. */
  static final PrintGlyphs SHIPPED = new PrintGlyphs(cmap()::get);

  private static final int LAST_CHARACTER = 0x10FFFF;

  private final IntPredicate hasGlyph;

  PrintGlyphs(IntPredicate hasGlyph) {
    this.hasGlyph = hasGlyph;
  }

  /** The text with numbers in the place of what cannot be printed. */
  String printable(String text) {
    if (text.codePoints().allMatch(this::isPrinted)) {
      return text;
    }
    StringBuilder printed = new StringBuilder();
    int last = 0;
    for (int character : text.codePoints().toArray()) {
      if (isPrinted(character)) {
        printed.appendCodePoint(character);
      } else {
        // Numbers that follow each other are told apart by a space, at which a line may break.
        printed.append(last != 0 && !isPrinted(last) ? " " : "");
        printed.append(String.format(Locale.ROOT, "U+%04X", character));
      }
      last = character;
    }
    return printed.toString();
  }

  private boolean isPrinted(int character) {
    boolean space = character == ' ' || character == '\n' || character == '\t' || character == '\r';
    return space || hasGlyph.test(character) && !isRightToLeft(character);
  }

  /** The blocks that Unicode reserves for scripts from right to left. */
  private static boolean isRightToLeft(int character) {
    return character >= 0x0590 && character <= 0x08FF
        || character >= 0xFB1D && character <= 0xFDFF
        || character >= 0xFE70 && character <= 0xFEFF
        || character >= 0x10800 && character <= 0x10FFF
        || character >= 0x1E800 && character <= 0x1EFFF;
  }

  private static BitSet cmap() {
    byte[] regular = PrintResource.REGULAR.bytes();
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(regular))) {
      CmapLookup lookup = font.getUnicodeCmapLookup();
      BitSet known = new BitSet();
      for (int character = 0; character <= LAST_CHARACTER; character++) {
        known.set(character, lookup.getGlyphId(character) != 0);
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font that is printed with", e);
    }
  }
}

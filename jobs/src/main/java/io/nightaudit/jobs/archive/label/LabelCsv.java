package io.nightaudit.jobs.archive.label;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads labels from comma-separated values as RFC 4180 has them, with a header, in UTF-8. */
final class LabelCsv {
  private static final int LONGEST_CELL = 1_000_000;
  private static final char MARK_OF_ORDER = '\uFEFF';

  private final LabelColumns columns;

  LabelCsv(LabelColumns columns) {
    this.columns = columns;
  }

  List<LabelRow> read(byte[] content) {
    CsvParser parser = new CsvParser(settings());
    parser.beginParsing(new StringReader(text(content)));
    try {
      return rows(parser);
    } catch (TextParsingException e) {
      // The message of the parser quotes the file.
      throw new LabelFileException(
          "line %s is not as RFC 4180 has it; quote cells that hold quotes, commas or line ends, and double the quotes in them"
              .formatted(Math.max(1, e.getLineIndex() + 1)));
    } finally {
      parser.stopParsing();
    }
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setSkipEmptyLines(false);
    settings.setMaxCharsPerColumn(LONGEST_CELL);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
    settings.getFormat().setComment('\0');
    return settings;
  }

  private static String text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return !text.isEmpty() && text.charAt(0) == MARK_OF_ORDER ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new LabelFileException("the file is not UTF-8 text; save it as UTF-8");
    }
  }

  private List<LabelRow> rows(CsvParser parser) {
    String[] header = parser.parseNext();
    if (header == null || header.length == 1 && header[0] == null) {
      throw new LabelFileException(
          "the file is empty; its first line must name the columns " + columns.names());
    }
    int[] positions = positions(Arrays.asList(header));
    List<LabelRow> rows = new ArrayList<>();
    long line = parser.getContext().currentLine() + 1;
    for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
      if (Arrays.stream(cells).anyMatch(Objects::nonNull)) {
        rows.add(row(line, cells, positions));
      }
      line = parser.getContext().currentLine() + 1;
    }
    return rows;
  }

  private int[] positions(List<String> header) {
    return columns.names().stream()
        .mapToInt(
            name -> {
              int position = header.indexOf(name);
              if (position < 0) {
                throw new LabelFileException(missing(name, header));
              }
              return position;
            })
        .toArray();
  }

  /** Names of columns are the operator's own; cells are never quoted. */
  static String missing(String name, List<String> header) {
    boolean separated = header.size() == 1 && String.valueOf(header.get(0)).matches(".*[;\\t|].*");
    return separated
        ? "the columns are not separated by commas; save the file as comma-separated values"
        : "there is no column %s; the file has %s: name the columns with --id-column, --label-column, --who-column and --when-column"
            .formatted(name, header);
  }

  private static LabelRow row(long line, String[] cells, int[] positions) {
    String[] found = new String[positions.length];
    for (int i = 0; i < positions.length; i++) {
      boolean there = positions[i] < cells.length && cells[positions[i]] != null;
      found[i] = there ? cells[positions[i]].strip() : "";
    }
    return new LabelRow(line, found[0], found[1], found[2], found[3]);
  }
}

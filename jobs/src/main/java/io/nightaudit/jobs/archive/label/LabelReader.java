package io.nightaudit.jobs.archive.label;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Reads what people said from a file, and says which rows say nothing and why. */
public final class LabelReader {
  private static final int LONGEST_ID = 1_024;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NUMBER = 40;
  private static final List<String> YES = List.of("true", "yes", "1", "1.0");
  private static final List<String> NO = List.of("false", "no", "0", "0.0");

  private final String target;
  private final boolean yesOrNo;
  private final Set<String> yes;
  private final Set<String> no;
  private final ZoneId zone;

  /**
   * A reader.
   *
   * @param target what the labels are of
   * @param yesOrNo whether they can only be yes or no
   * @param yes further words for yes, in any case
   * @param no further words for no
   * @param zone of times without one
   */
  public LabelReader(
      String target, boolean yesOrNo, Collection<String> yes, Collection<String> no, ZoneId zone) {
    this.target = target;
    this.yesOrNo = yesOrNo;
    this.yes = words(YES, yes);
    this.no = words(NO, no);
    this.zone = zone;
  }

  private static Set<String> words(Collection<String> known, Collection<String> further) {
    Set<String> words = new HashSet<>(known);
    further.forEach(word -> words.add(word.strip().toLowerCase(Locale.ROOT)));
    return words;
  }

  /**
   * What a file holds.
   *
   * @param sha256 hash of the file
   * @param labels its labels, in their order
   * @param problems lines that say nothing, by reason
   */
  public record Content(
      String sha256, List<HumanLabel> labels, Map<LabelProblem, List<Long>> problems) {
    public Content {
      labels = List.copyOf(labels);
    }

    /** How many rows say nothing. */
    public int leftOut() {
      return problems.values().stream().mapToInt(List::size).sum();
    }
  }

  /**
   * Reads a file.
   *
   * @throws LabelFileException if it is none of labels
   */
  public Content read(SparkSession spark, String path, LabelColumns columns) {
    LabelFile file = LabelFile.read(spark, path, columns);
    return content(file.sha256(), file.rows());
  }

  Content content(String sha256, List<LabelRow> rows) {
    List<HumanLabel> labels = new ArrayList<>();
    Map<LabelProblem, List<Long>> problems = new EnumMap<>(LabelProblem.class);
    for (LabelRow row : rows) {
      Optional<LabelProblem> problem = problem(row);
      if (problem.isPresent()) {
        problems.computeIfAbsent(problem.get(), p -> new ArrayList<>()).add(row.line());
      } else {
        labels.add(label(row));
      }
    }
    return new Content(sha256, labels, problems);
  }

  private HumanLabel label(LabelRow row) {
    return new HumanLabel(
        Optional.empty(),
        row.id(),
        target,
        value(row.label()).getAsDouble(),
        row.who(),
        time(row.when()).orElseThrow());
  }

  private Optional<LabelProblem> problem(LabelRow row) {
    if (row.id().isEmpty()) {
      return Optional.of(LabelProblem.MISSING_ID);
    } else if (row.label().isEmpty()) {
      return Optional.of(LabelProblem.MISSING_LABEL);
    } else if (value(row.label()).isEmpty()) {
      return Optional.of(yesOrNo ? LabelProblem.NOT_YES_OR_NO : LabelProblem.NOT_A_LABEL);
    } else if (row.who().isEmpty()) {
      return Optional.of(LabelProblem.MISSING_WHO);
    } else if (row.id().length() > LONGEST_ID || row.who().length() > LONGEST_NAME) {
      return Optional.of(LabelProblem.TOO_LONG);
    } else if (row.who().codePoints().anyMatch(LabelReader::isHidden)) {
      return Optional.of(LabelProblem.HIDDEN_CHARACTERS);
    } else if (row.when().isEmpty()) {
      return Optional.of(LabelProblem.MISSING_TIME);
    }
    return time(row.when()).isEmpty() ? Optional.of(LabelProblem.NOT_A_TIME) : Optional.empty();
  }

  private OptionalDouble value(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (yes.contains(word)) {
      return OptionalDouble.of(1);
    }
    if (no.contains(word)) {
      return OptionalDouble.of(0);
    }
    return yesOrNo ? OptionalDouble.empty() : number(text);
  }

  /** A plain decimal number; what Java also takes for one (NaN, 1f, hexadecimal) is none here. */
  private static OptionalDouble number(String text) {
    if (text.length() > LONGEST_NUMBER
        || !text.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?")) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** A moment with its offset, one of the reader's zone, or the start of a day. */
  private Optional<Instant> time(String text) {
    String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    try {
      if (iso.length() <= 10) {
        return Optional.of(LocalDate.parse(iso).atStartOfDay(zone).toInstant());
      }
      boolean offset = iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 10) > 0;
      return Optional.of(
          offset
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

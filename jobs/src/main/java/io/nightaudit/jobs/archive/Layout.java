package io.nightaudit.jobs.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the folders of a night lie below the archive: {@code {date}}, {@code {yyyy}}, {@code {MM}},
 * {@code {dd}} and {@code {HH}} stand for a local date and its hours.
 *
 * @param nights how many nights are read as one, from the night that is asked for
 */
record Layout(String text, ZoneId zone, int nights) {
  private static final int STEP_MINUTES = 30;

  /** Night by night. */
  Layout(String text, ZoneId zone) {
    this(text, zone, 1);
  }

  Layout {
    text = text.strip();
    if (nights < 1) {
      throw new IllegalArgumentException(nights + " nights cannot be read as one; name at least 1");
    }
    boolean escapes = text.startsWith("/") || List.of(text.split("/")).contains("..");
    if (escapes || text.contains("\\")) {
      throw new IllegalArgumentException(
          "archive.layout is \"%s\"; it must name folders below archive.path, without .."
              .formatted(text));
    }
    if (!text.isEmpty() && !text.contains("{date}") && !text.contains("{dd}")) {
      throw new IllegalArgumentException(
          "archive.layout is \"%s\"; it must hold {date}, or {yyyy}, {MM} and {dd}"
              .formatted(text));
    }
  }

  /** Whether all nights lie in one folder and rows are chosen by their time. */
  boolean byTime() {
    return text.isEmpty();
  }

  Instant begin(LocalDate night) {
    return night.atStartOfDay(zone).toInstant();
  }

  Instant end(LocalDate night) {
    return begin(night.plusDays(nights));
  }

  /** The folders of a night, sorted; the empty one where all nights lie in one folder. */
  List<String> folders(LocalDate night) {
    if (byTime()) {
      return List.of("");
    }
    TreeSet<String> folders = new TreeSet<>();
    ZonedDateTime time = night.atStartOfDay(zone);
    for (; time.toInstant().isBefore(end(night)); time = time.plusMinutes(STEP_MINUTES)) {
      folders.add(fill(text, time.toLocalDate(), time.getHour()));
    }
    return List.copyOf(folders);
  }

  /** The values of partition columns such as {@code dt={date}}, for each folder of a night. */
  List<SortedMap<String, String>> partitions(LocalDate night) {
    List<SortedMap<String, String>> partitions = new ArrayList<>();
    for (String folder : folders(night)) {
      SortedMap<String, String> values = new TreeMap<>();
      for (String part : folder.split("/")) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          values.put(part.substring(0, equals), part.substring(equals + 1));
        }
      }
      partitions.add(values);
    }
    return partitions;
  }

  private static String fill(String text, LocalDate night, int hour) {
    return text.replace("{date}", night.toString())
        .replace("{yyyy}", String.format(Locale.ROOT, "%04d", night.getYear()))
        .replace("{MM}", String.format(Locale.ROOT, "%02d", night.getMonthValue()))
        .replace("{dd}", String.format(Locale.ROOT, "%02d", night.getDayOfMonth()))
        .replace("{HH}", String.format(Locale.ROOT, "%02d", hour));
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.report.FullForm.ChangeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Nights from which a metric means something else (its mapping, its descriptor or its prices
 * changed), and nights from which the archive has another set of columns.
 */
final class DefinitionChanges {
  private static final int NAMED = 8;

  private final NightRecord record;
  private final long first;

  DefinitionChanges(NightRecord record, long first) {
    this.record = record;
    this.first = first;
  }

  List<ChangeEntry> compose() {
    List<ChangeEntry> changes = new ArrayList<>(definitions());
    changes.addAll(columns());
    return changes;
  }

  private List<ChangeEntry> definitions() {
    SortedMap<Long, List<String>> byNight = new TreeMap<>();
    record
        .all()
        .ifPresent(
            all -> all.compared().streams().values().forEach(stream -> add(stream, byNight)));
    return byNight.entrySet().stream()
        .map(
            entry ->
                change(
                    entry.getKey(),
                    "DEFINITION",
                    "the mapping, the descriptor or the prices of %s changed; they learn anew"
                        .formatted(Sentences.count(entry.getValue().size(), "metric")),
                    Sentences.list(entry.getValue(), NAMED)))
        .toList();
  }

  private void add(ComparedStream stream, SortedMap<Long, List<String>> byNight) {
    String before = "";
    for (StreamNight night : stream.nights().subMap(first - 1, record.epochDay() + 1).values()) {
      String definition = night.definition();
      if (!before.isEmpty() && !definition.isEmpty() && !definition.equals(before)) {
        byNight
            .computeIfAbsent(night.epochDay(), day -> new ArrayList<>())
            .add(stream.measure().name());
      }
      before = definition.isEmpty() ? before : definition;
    }
  }

  private List<ChangeEntry> columns() {
    List<Coverage> nights = new ArrayList<>(record.before());
    if (record.coverage().input() == Coverage.Input.READ) {
      nights.add(record.coverage());
    }
    List<ChangeEntry> changes = new ArrayList<>();
    for (int i = 1; i < nights.size(); i++) {
      columns(nights.get(i - 1), nights.get(i), changes);
    }
    return changes;
  }

  private static void columns(Coverage before, Coverage after, List<ChangeEntry> changes) {
    TreeSet<String> added = new TreeSet<>(after.present());
    added.removeAll(before.present());
    TreeSet<String> gone = new TreeSet<>(before.present());
    gone.removeAll(after.present());
    long night = after.night().toEpochDay();
    if (!added.isEmpty()) {
      changes.add(column(night, "the archive has a column more", added));
    }
    if (!gone.isEmpty()) {
      changes.add(column(night, "the archive has a column less", gone));
    }
  }

  private static ChangeEntry column(long night, String what, TreeSet<String> columns) {
    String many =
        columns.size() == 1 ? what : what.replace("a column", columns.size() + " columns");
    return change(night, "COLUMN", many, Sentences.list(List.copyOf(columns), NAMED));
  }

  private static ChangeEntry change(long night, String kind, String what, String subject) {
    return new ChangeEntry(
        Identifiers.date(night), kind, what, subject, RegisterComposer.NOT_RECORDED, "unknown", "");
  }
}

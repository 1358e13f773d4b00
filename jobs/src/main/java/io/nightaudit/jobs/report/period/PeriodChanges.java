package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.report.Identifiers;
import io.nightaudit.jobs.report.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes what changed about the audit itself from one night of a period to the next. */
final class PeriodChanges {
  private static final int NAMED = 6;
  private static final int SHORT_HASH = 12;

  private final PeriodRecord record;
  private final List<PeriodReport.ChangeEntry> changes = new ArrayList<>();

  PeriodChanges(PeriodRecord record) {
    this.record = record;
  }

  /** In the order of nights. */
  List<PeriodReport.ChangeEntry> compose() {
    List<Long> nights = List.copyOf(record.nights().keySet());
    for (int i = 1; i < nights.size(); i++) {
      PeriodRecord.Night before = record.nights().get(nights.get(i - 1));
      configured(Identifiers.date(nights.get(i)), before, record.nights().get(nights.get(i)));
    }
    columns();
    meanings();
    changes.sort(
        Comparator.comparing(PeriodReport.ChangeEntry::night)
            .thenComparing(PeriodReport.ChangeEntry::kind));
    return changes;
  }

  private void configured(String night, PeriodRecord.Night before, PeriodRecord.Night now) {
    if (differ(before.configuration(), now.configuration())) {
      add(
          night,
          "CONFIGURATION",
          "the configuration or the policy changed from %s to %s"
              .formatted(brief(before.configuration()), brief(now.configuration())));
    }
    if (differ(before.version(), now.version())) {
      add(
          night,
          "VERSION",
          "Nightaudit %s took the place of %s".formatted(now.version(), before.version()));
    }
  }

  private static boolean differ(String before, String now) {
    return !before.isEmpty() && !now.isEmpty() && !before.equals(now);
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }

  /** Columns that the archive began or ceased to have, from one measured night to the next. */
  private void columns() {
    List<Long> nights = record.measured();
    for (int i = 1; i < nights.size(); i++) {
      Set<String> before = present(nights.get(i - 1));
      Set<String> now = present(nights.get(i));
      columns(nights.get(i), "the archive has the column", without(now, before));
      columns(nights.get(i), "the archive no longer has the column", without(before, now));
    }
  }

  private void columns(long night, String what, List<String> columns) {
    if (!columns.isEmpty()) {
      String text = what + (columns.size() == 1 ? " " : "s ") + Sentences.list(columns, NAMED);
      add(Identifiers.date(night), "COLUMNS", text);
    }
  }

  /** Figures of all traffic that mean something else from a night on. */
  private void meanings() {
    record.all().stream()
        .flatMap(all -> all.figures().stream())
        .filter(figure -> figure.otherMeaning() > 0)
        .forEach(
            figure ->
                add(
                    Identifiers.date(figure.nights().firstKey()),
                    "MEANING",
                    "“%s” means something else from here on; earlier nights are left out of it"
                        .formatted(figure.measure().title())));
  }

  private Set<String> present(long night) {
    return new TreeSet<>(record.nights().get(night).coverage().present());
  }

  private static List<String> without(Set<String> columns, Set<String> others) {
    return columns.stream().filter(column -> !others.contains(column)).toList();
  }

  private void add(String night, String kind, String text) {
    changes.add(new PeriodReport.ChangeEntry(night, kind, text));
  }
}

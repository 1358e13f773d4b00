package io.nightaudit.jobs.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An incident as its records tell it: the last word on each thing counts.
 *
 * @param id its id
 * @param night the night that it is about, in days since 1970-01-01
 * @param incidentClass 3 or 4, as a person said last
 * @param harms suspected harms, of all records
 * @param findings findings that it is about
 * @param times when things happened
 * @param freeze id of the evidence that was frozen first
 * @param records its records, the first first
 */
public record Incident(
    String id,
    long night,
    IncidentClass incidentClass,
    SortedSet<Harm> harms,
    List<String> findings,
    Times times,
    String freeze,
    List<IncidentRecord> records) {
  public Incident {
    harms = new TreeSet<>(harms);
    findings = List.copyOf(findings);
    records = List.copyOf(records);
  }

  /** Every incident of some records, in the order in which they were opened. */
  public static List<Incident> of(List<IncidentRecord> records) {
    Map<String, List<IncidentRecord>> byId = new LinkedHashMap<>();
    records.stream()
        .sorted(Comparator.comparingLong(IncidentRecord::sequence))
        .forEach(
            record -> byId.computeIfAbsent(record.incident(), id -> new ArrayList<>()).add(record));
    return byId.values().stream().map(Incident::fold).toList();
  }

  private static Incident fold(List<IncidentRecord> records) {
    IncidentRecord first = records.get(0);
    IncidentClass latest = first.incidentClass().orElseThrow();
    SortedSet<Harm> harms = new TreeSet<>();
    Set<String> findings = new LinkedHashSet<>();
    Times times = Times.UNKNOWN;
    for (IncidentRecord record : records) {
      latest = record.incidentClass().orElse(latest);
      harms.addAll(record.harms());
      findings.addAll(record.findings());
      times = times.updatedBy(record.times());
    }
    return new Incident(
        first.incident(),
        first.night(),
        latest,
        harms,
        List.copyOf(findings),
        times,
        first.freeze(),
        records);
  }

  /** The last word on it. */
  public IncidentRecord last() {
    return records.get(records.size() - 1);
  }

  /** Whether a person still has to decide. */
  public boolean isOpen() {
    return !last().act().closes();
  }

  /** Open, or how it was closed. */
  public String state() {
    return switch (last().act()) {
      case OPEN, UPDATE -> "open";
      case CLOSE_REPORTABLE -> "closed: reportable";
      case CLOSE_NOT_REPORTABLE -> "closed: not reportable";
    };
  }
}

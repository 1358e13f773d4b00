package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.incident.Harm;
import io.nightaudit.jobs.incident.IncidentClass;
import io.nightaudit.jobs.incident.IncidentRecord;
import io.nightaudit.jobs.incident.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What a person can declare about an incident. */
final class IncidentOptions {
  @Option(
      names = "--class",
      paramLabel = "3|4",
      description = "3: possible risk, Art. 79(1). 4: suspected serious incident, Art. 3(49).")
  private Integer incidentClass;

  @Option(
      names = "--harm",
      paramLabel = "HARM",
      description = "Suspected harm: ${COMPLETION-CANDIDATES}. Repeatable; it sets the clock.")
  private List<Harm> harms = new ArrayList<>();

  @Option(
      names = "--finding",
      paramLabel = "FINDING",
      description = "A finding that it is about, by its id. Repeatable.")
  private List<String> findings = new ArrayList<>();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who declares it.")
  private String by;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "What happened or what changed, in a sentence.")
  private String reason;

  @Option(
      names = "--action",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What was done about it.")
  private String action;

  @Option(
      names = "--first-event-at",
      paramLabel = "TIME",
      description = "When it first happened, such as 2026-11-22T21:40:00Z.")
  private Instant firstEventAt;

  @Option(
      names = "--detected-at",
      paramLabel = "TIME",
      description = "When it was detected. Default: the end of the first run that read the night.")
  private Instant detectedAt;

  @Option(
      names = "--aware-at",
      paramLabel = "TIME",
      description = "When the operator became aware; the law's clocks count from it.")
  private Instant awareAt;

  @Option(
      names = "--provider-informed-at",
      paramLabel = "TIME",
      description = "When the provider was told.")
  private Instant providerInformedAt;

  @Option(
      names = "--authority-informed-at",
      paramLabel = "TIME",
      description = "When the authority was told.")
  private Instant authorityInformedAt;

  Optional<IncidentClass> incidentClass() {
    return Optional.ofNullable(incidentClass).map(IncidentClass::of);
  }

  SortedSet<Harm> harms() {
    return new TreeSet<>(harms);
  }

  List<String> findings() {
    return findings.stream().map(String::strip).toList();
  }

  IncidentRequest.Words words() {
    return new IncidentRequest.Words(by, reason, action);
  }

  Times times() {
    return new Times(
        Optional.ofNullable(firstEventAt),
        Optional.ofNullable(detectedAt),
        Optional.ofNullable(awareAt),
        Optional.ofNullable(providerInformedAt),
        Optional.ofNullable(authorityInformedAt));
  }

  IncidentRequest.Add add(String id, IncidentRecord.Act act, Optional<String> master) {
    return new IncidentRequest.Add(
        id.strip(), act, incidentClass(), harms(), findings(), words(), times(), master);
  }
}

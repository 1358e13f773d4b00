package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.incident.Draft;
import io.nightaudit.jobs.incident.Incident;
import io.nightaudit.jobs.incident.IncidentNote;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the audit knows of the night of an incident, for the draft of a report. */
final class IncidentFacts {
  private final String system;
  private final Optional<Coverage> coverage;
  private final List<Finding> findings;
  private final List<ReleaseNight> releases;
  private final List<Recommendation> recommendations;

  /** Facts of one night. */
  IncidentFacts(
      String system,
      Optional<Coverage> coverage,
      List<Finding> findings,
      List<ReleaseNight> releases,
      List<Recommendation> recommendations) {
    this.system = system;
    this.coverage = coverage;
    this.findings = List.copyOf(findings);
    this.releases = List.copyOf(releases);
    this.recommendations = List.copyOf(recommendations);
  }

  IncidentNote of(Incident incident) {
    return new IncidentNote(incident, Draft.of(incident, facts(incident)));
  }

  private Draft.Facts facts(Incident incident) {
    List<Finding> about =
        findings.stream().filter(finding -> incident.findings().contains(finding.id())).toList();
    return new Draft.Facts(
        system,
        releases.stream()
            .filter(release -> release.interactions() > 0)
            .map(IncidentFacts::served)
            .toList(),
        coverage.map(Coverage::rowsKept).orElse(0L),
        affected(about),
        about.stream().map(Finding::sentence).toList(),
        recommendations.stream().map(Recommendation::title).toList());
  }

  private static String served(ReleaseNight release) {
    return "%s of %s, %s interactions"
        .formatted(
            release.release(), release.route().title(), Digits.whole(release.interactions()));
  }

  /** How many of them were harmed no log can tell. */
  private static String affected(List<Finding> about) {
    return about.stream()
        .map(finding -> "those of " + finding.slice().title() + ": " + finding.evidence())
        .collect(Collectors.joining("; "));
  }
}

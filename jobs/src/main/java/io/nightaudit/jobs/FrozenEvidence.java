package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.Version;
import io.nightaudit.jobs.evidence.Sha256;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.incident.EvidenceFreeze;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.store.AuditStore;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The evidence about a night by hash: the manifests of the night, of its baseline and of the nights
 * since, which hold inputs, partitions and thresholds; the configuration of today; the releases.
 */
final class FrozenEvidence {
  private final AuditConfiguration configuration;
  private final AuditStore store;

  FrozenEvidence(AuditConfiguration configuration, AuditStore store) {
    this.configuration = configuration;
    this.store = store;
  }

  EvidenceFreeze of(long night) {
    SortedMap<String, String> parts = new TreeMap<>();
    parts.put("configuration", ConfigurationHash.of(configuration));
    parts.put("version", Version.number());
    parts.put("releases", releases(night));
    long first = night - configuration.policy().baselineNights();
    for (long day : store.nights().tailSet(first)) {
      for (String name : new String[] {"manifest.json", "report.json"}) {
        store
            .reports()
            .read(day, name)
            .ifPresent(
                bytes -> parts.put(name + " " + LocalDate.ofEpochDay(day), Sha256.of(bytes)));
      }
    }
    return new EvidenceFreeze(parts);
  }

  private String releases(long night) {
    return store.releases().list(night, night).stream()
        .map(FrozenEvidence::text)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String text(ReleaseNight release) {
    return release.route().key() + ":" + release.release() + ":" + release.interactions();
  }
}

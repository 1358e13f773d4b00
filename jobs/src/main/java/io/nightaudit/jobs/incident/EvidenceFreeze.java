package io.nightaudit.jobs.incident;

import io.nightaudit.jobs.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What evidence stood at when an incident was opened, by hash: versions, configuration, partitions
 * and thresholds, as manifests hold them.
 *
 * @param parts name of a part, such as a night's manifest, to its SHA-256 or its words
 */
public record EvidenceFreeze(SortedMap<String, String> parts) {
  public EvidenceFreeze {
    parts = new TreeMap<>(parts);
  }

  /** SHA-256 over all parts in order, hexadecimal: the same parts have the same id. */
  public String id() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      text.append(part.getKey()).append('=').append(part.getValue()).append('\n');
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

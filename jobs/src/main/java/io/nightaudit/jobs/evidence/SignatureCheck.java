package io.nightaudit.jobs.evidence;

import java.io.IOException;
import java.util.List;

/** Checks the signatures of manifests by somebody's public key. */
@FunctionalInterface
public interface SignatureCheck {
  /**
   * Checks what signs one sound manifest.
   *
   * @param manifest the manifest and where it lies; a signature lies beside it, under one of {@link
   *     ManifestPaths#SIDE_FILES}
   * @return what is wrong, of the kind SIGNATURE; empty where nothing is
   */
  List<Difference> check(StoredManifest manifest, EvidenceFiles files) throws IOException;
}

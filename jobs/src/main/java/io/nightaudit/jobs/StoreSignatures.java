package io.nightaudit.jobs;

import io.nightaudit.jobs.evidence.Difference;
import io.nightaudit.jobs.evidence.EvidenceFiles;
import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.evidence.Sha256;
import io.nightaudit.jobs.evidence.SignatureCheck;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.signature.Envelope;
import io.nightaudit.jobs.signature.SignatureException;
import io.nightaudit.jobs.signature.Statement;
import io.nightaudit.jobs.signature.TimeStamp;
import io.nightaudit.jobs.signature.VerificationKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks signatures and time stamps that lie beside manifests: always that they are about their
 * manifest, and with a key that it made every signature.
 */
final class StoreSignatures implements SignatureCheck {
  private final Optional<VerificationKey> key;
  private final Optional<String> authority;

  /**
   * A check.
   *
   * @param key the key that must have signed; without one a missing signature is no difference
   * @param authority PEM text of the certificate that time stamps must come from, if one is known
   */
  StoreSignatures(Optional<VerificationKey> key, Optional<String> authority) {
    this.key = key;
    this.authority = authority;
  }

  @Override
  public List<Difference> check(StoredManifest manifest, EvidenceFiles files) throws IOException {
    String folder = manifest.path().substring(0, manifest.path().lastIndexOf('/') + 1);
    String digest = Sha256.of(files.read(manifest.path()));
    List<Difference> found = new ArrayList<>();
    signature(folder + ManifestPaths.SIGNATURE, digest, files).ifPresent(found::add);
    timeStamp(folder + ManifestPaths.TIME_STAMP, digest, files).ifPresent(found::add);
    return found;
  }

  private Optional<Difference> signature(String path, String digest, EvidenceFiles files)
      throws IOException {
    if (!files.exists(path)) {
      // The manifest that superseded another one names its digest, and signs that with itself.
      return path.contains("/" + ManifestPaths.SUPERSEDED + "/")
          ? Optional.empty()
          : key.map(wanted -> difference(path, "the manifest is not signed"));
    }
    try {
      Envelope envelope = Envelope.parse(files.read(path));
      Statement statement = Statement.parse(envelope.payload());
      if (!digest.equals(statement.subjects().get(ManifestPaths.MANIFEST))) {
        return Optional.of(difference(path, "it signs another manifest than the one beside it"));
      }
      return key.filter(wanted -> !envelope.isSignedBy(wanted))
          .map(wanted -> difference(path, notBy(wanted, envelope)));
    } catch (SignatureException e) {
      return Optional.of(difference(path, e.getMessage()));
    }
  }

  private static String notBy(VerificationKey wanted, Envelope envelope) {
    return wanted.id().equals(envelope.keyId())
        ? "the signature is not one of the key that it names"
        : "it is signed by the key %s, not by %s".formatted(envelope.keyId(), wanted.id());
  }

  private Optional<Difference> timeStamp(String path, String digest, EvidenceFiles files)
      throws IOException {
    if (!files.exists(path)) {
      return Optional.empty();
    }
    try {
      TimeStamp stamp = TimeStamp.check(files.read(path), digest, authority);
      return authority.isPresent() && !stamp.trusted()
          ? Optional.of(
              difference(
                  path, "it comes from %s, not from the one given".formatted(stamp.authority())))
          : Optional.empty();
    } catch (SignatureException e) {
      return Optional.of(difference(path, e.getMessage()));
    }
  }

  private static Difference difference(String path, String text) {
    return new Difference(Difference.Kind.SIGNATURE, path, text);
  }
}

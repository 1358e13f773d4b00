package io.nightaudit.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.Sha256;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.policy.EvidenceSettings;
import io.nightaudit.jobs.signature.ConfiguredSigner;
import io.nightaudit.jobs.signature.Envelope;
import io.nightaudit.jobs.signature.SignatureException;
import io.nightaudit.jobs.signature.Signer;
import io.nightaudit.jobs.signature.Statement;
import io.nightaudit.jobs.signature.TimeStamp;
import io.nightaudit.jobs.signature.TimeStampAuthority;
import io.nightaudit.jobs.store.ReportFiles;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Signs manifests and has them stamped, in files beside them; those that are signed and stamped
 * already keep both. A time stamp that cannot be had is told, and asked for again by the next run
 * of the night: it never fails a night.
 */
final class ManifestSigning {
  private final ReportFiles reports;
  private final EvidenceSettings settings;
  private final Consumer<String> warn;

  ManifestSigning(ReportFiles reports, EvidenceSettings settings, Consumer<String> warn) {
    this.reports = reports;
    this.settings = settings;
    this.warn = warn;
  }

  /** Signs the manifests of nights. */
  void sign(Collection<Long> nights) {
    Optional<Signer> signer = ConfiguredSigner.of(settings);
    for (long night : nights) {
      Optional<byte[]> manifest = reports.read(night, ManifestPaths.MANIFEST);
      manifest.ifPresent(
          bytes -> {
            signer.ifPresent(key -> sign(night, bytes, key));
            settings.timeStamp().ifPresent(authority -> stamp(night, bytes, authority));
          });
    }
  }

  private void sign(long night, byte[] manifest, Signer signer) {
    Statement statement = statement(night, manifest);
    if (!isSigned(night, statement, signer)) {
      Envelope envelope = Envelope.sign(Statement.PAYLOAD_TYPE, statement.bytes(), signer);
      reports.write(night, ManifestPaths.SIGNATURE, envelope.bytes());
    }
  }

  private boolean isSigned(long night, Statement statement, Signer signer) {
    Optional<byte[]> before = reports.read(night, ManifestPaths.SIGNATURE);
    try {
      return before
          .map(Envelope::parse)
          .filter(envelope -> envelope.keyId().equals(signer.keyId()))
          .filter(envelope -> envelope.isSignedBy(signer.verificationKey()))
          .filter(envelope -> Statement.parse(envelope.payload()).equals(statement))
          .isPresent();
    } catch (SignatureException damaged) {
      return false;
    }
  }

  private static Statement statement(long night, byte[] bytes) {
    LocalDate date = LocalDate.ofEpochDay(night);
    Manifest manifest =
        StoredManifest.of(ManifestPaths.manifest(date), bytes)
            .sound()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the manifest of %s is not whole; run the night again".formatted(date)));
    SortedMap<String, String> subjects = new TreeMap<>();
    subjects.put(ManifestPaths.MANIFEST, Sha256.of(bytes));
    for (NamedFile output : manifest.outputs()) {
      subjects.put(output.path(), output.sha256());
    }
    return new Statement(subjects, predicate(manifest));
  }

  private static JsonNode predicate(Manifest manifest) {
    ObjectNode predicate = JsonNodeFactory.instance.objectNode();
    predicate.put("night", manifest.night().toString());
    predicate.put("sequence", manifest.sequence());
    predicate.put("digest", manifest.link().digest());
    return predicate;
  }

  private void stamp(long night, byte[] manifest, EvidenceSettings.TimeStamps authority) {
    String digest = Sha256.of(manifest);
    try {
      if (!isStamped(night, digest)) {
        byte[] token = new TimeStampAuthority(URI.create(authority.url())).stamp(digest);
        reports.write(night, ManifestPaths.TIME_STAMP, token);
      }
    } catch (SignatureException e) {
      warn.accept(
          "%s has no time stamp: %s; run the night again to ask again"
              .formatted(LocalDate.ofEpochDay(night), e.getMessage()));
    }
  }

  private boolean isStamped(long night, String digest) {
    Optional<byte[]> token = reports.read(night, ManifestPaths.TIME_STAMP);
    try {
      return token.map(bytes -> TimeStamp.check(bytes, digest, Optional.empty())).isPresent();
    } catch (SignatureException notOfThisManifest) {
      return false;
    }
  }
}

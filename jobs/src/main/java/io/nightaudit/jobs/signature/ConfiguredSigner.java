package io.nightaudit.jobs.signature;

import io.nightaudit.jobs.policy.EvidenceSettings;
import java.util.Optional;

/** The signer that a configuration names. */
public final class ConfiguredSigner {
  private ConfiguredSigner() {}

  /**
   * The signer, none where manifests stay unsigned.
   *
   * @throws SignatureException if its key cannot be used
   */
  public static Optional<Signer> of(EvidenceSettings evidence) {
    Optional<Signer> pem =
        evidence.signingKey().map(key -> Signer.ofPem(key.reveal(), "evidence.signing-key"));
    return pem.or(() -> evidence.token().map(ConfiguredSigner::open));
  }

  private static Signer open(EvidenceSettings.Token token) {
    return TokenSigners.open(token.library(), token.slot(), token.label(), token.pin().reveal());
  }
}

package io.nightaudit.jobs.signature;

import java.security.PublicKey;

/** The public key that signatures are checked with. */
public record VerificationKey(PublicKey key) {
  /**
   * The key of a PEM text: a public key or a certificate.
   *
   * @param name what errors call it
   * @throws SignatureException if there is none in it, or one of another kind
   */
  public static VerificationKey ofPem(String pem, String name) {
    return new VerificationKey(PemKeys.publicKey(pem, name));
  }

  /** SHA-256 over the public key, in hexadecimal. */
  public String id() {
    return Signer.keyId(key);
  }
}

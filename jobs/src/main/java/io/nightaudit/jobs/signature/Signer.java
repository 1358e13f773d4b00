package io.nightaudit.jobs.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Optional;

/** Signs bytes with one key. */
public final class Signer {
  private final PrivateKey key;
  private final PublicKey publicKey;
  private final Optional<Provider> provider;

  private Signer(PrivateKey key, PublicKey publicKey, Optional<Provider> provider) {
    this.key = key;
    this.publicKey = publicKey;
    this.provider = provider;
  }

  /**
   * A signer with a private key of a PEM text.
   *
   * @param pem PKCS#8 without a password, Ed25519 or ECDSA on P-256 or P-384
   * @param name what errors call it; the key itself is never printed
   * @throws SignatureException if there is no such key in it
   */
  public static Signer ofPem(String pem, String name) {
    PemKeys.Pair pair = PemKeys.pair(pem, name);
    return new Signer(pair.privateKey(), pair.publicKey(), Optional.empty());
  }

  /** A signer with a key that stays in its store. */
  static Signer ofStore(PrivateKey key, PublicKey publicKey, Provider provider) {
    SignatureScheme.of(publicKey);
    return new Signer(key, publicKey, Optional.of(provider));
  }

  /** SHA-256 over the public key (its SubjectPublicKeyInfo), in hexadecimal. */
  public String keyId() {
    return keyId(publicKey);
  }

  /** The key that its signatures are checked with. */
  public VerificationKey verificationKey() {
    return new VerificationKey(publicKey);
  }

  static String keyId(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  byte[] sign(byte[] message) {
    String algorithm = SignatureScheme.of(publicKey).algorithm();
    try {
      Signature signature =
          provider.isPresent()
              ? Signature.getInstance(algorithm, provider.get())
              : Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new SignatureException("the key " + keyId() + " does not sign: " + e.getMessage(), e);
    }
  }

  static boolean isSignature(byte[] bytes, byte[] message, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(SignatureScheme.of(key).algorithm());
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(bytes);
    } catch (java.security.SignatureException malformed) {
      // Bytes that are no signature at all are no signature of this message either.
      return false;
    } catch (GeneralSecurityException e) {
      throw new SignatureException("the public key cannot be used: " + e.getMessage(), e);
    }
  }
}

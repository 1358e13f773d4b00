package io.nightaudit.jobs.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;

/** Signers whose key lies in a PKCS#11 token, such as a hardware security module. */
public final class TokenSigners {
  private TokenSigners() {}

  /**
   * The signer of a key in a token.
   *
   * @param library path of the token's PKCS#11 library
   * @param slot index of its slot in the library's list, from 0
   * @param alias label of the key and of its certificate
   * @param pin the token's PIN; never printed
   * @throws SignatureException if the token cannot be opened or holds no such key
   */
  public static Signer open(String library, int slot, String alias, String pin) {
    Provider base = Security.getProvider("SunPKCS11");
    if (base == null) {
      throw new SignatureException(
          "this Java has no PKCS#11 (module jdk.crypto.cryptoki); use a full JDK or a PEM key");
    }
    String settings = "--name=nightaudit\nlibrary=%s\nslotListIndex=%s\n".formatted(library, slot);
    try {
      Provider token = base.configure(settings);
      KeyStore keys = KeyStore.getInstance("PKCS11", token);
      keys.load(null, pin.toCharArray());
      return signer(keys, alias, token);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      if (e instanceof SignatureException known) {
        throw known;
      }
      throw new SignatureException(
          "the PKCS#11 token of %s, slot %s, cannot be opened (%s); check library, slot and PIN"
              .formatted(library, slot, reason(e)),
          e);
    }
  }

  private static String reason(Exception e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage();
  }

  private static Signer signer(KeyStore keys, String alias, Provider token)
      throws GeneralSecurityException {
    Certificate certificate = keys.getCertificate(alias);
    if (certificate == null || !(keys.getKey(alias, null) instanceof PrivateKey key)) {
      throw new SignatureException(
          "the PKCS#11 token holds no key with a certificate under the label '%s'; name one that it has"
              .formatted(alias));
    }
    return Signer.ofStore(key, certificate.getPublicKey(), token);
  }
}

package io.nightaudit.jobs.signature;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.util.Set;

/** The two kinds of keys, and the algorithm that each signs with. */
enum SignatureScheme {
  ED25519("Ed25519"),
  ECDSA_P256("SHA256withECDSA"),
  ECDSA_P384("SHA384withECDSA");

  private static final Set<String> EDWARDS = Set.of("Ed25519", "EdDSA");

  private final String algorithm;

  SignatureScheme(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The name that Java knows the algorithm by. */
  String algorithm() {
    return algorithm;
  }

  /**
   * The scheme of a key.
   *
   * @throws SignatureException if the key is of another kind
   */
  static SignatureScheme of(Key key) {
    if (EDWARDS.contains(key.getAlgorithm())) {
      return ED25519;
    }
    if (key.getAlgorithm().equals("EC") && key instanceof ECKey curve) {
      return ofFieldSize(curve.getParams().getCurve().getField().getFieldSize());
    }
    throw new SignatureException(
        "the key is of the kind %s; use Ed25519 or ECDSA on P-256 or P-384, as made by 'openssl genpkey -algorithm ed25519'"
            .formatted(key.getAlgorithm()));
  }

  private static SignatureScheme ofFieldSize(int bits) {
    return switch (bits) {
      case 256 -> ECDSA_P256;
      case 384 -> ECDSA_P384;
      default ->
          throw new SignatureException(
              "the key's curve has %s bits; use P-256 or P-384".formatted(bits));
    };
  }
}

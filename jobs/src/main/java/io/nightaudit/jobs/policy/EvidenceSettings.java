package io.nightaudit.jobs.policy;

import java.util.Optional;

/**
 * How a night is sealed beyond the chain of manifests.
 *
 * @param signingKey PEM text of a private key, if one signs
 * @param token the key of a PKCS#11 token, if one signs
 * @param timeStamp the time stamp authority, if one is asked
 */
public record EvidenceSettings(
    Optional<Secret> signingKey, Optional<Token> token, Optional<TimeStamps> timeStamp) {
  /** Chained and unsigned. */
  public static final EvidenceSettings NONE =
      new EvidenceSettings(Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether manifests are signed. */
  public boolean signs() {
    return signingKey.isPresent() || token.isPresent();
  }

  /**
   * A key in a PKCS#11 token.
   *
   * @param library path of its library
   * @param slot index of its slot, from 0
   * @param label of the key
   * @param pin of the token
   */
  public record Token(String library, int slot, String label, Secret pin) {}

  /**
   * A time stamp authority.
   *
   * @param url where it answers
   * @param certificate PEM text of its certificate or of its issuer's, if known
   */
  public record TimeStamps(String url, Optional<String> certificate) {}
}

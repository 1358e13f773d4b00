package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.signature.ConfiguredSigner;
import io.nightaudit.jobs.signature.SignatureException;
import java.util.List;

/** Opens the key that signs before anything else begins: a night is not to end unsigned by it. */
final class SigningCheck {
  private SigningCheck() {}

  static void check(AuditConfiguration configuration) throws ConfigurationException {
    try {
      ConfiguredSigner.of(configuration.evidence());
    } catch (SignatureException e) {
      throw new ConfigurationException(
          List.of(configuration.redaction().apply("evidence: " + e.getMessage())));
    }
  }
}

package io.nightaudit.jobs.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TokenSignersTest {
  /** A token needs hardware or SoftHSM; where one is, these say how to open it. */
  @Test
  void open_token_signsWithItsKey() throws Exception {
    String library = System.getenv("NIGHTAUDIT_TEST_PKCS11_LIBRARY");
    assumeTrue(
        library != null,
        "NIGHTAUDIT_TEST_PKCS11_LIBRARY names no PKCS#11 library; _LABEL, _PIN and _CERTIFICATE go with it");
    Signer signer =
        TokenSigners.open(
            library,
            0,
            System.getenv("NIGHTAUDIT_TEST_PKCS11_LABEL"),
            System.getenv("NIGHTAUDIT_TEST_PKCS11_PIN"));
    String certificate =
        Files.readString(Path.of(System.getenv("NIGHTAUDIT_TEST_PKCS11_CERTIFICATE")));

    Envelope envelope =
        Envelope.sign("text/plain", "night".getBytes(StandardCharsets.UTF_8), signer);

    assertThat(envelope.isSignedBy(VerificationKey.ofPem(certificate, "certificate"))).isTrue();
    assertThatThrownBy(
            () ->
                TokenSigners.open(
                    library, 0, "nobody", System.getenv("NIGHTAUDIT_TEST_PKCS11_PIN")))
        .isInstanceOf(SignatureException.class)
        .hasMessageContaining("'nobody'");
  }

  @Test
  void open_noSuchLibrary_saysWhichAndHidesThePin() {
    assertThatThrownBy(() -> TokenSigners.open("/nowhere/token.so", 0, "key", "4711"))
        .isInstanceOf(SignatureException.class)
        .hasMessageContainingAll("/nowhere/token.so", "slot 0")
        .message()
        .doesNotContain("4711");
  }
}

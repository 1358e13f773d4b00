package io.nightaudit.jobs.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {
  private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  static Stream<KeyPair> pairs() throws Exception {
    return Stream.of(Keys.ed25519(), Keys.curve("secp256r1"), Keys.curve("secp384r1"));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void sign_anyKey_isSignedByItsPublicKeyAlone(KeyPair pair) throws Exception {
    Signer signer = Signer.ofPem(Keys.privatePem(pair), "key");
    Envelope envelope = Envelope.parse(Envelope.sign("text/plain", PAYLOAD, signer).bytes());

    assertThat(envelope.payload()).isEqualTo(PAYLOAD);
    assertThat(envelope.keyId())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded())));
    assertThat(envelope.isSignedBy(VerificationKey.ofPem(Keys.publicPem(pair), "public"))).isTrue();
    assertThat(envelope.isSignedBy(VerificationKey.ofPem(Keys.publicPem(Keys.ed25519()), "other")))
        .isFalse();
    assertThat(envelope.isSignedBy(new VerificationKey(Keys.curve("secp256r1").getPublic())))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void isSignedBy_anyByteOfPayloadTypeOrSignatureChanged_isFalse(KeyPair pair) {
    VerificationKey key = new VerificationKey(pair.getPublic());
    Envelope whole =
        Envelope.sign("text/plain", PAYLOAD, Signer.ofPem(Keys.privatePem(pair), "key"));

    for (int i = 0; i < whole.signature().length; i++) {
      assertThat(
              new Envelope("text/plain", PAYLOAD, whole.keyId(), changed(whole.signature(), i))
                  .isSignedBy(key))
          .isFalse();
    }
    for (int i = 0; i < PAYLOAD.length; i++) {
      assertThat(
              new Envelope("text/plain", changed(PAYLOAD, i), whole.keyId(), whole.signature())
                  .isSignedBy(key))
          .isFalse();
    }
    assertThat(new Envelope("text/html", PAYLOAD, whole.keyId(), whole.signature()).isSignedBy(key))
        .isFalse();
  }

  private static byte[] changed(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= 1;
    return copy;
  }

  /**
   * The test vector of the DSSE protocol, secure-systems-lab/dsse protocol.md, "Test Vectors": key,
   * "hello world" and its signature, which is r and s side by side there.
   */
  @Test
  void isSignedBy_vectorOfTheProtocol_isTrue() throws Exception {
    byte[] raw =
        Base64.getDecoder()
            .decode(
                "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==");
    BigInteger r = new BigInteger(1, java.util.Arrays.copyOfRange(raw, 0, 32));
    BigInteger s = new BigInteger(1, java.util.Arrays.copyOfRange(raw, 32, 64));
    VerificationKey key = new VerificationKey(protocolKey());

    Envelope envelope =
        new Envelope(
            "http://example.com/HelloWorld",
            "hello world".getBytes(StandardCharsets.UTF_8),
            "66301bbf",
            StandardDSAEncoding.INSTANCE.encode(BigInteger.ONE.shiftLeft(256), r, s));

    assertThat(envelope.isSignedBy(key)).isTrue();
  }

  private static PublicKey protocolKey() throws Exception {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point =
        new ECPoint(
            new BigInteger(
                "46950820868899156662930047687818585632848591499744589407958293238635476079160"),
            new BigInteger(
                "5640078356564379163099075877009565129882514886557779369047442380624545832820"));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  @Test
  void ofPem_formOfOpenssl_isTheSameKey() throws Exception {
    KeyPair pair = Keys.curve("secp256r1");

    assertThat(Signer.ofPem(Keys.opensslPem(pair), "key").keyId())
        .isEqualTo(Signer.ofPem(Keys.privatePem(pair), "key").keyId());
  }

  @Test
  void ofPem_wrongKeys_sayWhatToDo() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair rsa = generator.generateKeyPair();

    assertThatThrownBy(() -> Signer.ofPem(Keys.privatePem(rsa), "key"))
        .isInstanceOf(SignatureException.class)
        .hasMessageContainingAll("RSA", "Ed25519", "openssl");
    assertThatThrownBy(() -> Signer.ofPem(Keys.privatePem(Keys.curve("secp521r1")), "key"))
        .hasMessageContainingAll("521", "P-256");
    assertThatThrownBy(() -> Signer.ofPem(Keys.publicPem(Keys.ed25519()), "evidence.signing-key"))
        .hasMessageContainingAll("evidence.signing-key", "no private key");
    assertThatThrownBy(() -> Signer.ofPem("nothing", "key")).hasMessageContaining("no PEM text");
    assertThatThrownBy(() -> VerificationKey.ofPem(Keys.privatePem(Keys.ed25519()), "key.pem"))
        .hasMessageContainingAll("key.pem", "no public key");
  }

  @Test
  void parse_whatIsNoEnvelope_saysWhy() {
    assertThatThrownBy(() -> Envelope.parse("[".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SignatureException.class)
        .hasMessageContaining("no JSON");
    assertThatThrownBy(() -> Envelope.parse("{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("0 signatures");
    String noBase64 =
        "{\"payloadType\":\"a\",\"payload\":\"?\",\"signatures\":[{\"keyid\":\"\",\"sig\":\"\"}]}";
    assertThatThrownBy(() -> Envelope.parse(noBase64.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContainingAll("payload", "base64");
  }

  @Test
  void statement_parsed_isWhatWasWritten() throws Exception {
    Statement statement =
        new Statement(
            new TreeMap<>(Map.of("report.json", "aa", "manifest.json", "bb")),
            new ObjectMapper().readTree("{\"sequence\":3}"));

    Statement read = Statement.parse(statement.bytes());

    assertThat(read).isEqualTo(statement);
    assertThat(new String(statement.bytes(), StandardCharsets.UTF_8))
        .startsWith("{\"_type\":\"https://in-toto.io/Statement/v1\"");
    assertThatThrownBy(() -> Statement.parse("{\"_type\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SignatureException.class)
        .hasMessageContaining("'x'");
  }
}

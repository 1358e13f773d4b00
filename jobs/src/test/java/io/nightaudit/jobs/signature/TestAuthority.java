package io.nightaudit.jobs.signature;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time stamp authority whose clock stands still. */
public final class TestAuthority {
  static final Instant TIME = Instant.parse("2026-11-23T04:00:00Z");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2046-01-01T00:00:00Z");

  private final KeyPair keys;
  private final X509CertificateHolder certificate;

  public TestAuthority() throws Exception {
    keys = Keys.curve("secp256r1");
    X500Name name = new X500Name("CN=Time");
    certificate =
        new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(FROM), Date.from(UNTIL), name, keys.getPublic())
            .addExtension(
                Extension.extendedKeyUsage,
                true,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
  }

  public String certificate() throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(certificate);
    }
    return text.toString();
  }

  static byte[] question(String sha256) throws IOException {
    return new TimeStampRequestGenerator()
        .generate(NISTObjectIdentifiers.id_sha256, HexFormat.of().parseHex(sha256), BigInteger.TEN)
        .getEncoded();
  }

  public byte[] answer(byte[] question) throws IOException {
    try {
      TimeStampTokenGenerator generator =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", keys.getPrivate(), certificate),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(
                      new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                          NISTObjectIdentifiers.id_sha256)),
              new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      return new TimeStampResponseGenerator(generator, TSPAlgorithms.ALLOWED)
          .generate(new TimeStampRequest(question), BigInteger.TWO, Date.from(TIME))
          .getEncoded();
    } catch (TSPException | OperatorException | java.security.cert.CertificateException e) {
      throw new IOException(e);
    }
  }
}

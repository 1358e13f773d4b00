package io.nightaudit.jobs.signature;

import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * An RFC 3161 time stamp: somebody else's word that a digest existed at a time.
 *
 * @param time when, by that authority's clock
 * @param authority subject of the certificate that it was signed with
 * @param trusted whether that certificate is the given one, or was issued by it
 */
public record TimeStamp(Instant time, String authority, boolean trusted) {
  /**
   * Checks a token.
   *
   * @param token its bytes (DER)
   * @param sha256 the digest that it must be about, in hexadecimal
   * @param authority PEM text of the certificate of the authority or of its issuer, if one is known
   * @throws SignatureException if it is no token, of another digest, or its signature is wrong
   */
  public static TimeStamp check(byte[] token, String sha256, Optional<String> authority) {
    TimeStampToken parsed = parse(token);
    checkImprint(parsed, sha256);
    try {
      X509CertificateHolder certificate = certificate(parsed);
      parsed.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
      return new TimeStamp(
          parsed.getTimeStampInfo().getGenTime().toInstant(),
          certificate.getSubject().toString(),
          authority.isPresent() && isTrusted(certificate, authority.get()));
    } catch (SignatureException known) {
      throw known;
    } catch (TSPException | OperatorCreationException | CertificateException | RuntimeException e) {
      // The parser answers some malformed bytes with exceptions of the language.
      throw new SignatureException("the time stamp does not hold: " + e.getMessage(), e);
    }
  }

  private static TimeStampToken parse(byte[] token) {
    try {
      return new TimeStampToken(new CMSSignedData(token));
    } catch (CMSException | TSPException | IOException | RuntimeException e) {
      throw new SignatureException("the time stamp cannot be read: " + e.getMessage(), e);
    }
  }

  private static void checkImprint(TimeStampToken token, String sha256) {
    boolean same =
        token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
            && Arrays.equals(
                token.getTimeStampInfo().getMessageImprintDigest(),
                HexFormat.of().parseHex(sha256));
    if (!same) {
      throw new SignatureException("the time stamp is about something else");
    }
  }

  private static X509CertificateHolder certificate(TimeStampToken token) {
    Collection<X509CertificateHolder> all = token.getCertificates().getMatches(null);
    return all.stream()
        .filter(token.getSID()::match)
        .findFirst()
        .orElseThrow(
            () ->
                new SignatureException(
                    "the time stamp has no certificate of its authority; ask for one with it"));
  }

  private static boolean isTrusted(X509CertificateHolder certificate, String pem)
      throws CertificateException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      if (!(parser.readObject() instanceof X509CertificateHolder known)) {
        throw new SignatureException("the time stamp authority's file holds no certificate");
      }
      return known.equals(certificate) || isIssuedBy(certificate, known);
    } catch (IOException e) {
      throw new SignatureException("the authority's certificate is no PEM text", e);
    }
  }

  private static boolean isIssuedBy(X509CertificateHolder certificate, X509CertificateHolder issuer)
      throws CertificateException {
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    X509Certificate ours = converter.getCertificate(certificate);
    try {
      ours.verify(converter.getCertificate(issuer).getPublicKey());
      return true;
    } catch (java.security.GeneralSecurityException notByThisOne) {
      return false;
    }
  }
}

package io.nightaudit.jobs.signature;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Keys as PEM text, as OpenSSL and others write them. */
final class PemKeys {
  private static final JcaPEMKeyConverter CONVERTER = new JcaPEMKeyConverter();

  private PemKeys() {}

  /** A private key with the public one that belongs to it. */
  record Pair(PrivateKey privateKey, PublicKey publicKey) {}

  /** The key pair of a private key: PKCS#8, or the older form of OpenSSL. */
  static Pair pair(String pem, String name) {
    Object found = first(pem, name);
    try {
      if (found instanceof PrivateKeyInfo info) {
        return pair(info);
      }
      if (found instanceof PEMKeyPair keys) {
        return pair(keys.getPrivateKeyInfo());
      }
    } catch (IOException e) {
      throw new SignatureException(name + " holds a key that cannot be read: " + e.getMessage(), e);
    }
    throw new SignatureException(
        name
            + " holds no private key without a password; write one with 'openssl pkcs8 -topk8 -nocrypt'");
  }

  private static Pair pair(PrivateKeyInfo info) throws IOException {
    PrivateKey key = CONVERTER.getPrivateKey(info);
    SignatureScheme.of(key);
    SubjectPublicKeyInfo open =
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
            open(PrivateKeyFactory.createKey(info)));
    return new Pair(key, CONVERTER.getPublicKey(open));
  }

  private static AsymmetricKeyParameter open(AsymmetricKeyParameter secret) {
    if (secret instanceof Ed25519PrivateKeyParameters edwards) {
      return edwards.generatePublicKey();
    }
    ECPrivateKeyParameters curve = (ECPrivateKeyParameters) secret;
    return new ECPublicKeyParameters(
        new FixedPointCombMultiplier().multiply(curve.getParameters().getG(), curve.getD()),
        curve.getParameters());
  }

  /** The public key of a public key or of a certificate. */
  static PublicKey publicKey(String pem, String name) {
    Object found = first(pem, name);
    try {
      PublicKey key;
      if (found instanceof SubjectPublicKeyInfo info) {
        key = CONVERTER.getPublicKey(info);
      } else if (found instanceof X509CertificateHolder certificate) {
        key = CONVERTER.getPublicKey(certificate.getSubjectPublicKeyInfo());
      } else {
        throw new SignatureException(
            name + " holds no public key and no certificate; 'openssl pkey -pubout' writes one");
      }
      SignatureScheme.of(key);
      return key;
    } catch (IOException e) {
      throw new SignatureException(name + " holds a key that cannot be read: " + e.getMessage(), e);
    }
  }

  /** The first object of a text; OpenSSL writes the parameters of a curve before its key. */
  private static Object first(String pem, String name) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      Object next = parser.readObject();
      while (next instanceof org.bouncycastle.asn1.ASN1ObjectIdentifier) {
        next = parser.readObject();
      }
      if (next == null) {
        throw new SignatureException(name + " is no PEM text; it begins with -----BEGIN");
      }
      return next;
    } catch (IOException e) {
      throw new SignatureException(name + " is no PEM text: " + e.getMessage(), e);
    }
  }
}

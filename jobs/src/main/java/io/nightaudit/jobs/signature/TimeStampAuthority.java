package io.nightaudit.jobs.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** A time stamp authority that answers over HTTP (RFC 3161, section 3.4). */
public final class TimeStampAuthority {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int NONCE_BITS = 64;

  private final URI address;

  /**
   * An authority.
   *
   * @param address where it answers, http or https
   */
  public TimeStampAuthority(URI address) {
    this.address = address;
  }

  /**
   * Asks for a time stamp of a digest and checks the answer.
   *
   * @param sha256 the digest, in hexadecimal
   * @return the token (DER)
   * @throws SignatureException if there is no answer within 20 seconds, a refusal, or an answer to
   *     another question
   */
  public byte[] stamp(String sha256) {
    TimeStampRequest request = request(sha256);
    try {
      TimeStampResponse response = new TimeStampResponse(send(request.getEncoded()));
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new SignatureException(
            "%s gave no time stamp: %s".formatted(address, response.getStatusString()));
      }
      return response.getTimeStampToken().getEncoded();
    } catch (TSPException e) {
      throw new SignatureException(
          "%s answers with no time stamp of ours: %s".formatted(address, e.getMessage()), e);
    } catch (IOException e) {
      throw new SignatureException(
          "%s cannot be reached or understood: %s".formatted(address, e), e);
    }
  }

  private static TimeStampRequest request(String sha256) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    // The nonce ties the answer to this question; it reaches no table and no report.
    BigInteger nonce = new BigInteger(NONCE_BITS, new SecureRandom());
    return generator.generate(
        NISTObjectIdentifiers.id_sha256, HexFormat.of().parseHex(sha256), nonce);
  }

  private byte[] send(byte[] request) throws IOException {
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .timeout(LIMIT)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
            .build();
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newBuilder()
              .connectTimeout(LIMIT)
              .build()
              .send(post, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("HTTP status " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the answer", e);
    }
  }
}

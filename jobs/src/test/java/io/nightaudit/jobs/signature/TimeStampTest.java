package io.nightaudit.jobs.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeStampTest {
  private static final String DIGEST = "ab".repeat(32);

  @Test
  void stamp_authorityAnswers_isAboutTheDigest() throws Exception {
    TestAuthority authority = new TestAuthority();
    try (Served served = new Served(authority::answer)) {
      byte[] token = new TimeStampAuthority(served.address()).stamp(DIGEST);

      TimeStamp stamp = TimeStamp.check(token, DIGEST, Optional.of(authority.certificate()));
      assertThat(stamp.time()).isEqualTo(TestAuthority.TIME);
      assertThat(stamp.authority()).contains("CN=Time");
      assertThat(stamp.trusted()).isTrue();
      assertThat(TimeStamp.check(token, DIGEST, Optional.empty()).trusted()).isFalse();
      assertThat(
              TimeStamp.check(token, DIGEST, Optional.of(new TestAuthority().certificate()))
                  .trusted())
          .isFalse();
      assertThatThrownBy(() -> TimeStamp.check(token, "cd".repeat(32), Optional.empty()))
          .isInstanceOf(SignatureException.class)
          .hasMessageContaining("something else");
    }
  }

  /**
   * Of every byte of a token: either it cannot be read, or its signature is wrong, or it says the
   * same.
   */
  @Test
  void check_anyByteChanged_neverSaysAnotherTime() throws Exception {
    TestAuthority authority = new TestAuthority();
    try (Served served = new Served(authority::answer)) {
      byte[] token = new TimeStampAuthority(served.address()).stamp(DIGEST);
      int refused = 0;
      for (int i = 0; i < token.length; i++) {
        byte[] changed = token.clone();
        changed[i] ^= 1;
        try {
          assertThat(TimeStamp.check(changed, DIGEST, Optional.empty()).time())
              .isEqualTo(TestAuthority.TIME);
        } catch (SignatureException expected) {
          refused++;
        }
      }
      assertThat(refused).isGreaterThan(token.length / 2);
    }
  }

  @Test
  void stamp_answerToAnotherQuestion_isRefused() throws Exception {
    TestAuthority authority = new TestAuthority();
    byte[] old = authority.answer(TestAuthority.question("cd".repeat(32)));
    try (Served served = new Served(question -> old)) {
      assertThatThrownBy(() -> new TimeStampAuthority(served.address()).stamp(DIGEST))
          .isInstanceOf(SignatureException.class)
          .hasMessageContaining("no time stamp of ours");
    }
  }

  @Test
  void stamp_nobodyThere_saysTheAddress() throws Exception {
    URI address;
    try (Served served = new Served(question -> new byte[0])) {
      address = served.address();
    }
    assertThatThrownBy(() -> new TimeStampAuthority(address).stamp(DIGEST))
        .isInstanceOf(SignatureException.class)
        .hasMessageContaining(address.toString());
  }

  private interface Answer {
    byte[] to(byte[] question) throws IOException;
  }

  /** An authority that answers on the loopback address. */
  private static final class Served implements AutoCloseable {
    private final HttpServer server;

    Served(Answer answer) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            byte[] reply = answer.to(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
          });
      server.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}

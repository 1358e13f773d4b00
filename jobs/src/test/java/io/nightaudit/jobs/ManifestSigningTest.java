package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.signature.Keys;
import io.nightaudit.jobs.signature.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that is signed and stamped, and the check of both. */
class ManifestSigningTest {
  private static final String NIGHT = SealedStore.night(4).toString();

  @TempDir private Path folder;

  @Test
  void sign_night_isFoundByItsKeyAndBroughtToLightWhereItIsNot() throws Exception {
    Path store = SealedStore.shared().copy(folder.resolve("store"));
    KeyPair keys = Keys.ed25519();
    Path secret = Files.writeString(folder.resolve("key.pem"), Keys.privatePem(keys));
    Path open = Files.writeString(folder.resolve("key.pub.pem"), Keys.publicPem(keys));
    Path other = Files.writeString(folder.resolve("other.pem"), Keys.publicPem(Keys.ed25519()));
    TestAuthority authority = new TestAuthority();
    Path certificate = Files.writeString(folder.resolve("time.pem"), authority.certificate());
    HttpServer server = serve(authority);
    try {
      Audit signed =
          SealedStore.shared()
              .run(
                  store,
                  4,
                  4,
                  "--set=policy.minimum-rows=30",
                  "--set=evidence.signing-key=" + secret,
                  "--set=evidence.time-stamp.url=http://127.0.0.1:"
                      + server.getAddress().getPort()
                      + "/");
      assertThat(signed.status()).as(signed.err()).isZero();
    } finally {
      server.stop(0);
    }

    assertThat(
            verify(
                store,
                "--from=" + NIGHT,
                "--public-key=" + open,
                "--time-stamp-certificate=" + certificate))
        .satisfies(audit -> assertThat(audit.status()).as(audit.out()).isZero());
    assertThat(verify(store, "--public-key=" + other).out())
        .contains("signature", ManifestPaths.SIGNATURE, "not by");
    assertThat(verify(store, "--public-key=" + secret).status()).isEqualTo(2);
    assertThat(verify(store, "--night=2026-11-03", "--public-key=" + open).out())
        .contains("2026-11-03/manifest.dsse.json", "not signed");
    Path report = store.resolve("reports/" + NIGHT);
    change(report.resolve(ManifestPaths.TIME_STAMP), 200);
    assertThat(verify(store).out()).contains(NIGHT + "/manifest.tsr");
    Files.delete(report.resolve(ManifestPaths.TIME_STAMP));
    Files.copy(
        store.resolve("reports/2026-11-03/manifest.json"),
        report.resolve(ManifestPaths.MANIFEST),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(verify(store).status()).isEqualTo(6);
  }

  @Test
  void sign_keyOrAuthorityThatCannotBeUsed_saysSoAndNeverFailsTheNightForTheSecond()
      throws Exception {
    Path store = SealedStore.shared().copy(folder.resolve("store"));
    Path broken = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n");

    Audit refused = SealedStore.shared().run(store, 4, 4, "--set=evidence.signing-key=" + broken);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("evidence.signing-key", "nothing was written");

    Audit unstamped =
        SealedStore.shared()
            .run(
                store,
                4,
                4,
                "--set=policy.minimum-rows=30",
                "--set=evidence.time-stamp.url=http://127.0.0.1:1/");
    assertThat(unstamped.status()).as(unstamped.err()).isZero();
    assertThat(unstamped.err()).contains(NIGHT + " has no time stamp", "run the night again");
    assertThat(verify(store).status()).isZero();
  }

  private static HttpServer serve(TestAuthority authority) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] reply = authority.answer(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static Audit verify(Path store, String... more) {
    return Audit.run(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("verify", "--store=" + store),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new));
  }

  private static void change(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}

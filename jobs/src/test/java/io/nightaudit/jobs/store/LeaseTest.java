package io.nightaudit.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  private static final Instant NOW = Instant.parse("2026-03-29T03:00:00Z");

  @TempDir private java.nio.file.Path folder;
  private StoreFiles files;

  @BeforeEach
  void files() throws IOException {
    files = StoreFiles.of(new Path(URI.create("file:///")), new Configuration());
  }

  private Lease take(Instant now) {
    return Lease.take(files, new Path(folder.toUri()), Clock.fixed(now, ZoneOffset.UTC));
  }

  private void renewedAt(Instant instant) throws IOException {
    Files.setLastModifiedTime(folder.resolve(Lease.NAME), FileTime.from(instant));
  }

  @Test
  void take_whileHeld_isRefused() throws IOException {
    try (Lease lease = take(NOW)) {
      renewedAt(NOW);
      assertThatThrownBy(() -> take(NOW.plus(Lease.EXPIRES).minusSeconds(1)))
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("2026-03-29T03:00:00Z")
          .hasMessageContaining("2026-03-29T03:02:00Z");
      assertThatCode(lease::requireHeld).doesNotThrowAnyException();
    }
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void take_afterItExpired_takesOver() throws IOException {
    Lease dead = take(NOW);
    renewedAt(NOW);
    try (Lease lease = take(NOW.plus(Lease.EXPIRES))) {
      dead.renew();
      assertThatThrownBy(dead::requireHeld)
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("taken over");
      dead.close();
      lease.renew();
      assertThatCode(lease::requireHeld).doesNotThrowAnyException();
      assertThat(folder.toFile().list()).containsExactly(Lease.NAME);
    }
  }

  @Test
  void renew_movesTheTime() throws IOException {
    try (Lease lease = take(NOW)) {
      renewedAt(NOW.minusSeconds(1000));
      lease.renew();
      assertThat(Files.getLastModifiedTime(folder.resolve(Lease.NAME)).toInstant())
          .isAfter(NOW.minusSeconds(1000));
    }
  }
}

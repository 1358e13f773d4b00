package io.nightaudit.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A lock for file systems without locks: a file that is renewed while its run lives and that may be
 * taken over once it has not been renewed for two minutes.
 */
final class Lease implements StoreLock {
  static final String NAME = ".lease";
  static final Duration EXPIRES = Duration.ofMinutes(2);
  private static final Duration RENEWAL = Duration.ofSeconds(20);

  private final StoreFiles files;
  private final Path file;
  private final String holder = UUID.randomUUID().toString();
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(Lease::daemon);
  private final Clock clock;
  private volatile Instant renewed;
  private volatile boolean lost;

  private Lease(StoreFiles files, Path store, Clock clock) {
    this.files = files;
    this.clock = clock;
    this.renewed = clock.instant();
    this.file = new Path(store, NAME);
  }

  static Lease take(StoreFiles files, Path store, Clock clock) {
    Lease lease = new Lease(files, store, clock);
    try {
      lease.take(store);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take the lease " + lease.file, e);
    }
    long seconds = RENEWAL.toSeconds();
    lease.renewal.scheduleWithFixedDelay(lease::renew, seconds, seconds, TimeUnit.SECONDS);
    return lease;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "lease-of-the-store");
    thread.setDaemon(true);
    return thread;
  }

  private void take(Path store) throws IOException {
    Optional<FileStatus> held = files.status(file);
    if (held.isPresent()) {
      Instant written = Instant.ofEpochMilli(held.get().getModificationTime());
      if (written.plus(EXPIRES).isAfter(clock.instant())) {
        throw busy(store, written);
      }
      files.delete(file);
    }
    try {
      files.create(file, holder);
    } catch (FileAlreadyExistsException e) {
      throw busy(store, clock.instant());
    }
    if (!isMine()) {
      throw busy(store, clock.instant());
    }
  }

  private static StoreBusyException busy(Path store, Instant renewed) {
    return StoreBusyException.heldSince(
        store.toString(),
        renewed + " at least",
        "if it is dead, try again once " + renewed.plus(EXPIRES) + " has passed");
  }

  private boolean isMine() throws IOException {
    return files.exists(file) && files.read(file).equals(holder);
  }

  /** Writes the lease again; a failure is tried again until another run may have taken over. */
  void renew() {
    try {
      if (isMine()) {
        files.replace(file, holder);
        renewed = clock.instant();
      } else {
        lost = true;
      }
    } catch (IOException e) {
      lost = expired();
    }
  }

  private boolean expired() {
    return clock.instant().isAfter(renewed.plus(EXPIRES));
  }

  @Override
  public void requireHeld() {
    if (lost) {
      throw new StoreBusyException(
          "another run has taken over the lease " + file + "; wait for it and run again");
    }
  }

  @Override
  public void close() {
    renewal.shutdownNow();
    try {
      if (isMine()) {
        files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give back the lease " + file, e);
    }
  }
}

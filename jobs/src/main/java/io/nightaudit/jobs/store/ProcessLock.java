package io.nightaudit.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A lock on a local file: the operating system frees it when the process ends, however it ends. */
final class ProcessLock implements StoreLock {
  static final String NAME = ".lock";

  /**
   * Locks of this process, asked before the file is opened: closing a second channel of a file
   * would free the lock of the first.
   */
  private static final ConcurrentMap<Path, String> HELD = new ConcurrentHashMap<>();

  private final Path store;
  private final FileChannel channel;

  private ProcessLock(Path store, FileChannel channel) {
    this.store = store;
    this.channel = channel;
  }

  static ProcessLock take(Path folder, Clock clock) {
    Path store = real(folder);
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    String held = HELD.putIfAbsent(store, now);
    if (held != null) {
      throw busy(store, held);
    }
    try {
      return new ProcessLock(store, locked(store, now));
    } catch (RuntimeException notLocked) {
      HELD.remove(store);
      throw notLocked;
    }
  }

  private static FileChannel locked(Path store, String now) {
    Path file = store.resolve(NAME);
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw busy(store, Files.readString(file));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(now.getBytes(StandardCharsets.UTF_8)), 0);
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock the store with " + file, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the store " + folder, e);
    }
  }

  private static StoreBusyException busy(Path store, String since) {
    return StoreBusyException.heldSince(
        store.toString(),
        since.isBlank() ? "a moment ago" : since,
        "end its process: the store is free as soon as that has ended");
  }

  @Override
  public void requireHeld() {
    if (!channel.isOpen()) {
      throw new StoreException("the store " + store + " is closed; open it again");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot free the store " + store, e);
    } finally {
      HELD.remove(store);
    }
  }
}

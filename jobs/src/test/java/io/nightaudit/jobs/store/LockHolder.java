package io.nightaudit.jobs.store;

import java.nio.file.Path;
import java.time.Clock;

/** A process of its own that holds a store until it is killed. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (ProcessLock lock = ProcessLock.take(Path.of(arguments[0]), Clock.systemUTC())) {
      lock.requireHeld();
      System.out.println("held");
      Thread.sleep(120_000);
    }
  }
}

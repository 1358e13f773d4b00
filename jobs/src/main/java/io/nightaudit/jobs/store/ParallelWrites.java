package io.nightaudit.jobs.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;

/** Runs independent commits side by side: each waits more than it computes. */
final class ParallelWrites {
  private static final int THREADS = 3;

  private final SparkSession spark;
  private final String verb;

  ParallelWrites(SparkSession spark) {
    this(spark, "write");
  }

  private ParallelWrites(SparkSession spark, String verb) {
    this.spark = spark;
    this.verb = verb;
  }

  /** The same for reads. */
  static ParallelWrites ofReads(SparkSession spark) {
    return new ParallelWrites(spark, "read");
  }

  /** Runs all; every write has ended when this returns or throws. */
  void run(List<Runnable> writes) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Runnable write : writes) {
        running.add(threads.submit(() -> inSession(write)));
      }
      await(running);
    } finally {
      threads.shutdown();
    }
  }

  private void inSession(Runnable write) {
    SparkSession.setActiveSession(spark);
    write.run();
  }

  private void await(List<Future<?>> running) {
    StoreException failure = null;
    for (Future<?> write : running) {
      try {
        write.get();
      } catch (ExecutionException e) {
        failure = join(failure, e.getCause());
      } catch (InterruptedException e) {
        running.forEach(each -> each.cancel(true));
        Thread.currentThread().interrupt();
        throw new StoreException("interrupted while the store was in use", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private StoreException join(StoreException first, Throwable next) {
    if (first == null) {
      return next instanceof StoreException known
          ? known
          : new StoreException("cannot %s the store: %s".formatted(verb, next.getMessage()), next);
    }
    first.addSuppressed(next);
    return first;
  }
}

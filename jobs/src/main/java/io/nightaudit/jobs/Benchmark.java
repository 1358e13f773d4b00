package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.NightInteractions;
import io.nightaudit.jobs.archive.NightReader;
import io.nightaudit.jobs.benchmark.BareScan;
import io.nightaudit.jobs.benchmark.BenchmarkArchive;
import io.nightaudit.jobs.benchmark.LiveHeap;
import io.nightaudit.jobs.benchmark.OldFolder;
import io.nightaudit.jobs.benchmark.Timings;
import io.nightaudit.jobs.cli.BenchmarkRequest;
import io.nightaudit.jobs.cli.BenchmarkRun;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.RunRequest;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.profile.Profiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/**
 * Measures a night against the bare scan of the same archive, in turns in one process, so that the
 * ratio holds on a busy machine too.
 */
final class Benchmark implements BenchmarkRun {
  private static final String CONFIGURATION = "nightaudit.yaml";
  private static final String SCAN = "bare scan";
  private static final String ARCHIVE = "  archive: files, counts, keys";
  private static final String PASS = "  profile: the pass and merge";

  @Override
  public int run(BenchmarkRequest request) throws ConfigurationException {
    boolean made = request.configuration().isEmpty();
    BenchmarkArchive archive =
        new BenchmarkArchive(request.rows(), request.textBytes(), Math.max(20, request.slices()));
    AuditConfiguration configuration =
        made ? configuration(request, archive) : request.configuration().get();
    List<LocalDate> nights = made ? List.of(BenchmarkArchive.NIGHT) : request.nights();
    SparkSession spark = Sessions.open(Optional.empty());
    if (made) {
      write(spark, archive, request.folder());
    }
    try (LiveHeap heap = new LiveHeap()) {
      new Rounds(spark, configuration, nights, request).run(heap);
    }
    return ExitStatus.DONE.code();
  }

  private static AuditConfiguration configuration(
      BenchmarkRequest request, BenchmarkArchive archive) throws ConfigurationException {
    Path file = request.folder().resolve(CONFIGURATION);
    try (InputStream sample = BenchmarkArchive.class.getResourceAsStream(CONFIGURATION)) {
      Files.createDirectories(request.folder());
      Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + request.folder(), e);
    }
    List<String> settings = new ArrayList<>();
    settings.add("archive.path=" + request.folder().resolve(archive.name()));
    if (request.slices() > 0) {
      settings.add("slices.levels=[[app_name], [customer]]");
      settings.add("slices.cap=" + request.slices());
    }
    return ConfigurationFile.read(file, settings);
  }

  private static void write(SparkSession spark, BenchmarkArchive archive, Path folder) {
    Path target = folder.resolve(archive.name());
    // Spark writes this file last, so an archive that was cut off is written again.
    if (!Files.exists(target.resolve("dt=" + BenchmarkArchive.NIGHT).resolve("_SUCCESS"))) {
      System.err.println("Making an archive of " + archive.rows() + " interactions in " + target);
      OldFolder.delete(target);
      archive.write(spark, target.toString());
    }
  }

  /** The rounds of one run. */
  private record Rounds(
      SparkSession spark,
      AuditConfiguration configuration,
      List<LocalDate> nights,
      BenchmarkRequest request) {

    void run(LiveHeap heap) {
      Timings timings = new Timings();
      long rows = 0;
      long bytes = 0;
      for (int round = 0; round <= request.rounds(); round++) {
        if (round == 1) {
          timings.begin();
        }
        bytes = scan(timings);
        rows = profile(timings);
        night(timings);
        System.err.println("Round " + round + " of " + request.rounds() + " is done");
      }
      System.out.printf(
          Locale.ROOT,
          "%,d interactions of %d nights, %,d MB of text and keys, %d cores, %,d MB of heap%n%n",
          rows,
          nights.size(),
          bytes / 1_000_000,
          spark.sparkContext().defaultParallelism(),
          Runtime.getRuntime().maxMemory() >> 20);
      System.out.print(timings.table(SCAN));
      System.out.printf(
          Locale.ROOT, "%nMost heap after a collection: %,d MB%n", heap.peakBytes() >> 20);
    }

    private long scan(Timings timings) {
      NightReader reader = new NightReader(spark, configuration.archive());
      List<BareScan> scans =
          nights.stream()
              .map(night -> new BareScan(spark, reader.read(night).interactions()))
              .toList();
      long begin = System.nanoTime();
      long bytes = scans.stream().mapToLong(BareScan::run).sum();
      timings.add(SCAN, since(begin));
      return bytes;
    }

    private long profile(Timings timings) {
      double reading = 0;
      double profiling = 0;
      long rows = 0;
      for (LocalDate night : nights) {
        long begin = System.nanoTime();
        NightInteractions interactions =
            new NightReader(spark, configuration.archive()).read(night);
        reading += since(begin);
        begin = System.nanoTime();
        if (interactions.coverage().rowsKept() > 0) {
          new Profiler(configuration)
              .profile(night, interactions.schema(), interactions.interactions())
              .release();
        }
        profiling += since(begin);
        rows += interactions.coverage().rowsKept();
      }
      timings.add("stages 1 and 2", reading + profiling);
      timings.add(ARCHIVE, reading);
      timings.add(PASS, profiling);
      return rows;
    }

    private void night(Timings timings) {
      Path store = request.folder().resolve("store");
      OldFolder.delete(store);
      LocalDate last = nights.get(nights.size() - 1);
      RunRequest run =
          new RunRequest(nights.get(0), last, Optional.empty(), Optional.empty(), false, false);
      long begin = System.nanoTime();
      new NightlyRun().run(configuration.withStore(store.toString()), run);
      timings.add("whole night, all stages", since(begin));
    }

    private static double since(long begin) {
      return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    }
  }
}

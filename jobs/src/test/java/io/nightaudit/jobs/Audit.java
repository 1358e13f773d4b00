package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.NightauditCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * A run of the command line, here or in a process of its own.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
record Audit(int status, String out, String err) {
  private static final int RUNS_REMEMBERED = 4;
  private static int runs;

  /** Runs a command in this process, in the session of the tests. */
  static synchronized Audit run(String... arguments) {
    TestSpark.session();
    forgetOldTables();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.err;
    try (PrintStream captured = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      System.setErr(captured);
      int status =
          new NightauditCommand(new SparkJobs()).execute(writer(out), writer(err), arguments);
      return new Audit(status, text(out), text(err));
    } finally {
      System.setErr(before);
    }
  }

  /** Delta keeps what it knows of every table for an hour: of hundreds of stores, too much. */
  private static void forgetOldTables() {
    if (runs++ % RUNS_REMEMBERED == 0) {
      DeltaLog.clearCache();
    }
  }

  /** Runs a range of nights of the sample, 1 being the first. */
  static Audit nights(SampleArchive archive, Path store, int from, int to) {
    return run(
        "run",
        "--config=" + archive.configuration(),
        "--store=" + store,
        "--from=" + SampleNight.date(from),
        "--to=" + SampleNight.date(to));
  }

  /** Runs a command in another process with further flags of the virtual machine. */
  static Audit elsewhere(Path folder, List<String> flags, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new Audit(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private static PrintWriter writer(ByteArrayOutputStream bytes) {
    return new PrintWriter(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

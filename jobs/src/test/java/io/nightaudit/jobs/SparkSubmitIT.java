package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shaded jar under a Spark that has nothing of Nightaudit, as a cluster's machine has it. */
class SparkSubmitIT {
  private static final long SECONDS = 120;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    SmallArchive.write(folder.resolve("archive"));
    Files.writeString(
        folder.resolve("nightaudit.yaml"),
        """
        system: spark-submit
        archive:
          path: archive
          columns:
            interaction_id: id
            start_time: served_at
            prompt: prompt
            answer: answer
            request_model: model
        """);
  }

  @Test
  void submit_threeNights_writesTheirReportsAndExitsWith0() throws Exception {
    Ended ended = submit("run", "--from", "2026-11-02", "--to", "2026-11-04");

    assertThat(ended.status()).as(ended.output()).isZero();
    for (String night : List.of("2026-11-02", "2026-11-03", "2026-11-04")) {
      assertThat(report(night, "verdict.json")).content().contains("\"night\": \"" + night + "\"");
      assertThat(report(night, "report.html")).isNotEmptyFile();
      assertThat(report(night, "report.pdf")).doesNotExist();
    }
    assertThat(ended.output())
        .containsOnlyOnce("report.pdf is not written")
        .contains("--packages io.github.openhtmltopdf:openhtmltopdf-pdfbox:");
  }

  @Test
  void submit_missingNight_exitsWith3AndReportsIt() throws Exception {
    Ended ended = submit("run", "--night", "2026-11-05");

    assertThat(ended.status()).as(ended.output()).isEqualTo(3);
    assertThat(report("2026-11-05", "verdict.json")).content().contains("INCONCLUSIVE");
  }

  @Test
  void submit_brokenConfiguration_exitsWith2AndWritesNothing() throws Exception {
    Ended ended = submit("run", "--night", "2026-11-02", "--set", "archive.pth=elsewhere");

    assertThat(ended.status()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).contains("archive.path");
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void shadedJar_entries_holdNothingThatSparkHasOrThatLiesBeside() throws Exception {
    try (JarFile jar = new JarFile(shaded().toFile())) {
      List<String> names = jar.stream().map(entry -> entry.getName()).toList();

      assertThat(names).contains("META-INF/LICENSE", "META-INF/NOTICE");
      assertThat(names).noneMatch(SparkSubmitIT::isOfSpark);
      assertThat(names).noneMatch(name -> name.startsWith("org/yaml/"));
    }
  }

  private static boolean isOfSpark(String name) {
    return Stream.of(
            "scala/",
            "org/apache/spark/SparkContext",
            "org/apache/hadoop/",
            "org/apache/parquet/",
            "org/slf4j/",
            "com/openhtmltopdf/",
            "org/apache/pdfbox/",
            "org/apache/logging/",
            "com/fasterxml/jackson/core/",
            "com/fasterxml/jackson/databind/")
        .anyMatch(name::startsWith);
  }

  private Path report(String night, String file) {
    return folder.resolve(Path.of("store", "reports", night, file));
  }

  private Ended submit(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("spark.jvm.flags").split(" ")));
    command.addAll(
        List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", sparkAlone()));
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
    command.addAll(List.of("--class", Main.class.getName(), shaded().toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--config", folder.resolve("nightaudit.yaml").toString()));
    command.addAll(List.of("--store", folder.resolve("store").toString()));
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return await(builder.start(), log);
  }

  private static Ended await(Process process, Path log) throws IOException, InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("no end in " + SECONDS + " s: " + Files.readString(log));
    }
    return new Ended(process.exitValue(), Files.readString(log));
  }

  private static Path shaded() {
    return Path.of(System.getProperty("shaded.jar")).toAbsolutePath();
  }

  private static String sparkAlone() throws IOException {
    return Files.readString(Path.of("target", "spark-classpath")).strip();
  }

  private record Ended(int status, String output) {}
}

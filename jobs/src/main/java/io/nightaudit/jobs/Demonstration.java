package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.DemoRequest;
import io.nightaudit.jobs.cli.DemoRun;
import io.nightaudit.jobs.cli.Progress;
import io.nightaudit.jobs.cli.RunRequest;
import io.nightaudit.jobs.demo.DemoArchive;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes the sample archive where it is not there yet, and audits all its nights. */
final class Demonstration implements DemoRun {
  private static final String CONFIGURATION = "nightaudit.yaml";

  @Override
  public int run(DemoRequest request) {
    Path folder = request.folder();
    Path archive = folder.resolve("archive");
    AuditConfiguration configuration = configuration(folder);
    if (!Files.isDirectory(archive)) {
      write(archive, request.progress());
    }
    LocalDate last = DemoArchive.FIRST_NIGHT.plusDays(DemoArchive.NIGHTS - 1L);
    int status =
        new NightlyRun()
            .run(
                configuration,
                new RunRequest(
                    DemoArchive.FIRST_NIGHT,
                    last,
                    Optional.empty(),
                    Optional.empty(),
                    request.verbose(),
                    request.progress()));
    System.out.println("Report of the last night: " + report(configuration, last));
    System.out.println(
        "Run one night again: ./nightaudit run --config "
            + folder.resolve(CONFIGURATION)
            + " --store "
            + configuration.store()
            + " --night "
            + last);
    return status;
  }

  private static void write(Path archive, boolean watched) {
    try (Progress progress = Progress.on(watched)) {
      progress.start("Making a sample archive", 1);
      DemoArchive.write(Sessions.open(Optional.empty()), archive.toString());
      progress.step(archive.toString());
    }
  }

  private static AuditConfiguration configuration(Path folder) {
    Path file = folder.resolve(CONFIGURATION);
    try (InputStream sample = DemoArchive.class.getResourceAsStream(CONFIGURATION)) {
      Files.createDirectories(folder);
      Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
      return ConfigurationFile.read(file, List.of()).withStore(folder.resolve("store").toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the demonstration into " + folder, e);
    } catch (ConfigurationException e) {
      throw new IllegalStateException("the demonstration's own configuration is broken", e);
    }
  }

  private static Path report(AuditConfiguration configuration, LocalDate night) {
    return Path.of(configuration.store(), "reports", night.toString(), "report.html");
  }
}

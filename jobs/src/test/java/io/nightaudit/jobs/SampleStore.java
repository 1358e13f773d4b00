package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The store of all nights of the sample, run as one range: built once, and only read.
 *
 * @param archive the sample
 * @param folder the store
 * @param content what it says
 */
record SampleStore(SampleArchive archive, Path folder, StoreContent content) {
  private static SampleStore shared;

  static synchronized SampleStore shared() {
    if (shared == null) {
      shared = build();
    }
    return shared;
  }

  private static SampleStore build() {
    try {
      Path root = Files.createDirectories(Path.of("target", "sample").toAbsolutePath());
      Path folder = Files.createTempDirectory(root, "run");
      SampleArchive archive = SampleArchive.write(folder.resolve("sample"), SampleNight.NIGHTS, 2);
      Path store = folder.resolve("store");
      Audit audit = Audit.nights(archive, store, 1, SampleNight.NIGHTS);
      assertThat(audit.status()).as(audit.err()).isZero();
      return new SampleStore(archive, store, StoreContent.of(store));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that may be written to. */
  Path copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(folder.relativize(file)));
      }
    }
    return to;
  }
}

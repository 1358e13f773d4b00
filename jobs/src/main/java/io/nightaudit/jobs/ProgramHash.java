package io.nightaudit.jobs;

import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.Sha256;
import io.nightaudit.metrics.summary.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What identifies the code of this program: its own jars or class files, not those it uses. */
final class ProgramHash {
  /** SHA-256 in hexadecimal, computed once. */
  static final String OF_THIS_PROGRAM = of(List.of(ProgramHash.class, Rate.class));

  private ProgramHash() {}

  /** The hash of the places that some classes come from, whatever these are called. */
  static String of(List<Class<?>> classes) {
    TreeSet<String> hashes = new TreeSet<>();
    for (Class<?> of : classes) {
      URL place = of.getProtectionDomain().getCodeSource().getLocation();
      try {
        hashes.add(place.getPath().endsWith("/") ? folder(place) : jar(place));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the program at " + place, e);
      }
    }
    return Sha256.of(String.join("\n", hashes).getBytes(StandardCharsets.UTF_8));
  }

  private static String jar(URL place) throws IOException {
    try (InputStream stream = place.openStream()) {
      return Sha256.of("", stream).sha256();
    }
  }

  private static String folder(URL place) throws IOException {
    Path folder;
    try {
      folder = Path.of(place.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no folder: " + place, e);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      String all =
          files
              .filter(Files::isRegularFile)
              .map(file -> line(folder, file))
              .sorted()
              .collect(Collectors.joining("\n"));
      return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String line(Path folder, Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      NamedFile named = Sha256.of(folder.relativize(file).toString(), stream);
      return named.path() + " " + named.sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

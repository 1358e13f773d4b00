package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.RunRequest;
import io.nightaudit.jobs.cli.VerifyRequest;
import io.nightaudit.jobs.evidence.Difference;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.store.EvidenceFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the reports of nights again in a temporary copy of the store and compares their bytes with
 * those that were sealed.
 */
final class Recomputation {
  private final EvidenceFolder store;
  private final VerifyRequest request;
  private final AuditConfiguration configuration;
  private final boolean archive;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Recomputation(EvidenceFolder store, VerifyRequest request) {
    this.store = store;
    this.request = request;
    this.configuration = request.recompute().orElseThrow().configuration();
    this.archive = request.recompute().get().source() == VerifyRequest.Source.ARCHIVE;
  }

  /** What the check of the files found, and what this one adds. */
  Verified with(Verified verified) throws IOException {
    SortedMap<LocalDate, Manifest> nights = nights();
    if (nights.isEmpty()) {
      differences.add(
          new Difference(
              Difference.Kind.MISSING,
              "reports",
              "no report could be made again: no sealed night was audited with this configuration"));
      return verified.with(differences, notes);
    }
    Path copy = Files.createTempDirectory("nightaudit-verify");
    try {
      copy("", copy);
      again(nights, copy);
      EvidenceFolder made = EvidenceFolder.at(copy.toUri().toString());
      for (Manifest manifest : nights.values()) {
        compare(manifest, made);
      }
    } finally {
      delete(copy);
    }
    return verified.with(differences, notes);
  }

  /** The nights asked for that were audited with the configuration that is given. */
  private SortedMap<LocalDate, Manifest> nights() throws IOException {
    String hash = ConfigurationHash.of(configuration);
    SortedMap<LocalDate, Manifest> nights = new TreeMap<>();
    for (StoredManifest stored : StoredManifest.all(store)) {
      Optional<Manifest> manifest =
          stored.sound().filter(sound -> sound.link().path().equals(stored.path()));
      if (manifest.isEmpty() || !isAskedFor(manifest.get().night())) {
        continue;
      }
      LocalDate night = manifest.get().night();
      if (manifest.get().made().configuration().equals(hash)) {
        nights.put(night, manifest.get());
      } else {
        notes.add(night + ": not made again, as it was audited with another configuration");
      }
    }
    return nights;
  }

  private boolean isAskedFor(LocalDate night) {
    return request.from().filter(night::isBefore).isEmpty()
        && request.to().filter(night::isAfter).isEmpty();
  }

  private void again(SortedMap<LocalDate, Manifest> nights, Path copy) {
    RunRequest run =
        new RunRequest(
            nights.firstKey(), nights.lastKey(), Optional.empty(), Optional.empty(), false, false);
    AuditConfiguration there = configuration.withStore(copy.toUri().toString());
    try (RunSession session = RunSession.open(there, run)) {
      NightlyRun.again(
          session,
          archive ? List.copyOf(nights.keySet()) : List.of(),
          measured -> isSameArchive(measured, nights.get(measured.night())));
    }
  }

  /** A night whose archive is gone or another one now is made again from its profiles. */
  private boolean isSameArchive(MeasuredNight measured, Manifest manifest) {
    boolean same = NightReports.inputs(measured.coverage()).equals(manifest.inputs());
    if (!same) {
      notes.add(
          "%s: made again from its profiles, as the archive is not what was audited"
              .formatted(measured.night()));
    }
    return same;
  }

  private void compare(Manifest manifest, EvidenceFolder made) throws IOException {
    String folder = "reports/" + manifest.night() + "/";
    int same = 0;
    for (NamedFile output : manifest.outputs()) {
      String path = folder + output.path();
      if (made.exists(path) && made.describe(path).sameContent(output)) {
        same++;
      } else {
        differences.add(
            new Difference(
                Difference.Kind.CHANGED,
                path,
                "made again it has other bytes than those that were sealed"
                    + (isSameCode(manifest) ? "" : "; another program made it")));
      }
    }
    notes.add("%s: %s files made again have the same bytes".formatted(manifest.night(), same));
  }

  private static boolean isSameCode(Manifest manifest) {
    return manifest.made().code().equals(ProgramHash.OF_THIS_PROGRAM);
  }

  private void copy(String folder, Path to) throws IOException {
    Files.createDirectories(to);
    for (var listed : store.list(folder)) {
      String path = folder.isEmpty() ? listed.name() : folder + "/" + listed.name();
      if (listed.folder()) {
        copy(path, to.resolve(listed.name()));
      } else if (!listed.name().startsWith(".")) {
        try (InputStream in = store.open(path)) {
          Files.copy(in, to.resolve(listed.name()));
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Recomputation::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the temporary " + path, e);
    }
  }
}

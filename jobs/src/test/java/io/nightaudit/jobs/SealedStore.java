package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.evidence.Sha256;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.evidence.Verification;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.finding.AcceptedStream;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.EvidenceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small store with all that a manifest can tell of: three nights, one that is unreadable, one
 * without an archive after one that nobody audited, nights judged again under another policy, and
 * two decisions. Built once, and only read.
 *
 * @param folder where archive, configuration and store lie
 */
record SealedStore(Path folder) {
  private static SealedStore shared;

  static synchronized SealedStore shared() {
    if (shared == null) {
      try {
        Path root = Files.createDirectories(Path.of("target", "sealed").toAbsolutePath());
        shared = new SealedStore(Files.createTempDirectory(root, "run"));
        shared.build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  Path store() {
    return folder.resolve("store");
  }

  /** The store as it was before its last night, and before nights were judged again. */
  Path early() {
    return folder.resolve("early");
  }

  private void build() throws IOException {
    SmallArchive.write(folder.resolve("archive"));
    Path unreadable = Files.createDirectories(folder.resolve("archive/dt=2026-11-05"));
    Files.writeString(unreadable.resolve("part.parquet"), "cut short");
    Files.writeString(
        folder.resolve("nightaudit.yaml"),
        """
        system: small
        archive:
          path: archive
          columns:
            interaction_id: id
            start_time: served_at
            prompt: prompt
            answer: answer
            request_model: model
        policy: {baseline-nights: 3}
        """);
    assertThat(run(store(), 2, 5).status()).isEqualTo(4);
    decide(store(), 1, "as planned");
    decide(store(), 2, "\u00e9 & <b>");
    copy(store(), early());
    assertThat(run(store(), 7, 7).status()).isEqualTo(3);
    assertThat(run(store(), 4, 4, "--set=policy.minimum-rows=30").status()).isZero();
  }

  /** Runs nights of November 2026 into a store. */
  Audit run(Path store, int from, int to, String... more) {
    return Audit.run(
        Stream.concat(
                Stream.of(
                    "run",
                    "--config=" + folder.resolve("nightaudit.yaml"),
                    "--store=" + store,
                    "--from=" + night(from),
                    "--to=" + night(to)),
                Stream.of(more))
            .toArray(String[]::new));
  }

  static LocalDate night(int day) {
    return LocalDate.of(2026, 11, day);
  }

  /** Appends a decision about a finding that there never was. */
  static void decide(Path store, long sequence, String reason) {
    long began = night(3).toEpochDay();
    Decision decision =
        Decision.taken(
                "N-0",
                Decision.ACCEPT,
                new DecisionDetails.Words("ops", reason),
                night(9).toEpochDay(),
                new DecisionDetails.Accepted(
                    "score",
                    Measure.of(Metric.ANSWER_CHARACTERS),
                    Slice.ALL,
                    began,
                    began,
                    List.of(new AcceptedStream(Slice.ALL, Measure.of(Metric.ERRORS)))))
            .taken(sequence, Instant.parse("2026-11-08T03:00:00.123456Z").plusSeconds(sequence));
    try (AuditStore open = AuditStore.open(TestSpark.session(), store.toString())) {
      open.decisions().append(decision);
    }
  }

  /** A copy that may be written to. */
  Path copy(Path to) throws IOException {
    return copy(store(), to);
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
    return to;
  }

  static Verified verify(Path store) throws IOException {
    return new Verification(EvidenceFolder.at(store.toString()), Verification.Request.ALL).verify();
  }

  /** What the last manifests say of the rows of each night, by night and table. */
  static SortedMap<String, String> rows(Path store) throws IOException {
    SortedMap<String, String> rows = new TreeMap<>();
    for (StoredManifest stored : StoredManifest.all(EvidenceFolder.at(store.toString()))) {
      if (!stored.path().contains("superseded")) {
        stored
            .sound()
            .orElseThrow()
            .tables()
            .forEach((table, seal) -> rows.put(stored.path() + " " + table, seal.rows().sum()));
      }
    }
    return rows;
  }

  /** Every file but the ledger of runs and locks, by path, with its content. */
  static SortedMap<String, String> bytes(Path store) throws IOException {
    SortedMap<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = store.relativize(file).toString();
        if (!path.startsWith("tables/runs/") && !path.equals(".lock")) {
          bytes.put(path, Sha256.of(Files.readAllBytes(file)));
        }
      }
    }
    return bytes;
  }
}

package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.evidence.ChainHead;
import io.nightaudit.jobs.evidence.Difference;
import io.nightaudit.jobs.evidence.Difference.Kind;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.evidence.Verification;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.store.EvidenceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a sealed file, the check names that file and no other. */
class VerifyTest {
  /** 50 in every build, a thousand in the full one. */
  private static final int MUTATIONS = Boolean.getBoolean("full") ? 1000 : 50;

  private static final long SEED = 20261124;

  @TempDir static Path folder;
  private static Path store;
  private static List<String> sealed;

  @BeforeAll
  static void copyTheStore() throws IOException {
    store = SealedStore.shared().copy(folder.resolve("store"));
    sealed = sealed();
  }

  /** Every file that something speaks for; of the tables' data, that which is live. */
  private static List<String> sealed() throws IOException {
    Set<String> paths = new TreeSet<>(List.of(ChainHead.NAME));
    try (Stream<Path> files = Files.walk(store)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> store.relativize(file).toString())
          .filter(path -> path.matches("(reports|decisions)/.*|tables/(?!runs/).*_delta_log/\\d.*"))
          .forEach(paths::add);
    }
    EvidenceFolder evidence = EvidenceFolder.at(store.toString());
    for (int day : new int[] {2, 3, 4, 5, 7}) {
      StoredManifest.current(evidence, SealedStore.night(day))
          .flatMap(StoredManifest::sound)
          .stream()
          .flatMap(manifest -> manifest.tables().values().stream())
          .flatMap(table -> table.files().stream())
          .map(NamedFile::path)
          .forEach(paths::add);
    }
    return List.copyOf(paths);
  }

  private interface Change {
    void of(Path file) throws IOException;
  }

  /** Checks the store with a file changed, and puts the file back. */
  private static Verified with(String path, Change change) throws IOException {
    Path file = store.resolve(path);
    byte[] before = Files.readAllBytes(file);
    try {
      change.of(file);
      return SealedStore.verify(store);
    } finally {
      Files.write(file, before);
    }
  }

  private static Set<String> blamed(Verified verified) {
    return verified.differences().stream().map(Difference::path).collect(Collectors.toSet());
  }

  private static void assertBlames(Verified verified, Kind kind, String path) {
    assertThat(verified.differences())
        .as(kind + " " + path)
        .extracting(Difference::kind, Difference::path)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(kind, path));
  }

  @Test
  void verify_storeAsItWasWritten_holds() throws IOException {
    Verified verified = SealedStore.verify(store);
    assertThat(verified.differences()).isEmpty();
    assertThat(verified.notes()).isEmpty();
    assertThat(verified.outside())
        .allMatch(path -> path.equals("store.json") || path.startsWith("tables/runs/"));
    assertThat(sealed).hasSizeGreaterThan(90);
  }

  /** The law: one byte, anywhere, and exactly that file is named. */
  @Test
  void verify_oneByteChangedAnywhere_namesThatFileAlone() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      String path = sealed.get(random.nextInt(sealed.size()));
      int place = random.nextInt(Math.toIntExact(Files.size(store.resolve(path))));
      int flip = 1 + random.nextInt(255);
      Verified verified =
          with(
              path,
              file -> {
                byte[] bytes = Files.readAllBytes(file);
                bytes[place] ^= (byte) flip;
                Files.write(file, bytes);
              });
      assertThat(blamed(verified))
          .as("byte %s of %s flipped by %s", place, path, flip)
          .containsExactly(path);
    }
  }

  @Test
  void verify_eachFileDeleted_namesThatFileAlone() throws IOException {
    for (String path : sealed) {
      assertBlames(with(path, Files::delete), Kind.MISSING, path);
    }
  }

  @Test
  void verify_eachFileCutShortOrLonger_namesThatFileAlone() throws IOException {
    for (String path : sealed) {
      Verified cut =
          with(
              path,
              file -> {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
              });
      assertBlames(cut, Kind.CHANGED, path);
    }
    String report = "reports/2026-11-02/report.json";
    Verified longer = with(report, file -> Files.writeString(file, Files.readString(file) + "\n"));
    assertBlames(longer, Kind.CHANGED, report);
    String manifest = "reports/2026-11-02/manifest.json";
    Verified spaced =
        with(manifest, file -> Files.writeString(file, Files.readString(file) + "\n"));
    assertBlames(spaced, Kind.CHANGED, manifest);
  }

  @Test
  void verify_filesAdded_namesThoseThatShouldNotBe() throws IOException {
    assertAdded("reports/2026-11-02/notes.txt");
    assertAdded("reports/2026-11-04/superseded/3/notes.txt");
    assertAdded("reports/2026-11-04/superseded/99/report.json");
    assertAdded("tables/findings/_delta_log/00000000000000000099.json");
    assertAdded("tables/decisions/_delta_log/00000000000000000099.json");
    for (String outside :
        List.of("notes.txt", "reports/2026-11-02/.report.json.new", "tables/findings/x.parquet")) {
      Verified verified = added(outside);
      assertThat(verified.differences()).as(outside).isEmpty();
      assertThat(verified.outside()).contains(outside);
    }
  }

  private static void assertAdded(String path) throws IOException {
    assertBlames(added(path), Kind.ADDED, path);
  }

  private static Verified added(String path) throws IOException {
    Path file = store.resolve(path);
    boolean fresh = Files.notExists(file.getParent());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{}");
    try {
      return SealedStore.verify(store);
    } finally {
      Files.delete(file);
      if (fresh) {
        Files.delete(file.getParent());
      }
    }
  }

  /** Rows that somebody wrote into a table by its log. */
  @Test
  void verify_rowsAdded_namesTheEntryAndTheFile() throws IOException {
    Path log = store.resolve("tables/findings/_delta_log/00000000000000000099.json");
    Files.writeString(
        log,
        "{\"add\":{\"path\":\"night=2026-11-02/forged.parquet\",\"partitionValues\":"
            + "{\"night\":\"2026-11-02\"}}}\n");
    try {
      assertThat(blamed(SealedStore.verify(store)))
          .containsExactlyInAnyOrder(
              "tables/findings/_delta_log/00000000000000000099.json",
              "tables/findings/night=2026-11-02/forged.parquet");
    } finally {
      Files.delete(log);
    }
  }

  @Test
  void verify_twoManifestsSwapped_namesBoth() throws IOException {
    Path one = store.resolve("reports/2026-11-02/manifest.json");
    Path other = store.resolve("reports/2026-11-04/manifest.json");
    swap(one, other);
    try {
      Verified verified = SealedStore.verify(store);
      assertThat(verified.differences())
          .extracting(Difference::kind)
          .containsOnly(Kind.OUT_OF_ORDER);
      assertThat(blamed(verified))
          .containsExactlyInAnyOrder(
              "reports/2026-11-02/manifest.json", "reports/2026-11-04/manifest.json");
    } finally {
      swap(one, other);
    }
    swap(store.resolve("decisions/00000001.json"), store.resolve("decisions/00000002.json"));
    try {
      assertThat(blamed(SealedStore.verify(store)))
          .containsExactlyInAnyOrder("decisions/00000001.json", "decisions/00000002.json");
    } finally {
      swap(store.resolve("decisions/00000001.json"), store.resolve("decisions/00000002.json"));
    }
  }

  private static void swap(Path one, Path other) throws IOException {
    Path aside = folder.resolve("aside");
    Files.move(one, aside);
    Files.move(other, one);
    Files.move(aside, other, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A manifest written anew, with a digest that fits, is not the one that the next one names. */
  @Test
  void verify_manifestForged_namesItAlone() throws IOException {
    String path = "reports/2026-11-02/manifest.json";
    StoredManifest stored = StoredManifest.of(path, Files.readAllBytes(store.resolve(path)));
    Manifest real = stored.sound().orElseThrow();
    Manifest forged =
        new Manifest(
            real.sequence(),
            real.night(),
            real.previous(),
            real.missed(),
            real.supersedes(),
            new Manifest.Inputs("READ", List.of()),
            real.made(),
            real.tables(),
            real.outputs(),
            real.chains());
    Verified verified = with(path, file -> Files.write(file, forged.sealed().bytes()));
    assertBlames(verified, Kind.OUT_OF_ORDER, path);
  }

  /** A store cut back to an earlier state holds in itself; the head that was noted down tells. */
  @Test
  void verify_lastNightRemoved_isFoundByTheHeadAlone() throws IOException {
    Path early = SealedStore.shared().early();
    assertThat(SealedStore.verify(early).differences()).isEmpty();
    EvidenceFolder evidence = EvidenceFolder.at(early.toString());
    String cut = digest("reports/2026-11-07/superseded/5/manifest.json");
    assertThat(blamed(new Verification(evidence, expecting(cut)).verify()))
        .containsExactly("the expected head");
    String head = digest("reports/2026-11-05/superseded/4/manifest.json");
    assertThat(new Verification(evidence, expecting(head)).verify().holds()).isTrue();
    Verified grown =
        new Verification(EvidenceFolder.at(store.toString()), expecting(head)).verify();
    assertThat(grown.differences()).isEmpty();
    assertThat(grown.notes()).containsExactly("the expected head is manifest 4; 4 came after it");
  }

  private static String digest(String path) throws IOException {
    return StoredManifest.of(path, Files.readAllBytes(store.resolve(path))).file().digest();
  }

  private static Verification.Request expecting(String head) {
    return new Verification.Request(
        Optional.empty(), Optional.empty(), Optional.of(head), Optional.empty());
  }

  @Test
  void verify_ofOneNight_comparesThatNightAlone() throws IOException {
    Optional<java.time.LocalDate> night = Optional.of(SealedStore.night(2));
    Verification.Request request =
        new Verification.Request(night, night, Optional.empty(), Optional.empty());
    Verified whole = SealedStore.verify(store);
    Verified one = new Verification(EvidenceFolder.at(store.toString()), request).verify();
    assertThat(one.differences()).isEmpty();
    assertThat(one.files()).isPositive().isLessThan(whole.files());
    String other = "reports/2026-11-03/report.json";
    Path file = store.resolve(other);
    byte[] before = Files.readAllBytes(file);
    Files.writeString(file, "{}");
    try {
      assertThat(new Verification(EvidenceFolder.at(store.toString()), request).verify().holds())
          .isTrue();
    } finally {
      Files.write(file, before);
    }
  }

  @Test
  void command_ofAStore_saysWhatItFoundAndExitsWith0Or6() throws IOException {
    Audit good = Audit.run("verify", "--store=" + store);
    assertThat(good.status()).as(good.err()).isZero();
    assertThat(good.out())
        .contains("is as it was sealed", "The head of the chain is manifest", "not attackers");
    String path = "reports/2026-11-02/report.html";
    byte[] before = Files.readAllBytes(store.resolve(path));
    Files.delete(store.resolve(path));
    try {
      Audit bad = Audit.run("verify", "--store=" + store, "--json");
      assertThat(bad.status()).isEqualTo(6);
      assertThat(bad.out()).contains("\"kind\" : \"MISSING\"", path, "\"holds\" : false");
      assertThat(Audit.run("verify", "--store=" + store).out()).contains("missing", path);
    } finally {
      Files.write(store.resolve(path), before);
    }
    Audit none = Audit.run("verify", "--store=" + folder.resolve("none"));
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("there is no audit store at");
  }
}

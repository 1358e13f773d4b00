package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.nightaudit.jobs.evidence.ChainHead;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.store.EvidenceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a night gets a manifest, when it keeps the one it has, and what a killed run leaves. */
class SealingTest {
  @TempDir static Path folder;

  private final SealedStore sealed = SealedStore.shared();

  private static Manifest manifest(Path store, int day) throws IOException {
    return StoredManifest.current(EvidenceFolder.at(store.toString()), SealedStore.night(day))
        .flatMap(StoredManifest::sound)
        .orElseThrow();
  }

  @Test
  void manifests_ofTheStore_followTheOrderOfTheAudits() throws IOException {
    Path store = sealed.store();
    assertThat(manifest(store, 2).sequence()).isEqualTo(1);
    assertThat(manifest(store, 2).previous()).isEmpty();
    assertThat(manifest(store, 3).previous()).contains(manifest(store, 2).link());
    assertThat(manifest(store, 3).missed()).isEmpty();
    assertThat(manifest(store, 7).missed()).containsExactly(SealedStore.night(6));
    assertThat(manifest(store, 7).inputs().status()).isEqualTo("MISSING");
    assertThat(manifest(store, 5).inputs().status()).isEqualTo("UNREADABLE");
    assertThat(manifest(store, 3).inputs().files()).hasSize(1).allMatch(file -> file.rows() == 48);
    assertThat(manifest(store, 7).chains().get("decisions").sequence()).isEqualTo(2);
    assertThat(manifest(store, 2).tables().get("profiles").rows().rows()).isPositive();
    assertThat(manifest(store, 7).tables().get("profiles").rows().rows()).isZero();
  }

  @Test
  void manifests_each_haveThePublishedForm() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SealingTest.class.getResourceAsStream("/schema/manifest.schema.json"));
    for (StoredManifest stored : StoredManifest.all(EvidenceFolder.at(sealed.store().toString()))) {
      JsonNode json = new ObjectMapper().readTree(sealed.store().resolve(stored.path()).toFile());
      assertThat(schema.validate(json)).as(stored.path()).isEmpty();
    }
  }

  /** The night of the 4th was judged again under another policy, and so those after it. */
  @Test
  void night_judgedAnew_supersedesAndKeepsTheReportOfBefore() throws IOException {
    Path store = sealed.store();
    Manifest now = manifest(store, 4);
    Manifest.Superseded before = now.supersedes().orElseThrow();
    assertThat(before.sequence()).isEqualTo(3);
    assertThat(before.folder()).isEqualTo("reports/2026-11-04/superseded/3");
    Path kept = store.resolve(before.folder());
    Manifest old =
        StoredManifest.of("", Files.readAllBytes(kept.resolve("manifest.json")))
            .sound()
            .orElseThrow();
    assertThat(old.made().policy()).isNotEqualTo(now.made().policy());
    assertThat(kept.resolve("report.json")).exists();
    assertThat(kept.resolve("report.html")).exists();
    assertThat(now.tables().get("profiles")).isNotNull();
    assertThat(now.tables().get("profiles").files())
        .as("profiles are the same under another policy")
        .isEqualTo(old.tables().get("profiles").files());
    assertThat(manifest(store, 5).supersedes()).isPresent();
    assertThat(manifest(store, 3).supersedes()).isEmpty();
  }

  @Test
  void run_again_addsNothing() throws IOException {
    Path store = sealed.copy(folder.resolve("again"));
    assertThat(sealed.run(store, 4, 4, "--set=policy.minimum-rows=30").status()).isZero();
    assertThat(SealedStore.bytes(store)).isEqualTo(SealedStore.bytes(sealed.store()));
  }

  /** A table file that was changed is written anew; the report is the same. */
  @Test
  void run_afterATableFileWasChanged_mendsIt() throws IOException {
    Path store = sealed.copy(folder.resolve("mended"));
    String path = manifest(store, 7).tables().get("coverage").files().get(0).path();
    Path file = store.resolve(path);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.write(file, bytes);
    assertThat(SealedStore.verify(store).holds()).isFalse();
    assertThat(sealed.run(store, 7, 7, "--set=policy.minimum-rows=30").status()).isEqualTo(3);
    Verified verified = SealedStore.verify(store);
    assertThat(verified.differences()).isEmpty();
    assertThat(manifest(store, 7).supersedes()).isPresent();
  }

  /** Killed before, between and after the writing of outputs, with the manifest still to come. */
  @Test
  void run_afterOneThatWasKilled_sealsWhatThatLeft() throws IOException {
    Path store = sealed.copy(folder.resolve("killed"));
    assertThat(sealed.run(store, 5, 5, "--set=policy.minimum-rows=40").status()).isEqualTo(4);
    // As if it had been killed before the manifests of both nights were written.
    for (int day : new int[] {5, 7}) {
      Manifest written = manifest(store, day);
      String kept = written.supersedes().orElseThrow().folder() + "/manifest.json";
      Files.move(
          store.resolve(kept),
          store.resolve(written.link().path()),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    Manifest last = manifest(store, 7);
    Files.write(
        store.resolve(ChainHead.NAME),
        new ChainHead(java.util.Optional.of(last.link()), true).sealed().bytes());
    Files.delete(store.resolve("reports/2026-11-07/superseded/8/report.html"));
    Verified left = SealedStore.verify(store);
    assertThat(left.holds()).isFalse();
    assertThat(left.notes()).anyMatch(note -> note.contains("stopped while it wrote"));
    // Another night is asked for; what was left unsealed is judged with it.
    assertThat(sealed.run(store, 7, 7, "--set=policy.minimum-rows=40").status()).isEqualTo(3);
    Verified verified = SealedStore.verify(store);
    assertThat(manifest(store, 5).supersedes()).isPresent();
    assertThat(verified.differences())
        .extracting(difference -> difference.path())
        .as("what was deleted by hand")
        .containsOnly("reports/2026-11-07/superseded/8/report.html");
  }

  /** A store of before there were manifests: the next run seals what it touches. */
  @Test
  void run_inAStoreWithoutManifests_sealsItsOwnNights() throws IOException {
    Path store = sealed.copy(folder.resolve("old"));
    strip(store);
    Verified nothing = SealedStore.verify(store);
    assertThat(nothing.holds()).isFalse();
    assertThat(nothing.differences().get(0).text()).contains("none of these nights is sealed");
    assertThat(sealed.run(store, 7, 7, "--set=policy.minimum-rows=30").status()).isEqualTo(3);
    Verified verified = SealedStore.verify(store);
    assertThat(verified.differences()).isEmpty();
    assertThat(verified.notes())
        .containsExactly("not yet sealed: 2026-11-02, 2026-11-03, 2026-11-04, 2026-11-05");
    assertThat(manifest(store, 7).sequence()).isEqualTo(1);
    assertThat(store.resolve("decisions/00000002.json")).exists();
    assertThat(manifest(store, 7).missed()).containsExactly(SealedStore.night(6));
  }

  private static void strip(Path store) throws IOException {
    Files.delete(store.resolve(ChainHead.NAME));
    try (Stream<Path> files = Files.walk(store)) {
      List<Path> evidence =
          files
              .filter(
                  file ->
                      file.endsWith("manifest.json")
                          || store.relativize(file).toString().matches(".*/superseded.*")
                          || store.relativize(file).toString().matches("decisions.*"))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path file : evidence) {
        Files.delete(file);
      }
    }
  }

  /** Delta writes a checkpoint and may then clear what came before it. */
  @Test
  void run_pastACheckpoint_namesItAndReadsOnFromIt() throws IOException {
    Path store = sealed.copy(folder.resolve("checkpoint"));
    TestSpark.session()
        .sql(
            "ALTER TABLE delta.`%s` SET TBLPROPERTIES('delta.checkpointInterval'='1')"
                .formatted(store.resolve("tables/releases")));
    assertThat(SealedStore.verify(store).differences())
        .anyMatch(difference -> difference.text().contains("no manifest names this entry"));
    assertThat(sealed.run(store, 7, 7, "--set=policy.minimum-rows=35").status()).isEqualTo(3);
    assertThat(SealedStore.verify(store).differences()).isEmpty();
    Path log = store.resolve("tables/releases/_delta_log");
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("00000000000000000000.") || name.endsWith("0.json.crc")) {
          Files.delete(file);
        }
      }
    }
    assertThat(SealedStore.verify(store).differences()).isEmpty();
  }
}

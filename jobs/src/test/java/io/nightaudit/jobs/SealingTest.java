package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.nightaudit.jobs.evidence.ChainHead;
import io.nightaudit.jobs.evidence.Difference;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.EvidenceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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

  /**
   * A file of a table that was changed, in another table a commit of somebody else, with a
   * checkpoint: the next run writes the one anew and names the other. Then the log is cleared of
   * what the checkpoint says, as Delta does after 400 days.
   */
  @Test
  void run_afterATableFileWasChanged_mendsItAndNamesWhatCameBetween() throws IOException {
    Path store = sealed.copy(folder.resolve("mended"));
    String path = manifest(store, 4).tables().get("comparisons").files().get(0).path();
    Path file = store.resolve(path);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    TestSpark.session()
        .sql(
            "ALTER TABLE delta.`%s` SET TBLPROPERTIES('delta.checkpointInterval'='1')"
                .formatted(store.resolve("tables/releases")));
    assertThat(SealedStore.verify(store).differences())
        .extracting(Difference::path)
        .contains(path, "tables/releases/_delta_log/00000000000000000001.json");
    assertThat(sealed.run(store, 4, 4, "--set=policy.minimum-rows=30").status()).isZero();
    assertThat(SealedStore.verify(store).differences()).isEmpty();
    assertThat(manifest(store, 4).supersedes().orElseThrow().sequence()).isEqualTo(6);
    assertThat(manifest(store, 7).sequence()).as("the others are as they were").isEqualTo(8);
    Path log = store.resolve("tables/releases/_delta_log");
    assertThat(log.resolve("00000000000000000001.checkpoint.parquet")).exists();
    Files.delete(log.resolve("00000000000000000000.json"));
    Files.delete(log.resolve("00000000000000000000.crc"));
    assertThat(SealedStore.verify(store).differences()).isEmpty();
  }

  /**
   * As if the run that judged three nights again had been killed before their manifests, and before
   * one file of the last report, were written.
   */
  @Test
  void run_afterOneThatWasKilled_sealsWhatThatLeft() throws IOException {
    Path store = sealed.copy(folder.resolve("killed"));
    for (int day : new int[] {4, 5, 7}) {
      Manifest written = manifest(store, day);
      restore(store, written, "manifest.json");
      if (day == 7) {
        restore(store, written, "report.html");
      }
    }
    Manifest last = manifest(store, 7);
    assertThat(last.sequence()).isEqualTo(5);
    Files.write(
        store.resolve(ChainHead.NAME),
        new ChainHead(Optional.of(last.link()), true).sealed().bytes());
    Verified left = SealedStore.verify(store);
    assertThat(left.holds()).isFalse();
    assertThat(left.notes())
        .anyMatch(note -> note.contains("stopped while it wrote"))
        .anyMatch(note -> note.startsWith("reports/2026-11-04/superseded/3: a run that did not"));
    // One night is asked for; those that were left unsealed are judged with it.
    assertThat(sealed.run(store, 7, 7, "--set=policy.minimum-rows=30").status()).isEqualTo(3);
    assertThat(SealedStore.verify(store).differences()).isEmpty();
    assertThat(SealedStore.verify(store).notes()).isEmpty();
    assertThat(SealedStore.rows(store)).isEqualTo(SealedStore.rows(sealed.store()));
    for (int day : new int[] {4, 5, 7}) {
      assertThat(manifest(store, day).outputs()).isEqualTo(manifest(sealed.store(), day).outputs());
      assertThat(manifest(store, day).supersedes())
          .isEqualTo(manifest(sealed.store(), day).supersedes());
    }
  }

  private static void restore(Path store, Manifest written, String name) throws IOException {
    Files.copy(
        store.resolve(written.supersedes().orElseThrow().folder()).resolve(name),
        store.resolve("reports/" + written.night()).resolve(name),
        StandardCopyOption.REPLACE_EXISTING);
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

  /** Made again from profiles and archive; then a stored profile is not what the report says. */
  @Test
  void verify_recompute_comparesTheBytesOfReports() throws IOException {
    Path store = sealed.copy(folder.resolve("recomputed"));
    SortedMap<String, String> before = SealedStore.bytes(store);
    Audit good = recompute(store, "--recompute=archive");
    assertThat(good.status()).as(good.out() + good.err()).isZero();
    assertThat(good.out())
        .contains(
            "2026-11-04: 4 files made again have the same bytes",
            "2026-11-02: not made again, as it was audited with another configuration");
    assertThat(SealedStore.bytes(store)).isEqualTo(before);
    try (AuditStore open = AuditStore.open(TestSpark.session(), store.toString())) {
      long night = SealedStore.night(4).toEpochDay();
      List<ProfileRow> others =
          open.profiles().list(night, night).stream()
              .filter(row -> !row.slice().contains("small"))
              .toList();
      open.profiles().overwrite(List.of(night), others);
    }
    Audit bad = recompute(store, "--recompute");
    assertThat(bad.status()).isEqualTo(6);
    assertThat(bad.out())
        .contains("reports/2026-11-04/report.json", "made again it has other bytes");
  }

  private Audit recompute(Path store, String option) {
    return Audit.run(
        "verify",
        "--config=" + sealed.folder().resolve("nightaudit.yaml"),
        "--set=policy.minimum-rows=30",
        "--store=" + store,
        option);
  }
}

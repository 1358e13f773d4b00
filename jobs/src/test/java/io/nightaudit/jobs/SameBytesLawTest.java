package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equal rows, configuration and history give equal bytes, whatever the machine. */
class SameBytesLawTest {
  private static final int NIGHTS = SampleNight.NIGHTS;

  @TempDir static Path folder;

  private final SampleArchive archive = SampleStore.shared().archive();
  private final StoreContent expected = SampleStore.shared().content();

  @Test
  void sample_hasSomethingToCompare() {
    expected.tables().forEach((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    assertThat(expected.reports()).hasSize(3 * NIGHTS);
    assertThat(expected.tables().get("findings")).anyMatch(row -> row.contains("BREACH"));
  }

  @Test
  void run_oneCoreTurkishKolkataOtherStoreRenamedFiles_sameStore() throws Exception {
    SampleArchive renamed = archive.renamed(folder.resolve("renamed"));
    Path store = folder.resolve("one core store");
    List<String> flags =
        List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kolkata");
    assertThat(run(renamed, store, flags, "local[1]")).isEmpty();
    StoreContent.of(store).assertSameAs(expected);
  }

  @Test
  void run_fourCoresArabicRowsInOtherFiles_onlyFilesDiffer() throws Exception {
    SampleArchive split = SampleArchive.write(folder.resolve("split"), NIGHTS, 5);
    Path store = folder.resolve("four cores");
    List<String> flags =
        List.of(
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Dspark.sql.shuffle.partitions=7",
            "-Dspark.default.parallelism=3");
    assertThat(run(split, store, flags, "local[4]")).isEmpty();
    StoreContent.of(store).assertSameButForFiles(expected);
  }

  private static String run(SampleArchive of, Path store, List<String> flags, String master)
      throws Exception {
    Audit audit =
        Audit.elsewhere(
            folder,
            flags,
            "run",
            "--config=" + of.configuration(),
            "--store=" + store,
            "--from=" + SampleNight.date(1),
            "--to=" + SampleNight.date(NIGHTS),
            "--master=" + master);
    return audit.status() == 0 ? "" : audit.status() + ": " + audit.err();
  }
}

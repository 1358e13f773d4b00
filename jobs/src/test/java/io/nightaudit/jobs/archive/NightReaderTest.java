package io.nightaudit.jobs.archive;

import static io.nightaudit.jobs.archive.ArchiveFixture.expression;
import static io.nightaudit.jobs.archive.ArchiveFixture.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.nightaudit.jobs.archive.Coverage.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightReaderTest {
  private static final String NIGHT = "2026-11-22";
  private static final String TEN = "timestamp'2026-11-22 10:00:00' t";

  @TempDir Path folder;

  private ArchiveFixture archive() {
    return new ArchiveFixture(folder).map("start_time", "t");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void read_noFolder_isMissingAndSaysWhere() {
    NightInteractions night = archive().read(NIGHT);
    assertThat(night.coverage().input()).isEqualTo(Input.MISSING);
    assertThat(night.message().orElseThrow()).contains("dt=2026-11-22").contains(folder.toString());
    assertThat(night.interactions().count()).isZero();
    assertThat(night.quarantined().count()).isZero();
    assertThat(night.coverage().hours()).hasSize(24).containsOnly(0L);
  }

  @Test
  void read_emptyFolderOrHiddenFiles_isMissing() {
    archive()
        .write("dt=2026-11-22/_temporary/part.parquet", "select " + TEN)
        .write("dt=2026-11-22/.hidden.parquet", "select " + TEN)
        .bytes("dt=2026-11-22/notes.txt", bytes("no data"));
    assertThat(archive().read(NIGHT).coverage().input()).isEqualTo(Input.MISSING);
  }

  @Test
  void read_noArchive_namesTheFolder() {
    NightInteractions night =
        new ArchiveFixture(folder.resolve("absent")).map("start_time", "t").read(NIGHT);
    assertThat(night.message().orElseThrow()).contains("absent does not exist");
  }

  @Test
  void read_brokenFiles_areNamedByTheirProblemOnly() throws IOException {
    archive().write("dt=2026-11-22/good.parquet", "select " + TEN);
    byte[] good = Files.readAllBytes(folder.resolve("dt=2026-11-22/good.parquet"));
    byte[] footless = good.clone();
    Arrays.fill(footless, footless.length - 60, footless.length - 8, (byte) 0x7F);
    archive()
        .bytes("dt=2026-11-22/a.parquet", new byte[0])
        .bytes("dt=2026-11-22/b.parquet", Arrays.copyOf(good, good.length / 2))
        .bytes("dt=2026-11-22/c.parquet", bytes("{\"json\": true}"))
        .bytes("dt=2026-11-22/d.parquet", bytes("PARE and something PARE"))
        .bytes("dt=2026-11-22/e.parquet", footless);
    NightInteractions night = archive().read(NIGHT);
    assertThat(night.coverage().input()).isEqualTo(Input.READ);
    assertThat(night.coverage().rowsRead()).isEqualTo(1);
    assertThat(night.coverage().unreadableFiles()).isEqualTo(5);
    assertThat(night.unreadable().values())
        .satisfiesExactly(
            a -> assertThat(a).isEqualTo("empty: 0 bytes"),
            b -> assertThat(b).startsWith("cut off"),
            c -> assertThat(c).startsWith("not Parquet"),
            d -> assertThat(d).isEqualTo("encrypted"),
            e -> assertThat(e).startsWith("its footer cannot be read"));
    assertThat(night.coverage().files())
        .allSatisfy(file -> assertThat(file.problem()).doesNotContain(".parquet"));
  }

  @Test
  void read_onlyBrokenFiles_isUnreadable() {
    archive().bytes("dt=2026-11-22/a.parquet", bytes("PAR1"));
    NightInteractions night = archive().read(NIGHT);
    assertThat(night.coverage().input()).isEqualTo(Input.UNREADABLE);
    assertThat(night.unreadable()).hasSize(1);
    assertThat(night.interactions().count()).isZero();
  }

  @Test
  void read_damagedPages_leaveTheFileOut() throws IOException {
    archive().write("dt=2026-11-22/good.parquet", "select " + TEN);
    archive().write("dt=2026-11-22/bad.parquet", manyRows());
    damage(folder.resolve("dt=2026-11-22/bad.parquet"));
    NightInteractions night = archive().read(NIGHT);
    assertThat(night.coverage().rowsRead()).isEqualTo(1);
    assertThat(night.coverage().unreadableFiles()).isEqualTo(1);
    assertThat(night.unreadable().keySet()).singleElement().asString().endsWith("bad.parquet");
  }

  @Test
  void read_damagedTextOnly_isFoundByTheCallerWhoReadsAgain() throws IOException {
    String text = "select " + TEN + ", sha2(string(id), 256) p from range(2000)";
    archive().write("dt=2026-11-22/good.parquet", "select " + TEN + ", 'x' p");
    archive().write("dt=2026-11-22/bad text.parquet", text);
    damage(folder.resolve("dt=2026-11-22/bad text.parquet"));
    ArchiveFixture mapped = archive().map("prompt", "p");
    NightInteractions night = mapped.read(NIGHT);
    assertThat(night.coverage().rowsRead()).isEqualTo(2001);
    String damaged = damagedFile(night);
    NightInteractions again =
        new NightReader(ArchiveFixture.spark(), mapped.settings())
            .read(LocalDate.parse(NIGHT), Set.of(damaged));
    assertThat(values(again, "prompt")).containsExactly("x");
    assertThat(again.coverage().rowsRead()).isEqualTo(1);
    assertThat(again.coverage().unreadableFiles()).isEqualTo(1);
  }

  private static String damagedFile(NightInteractions night) {
    try {
      night.interactions().selectExpr("sum(length(prompt))").collectAsList();
    } catch (Exception failure) {
      return NightReader.unreadableFile(failure).orElseThrow();
    }
    throw new AssertionError("the damage was not found");
  }

  private static String manyRows() {
    return "select timestamp_micros(1795341600000000 + id * 7919) t from range(5000)";
  }

  /** Overwrites the middle of a file's data, not its footer. */
  private static void damage(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Arrays.fill(content, content.length / 3, content.length / 3 + 200, (byte) 0xFF);
    Files.write(file, content);
  }

  @Test
  void unreadableFile_otherFailure_isEmpty() {
    assertThat(NightReader.unreadableFile(new IllegalStateException("no file"))).isEmpty();
  }

  @Test
  void read_badValues_areQuarantinedByTheFirstReason() {
    archive()
        .write(
            "dt=2026-11-22/a.parquet",
            """
            select * from values
              ('i0', timestamp'2026-11-22 10:00:00', 5L, 1D, 0.5D),
              ('i1', null, -5L, 1D, 0.5D),
              ('i2', timestamp'2026-11-23 00:00:00', 5L, 1D, 0.5D),
              (null, timestamp'2026-11-22 10:00:00', -5L, 1D, 0.5D),
              ('i4', timestamp'2026-11-22 10:00:00', -5L, 1D, 0.5D),
              ('i5', timestamp'2026-11-22 10:00:00', 10000001L, 1D, 0.5D),
              ('i6', timestamp'2026-11-22 10:00:00', 10000000L, -1D, 0.5D),
              ('i7', timestamp'2026-11-22 10:00:00', null, 604800001D, 0.5D),
              ('i8', timestamp'2026-11-22 10:00:00', 5L, double('NaN'), 0.5D),
              ('i9', timestamp'2026-11-22 10:00:00', 5L, null, double('Infinity')),
              ('ia', timestamp'2026-11-22 10:00:00', 5L, null, double('NaN')),
              ('ib', timestamp'2026-11-22 23:59:59.999999', 5L, 604800000D, -1e9D)
              as rows(i, t, n, d, s)
            """);
    NightInteractions night =
        archive()
            .map("interaction_id", "i")
            .map("input_tokens", "n")
            .map("duration_ms", "d")
            .map("scores.s", "s")
            .key("interaction_id")
            .read(NIGHT);
    assertThat(night.coverage().quarantine())
        .containsExactly(
            entry("ABSURD_DURATION_MS", 2L),
            entry("ABSURD_INPUT_TOKENS", 1L),
            entry("ABSURD_SCORES.S", 2L),
            entry("LATE", 1L),
            entry("MISSING_ID", 1L),
            entry("MISSING_TIME", 1L),
            entry("NEGATIVE_DURATION_MS", 1L),
            entry("NEGATIVE_INPUT_TOKENS", 1L));
    assertThat(values(night, "interaction_id")).containsExactly("i0", "ib");
    List<Row> quarantined = night.quarantined().sort("row_index").collectAsList();
    assertThat(quarantined).hasSize(10);
    Row first = quarantined.get(0);
    assertThat(first.getDate(0)).hasToString(NIGHT);
    assertThat(first.getString(1)).isEqualTo("i1");
    assertThat(first.getString(2)).isEqualTo("MISSING_TIME");
    assertThat(first.getString(3)).isEqualTo("start_time");
    assertThat(first.getString(4)).isEqualTo(night.coverage().files().get(0).sha256());
    assertThat(first.getLong(5)).isEqualTo(1);
  }

  @Test
  void read_timeThatNoFileHas_quarantinesAll() {
    archive().write("dt=2026-11-22/a.parquet", "select 1 n from range(3)");
    NightInteractions night = archive().read(NIGHT);
    assertThat(night.coverage().quarantine()).containsExactly(entry("MISSING_TIME", 3L));
    assertThat(night.coverage().missingColumns()).containsOnlyKeys("start_time");
  }

  @Test
  void read_lateRows_areOfTheirOwnNightWhereLaterFoldersAreSearched() {
    archive()
        .write("dt=2026-11-22/a.parquet", "select " + TEN)
        .write(
            "dt=2026-11-24/b.parquet",
            """
            select * from values (timestamp'2026-11-22 11:00:00', 1), (timestamp'2026-11-22 12:00:00', -1),
              (timestamp'2026-11-24 12:00:00', 1), (null, 1) as rows(t, n)
            """);
    ArchiveFixture mapped = archive().map("input_tokens", "n");
    assertThat(mapped.lateDays(1).read(NIGHT).coverage().rowsLate()).isZero();
    Coverage late = mapped.lateDays(2).read(NIGHT).coverage();
    assertThat(late.rowsRead()).isEqualTo(3);
    assertThat(late.rowsLate()).isEqualTo(2);
    assertThat(late.rowsKept()).isEqualTo(2);
    assertThat(late.quarantine()).containsExactly(entry("NEGATIVE_INPUT_TOKENS", 1L));
    assertThat(late.files()).hasSize(1);
    Coverage folderNight = mapped.read("2026-11-24").coverage();
    assertThat(folderNight.rowsRead()).isEqualTo(4);
    assertThat(folderNight.quarantine())
        .containsExactly(entry("LATE", 2L), entry("MISSING_TIME", 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29, 23, 2026-03-28T23:00:00Z, 2026-03-29T21:59:59Z",
    "2026-10-25, 25, 2026-10-24T22:00:00Z, 2026-10-25T22:59:59Z",
    "2026-11-22, 24, 2026-11-21T23:00:00Z, 2026-11-22T22:59:59Z",
  })
  void read_nightsOfBerlin_haveTheirHours(String date, int hours, String first, String last) {
    archive()
        .write(
            "dt=" + date + "/a.parquet",
            "select explode(array(timestamp'%s', timestamp'%s', timestamp'%s' + interval 1 second)) t"
                .formatted(first, last, last));
    Coverage coverage = archive().timezone("Europe/Berlin").read(date).coverage();
    assertThat(coverage.hours()).hasSize(hours);
    assertThat(coverage.hours().get(0)).isEqualTo(1);
    assertThat(coverage.hours().get(hours - 1)).isEqualTo(1);
    assertThat(coverage.quarantine()).containsExactly(entry("LATE", 1L));
  }

  @Test
  void read_hourlyLayout_readsEveryHourOfTheLocalNight() {
    ArchiveFixture hourly =
        archive().layout("year={yyyy}/month={MM}/day={dd}/hour={HH}").timezone("Europe/Berlin");
    for (int hour = 0; hour < 24; hour++) {
      hourly.write(
          "year=2026/month=10/day=25/hour=%02d/a.parquet".formatted(hour),
          "select timestamp_ntz'2026-10-25 %02d:30:00' t".formatted(hour));
    }
    Coverage coverage = hourly.read("2026-10-25").coverage();
    assertThat(coverage.rowsKept()).isEqualTo(24);
    assertThat(coverage.hours()).hasSize(25);
  }

  @Test
  void read_emptyLayout_choosesRowsByTheirTime() {
    archive()
        .write(
            "some/where/a.parquet",
            "select explode(array(timestamp'2026-11-22 10:00:00', timestamp'2026-11-23 10:00:00', null)) t")
        .write("b.parquet", "select timestamp'2026-11-21 23:59:59' t");
    Coverage coverage = archive().layout("").read(NIGHT).coverage();
    assertThat(coverage.rowsRead()).isEqualTo(2);
    assertThat(coverage.rowsKept()).isEqualTo(1);
    assertThat(coverage.quarantine()).containsExactly(entry("MISSING_TIME", 1L));
    assertThat(coverage.files()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../{date}", "/data/{date}", "a/../../{date}", "night"})
  void read_layoutThatLeavesTheArchiveOrNamesNoNight_isRefused(String layout) {
    assertThatThrownBy(() -> archive().layout(layout).read(NIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(layout);
  }

  @Test
  void read_strangeFolderAndFileNames_areNames() {
    ArchiveFixture strange =
        new ArchiveFixture(folder.resolve("a b=c%20{d}[e]*")).map("start_time", "t");
    strange
        .write("dt=2026-11-22/x{1,2}?+é.parquet", "select " + TEN + ", 1 n")
        .write("dt=2026-11-22/y.parquet", "select " + TEN + ", -1 n");
    NightInteractions night =
        strange.map("input_tokens", "n").dimension("f", expression("_file")).read(NIGHT);
    assertThat(night.coverage().rowsRead()).isEqualTo(2);
    assertThat(values(night, "f")).containsExactly("x{1,2}?+é.parquet");
    assertThat(night.quarantined().first().getString(4)).hasSize(64);
  }

  @Test
  void read_sessionSetOtherwise_isRefused() {
    ArchiveFixture.spark().conf().set("spark.sql.session.timeZone", "Europe/Berlin");
    try {
      assertThatThrownBy(() -> archive().read(NIGHT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("spark.sql.session.timeZone is Europe/Berlin; set it to UTC");
    } finally {
      ArchiveFixture.spark().conf().set("spark.sql.session.timeZone", "UTC");
    }
  }

  @Test
  void read_fiveThousandModels_areKept() {
    archive()
        .write("dt=2026-11-22/a.parquet", "select " + TEN + ", 'model-' || id m from range(5000)");
    NightInteractions night = archive().map("request_model", "m").read(NIGHT);
    assertThat(night.interactions().distinct().count()).isEqualTo(5000);
  }
}

package io.nightaudit.jobs.archive;

import static io.nightaudit.jobs.archive.ArchiveFixture.expression;
import static io.nightaudit.jobs.archive.ArchiveFixture.literal;
import static io.nightaudit.jobs.archive.ArchiveFixture.pattern;
import static io.nightaudit.jobs.archive.ArchiveFixture.unit;
import static io.nightaudit.jobs.archive.ArchiveFixture.values;
import static io.nightaudit.jobs.archive.ArchiveFixture.yesOrNo;
import static io.nightaudit.jobs.archive.ArchiveFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.ColumnMapping.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns as other writers leave them behind. */
class ForeignTypesTest {
  private static final String NIGHT = "2026-11-22";
  private static final String FILE = "dt=2026-11-22/part.parquet";

  @TempDir Path folder;

  private ArchiveFixture archive() {
    return new ArchiveFixture(folder);
  }

  private static List<String> times(NightInteractions night) {
    return values(night, "start_time");
  }

  private void foreign(String schema, java.util.function.Consumer<Group> fill) throws IOException {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    Path file = folder.resolve(FILE);
    Files.createDirectories(file.getParent());
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withConf(new Configuration())
            .withType(type)
            .build()) {
      Group row = new SimpleGroupFactory(type).newGroup();
      fill.accept(row);
      writer.write(row);
    }
    Files.deleteIfExists(file.resolveSibling(".part.parquet.crc"));
  }

  private static long nanoseconds(String instant) {
    Instant time = Instant.parse(instant);
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }

  @Test
  void read_nanosecondsOfUtc_areCutToMicroseconds() throws IOException {
    foreign(
        "message m { required int64 t (TIMESTAMP(NANOS,true)); }",
        row -> row.add("t", nanoseconds("2026-11-22T10:00:00.123456789Z")));
    assertThat(times(archive().map("start_time", "t").read(NIGHT)))
        .containsExactly("2026-11-22 10:00:00.123456");
  }

  @Test
  void read_nanosecondsWithoutZone_areOfTheMappingsZone() throws IOException {
    foreign(
        "message m { required group s { required int64 t (TIMESTAMP(NANOS,false)); } }",
        row -> row.addGroup("s").add("t", nanoseconds("2026-11-22T10:00:00.000000999Z")));
    assertThat(times(archive().map("start_time", zone("s.t", "Europe/Berlin")).read(NIGHT)))
        .containsExactly("2026-11-22 09:00:00.0");
  }

  @Test
  void read_unsignedBinaryAndUnreadableColumns_areReadOrLeftOut() throws IOException {
    byte[] loneSurrogate = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 0, 'b'};
    foreign(
        "message m { required int64 t (TIMESTAMP(MICROS,true)); required int32 u (INTEGER(32,false));"
            + " required int64 w (INTEGER(64,false)); required binary text;"
            + " required fixed_len_byte_array(16) id (UUID); }",
        row ->
            row.append("t", nanoseconds("2026-11-22T10:00:00Z") / 1000)
                .append("u", -1)
                .append("w", 77L)
                .append("text", Binary.fromConstantByteArray(loneSurrogate))
                .append("id", Binary.fromConstantByteArray(new byte[16])));
    NightInteractions night =
        archive()
            .map("start_time", "t")
            .map("input_tokens", "w")
            .map("answer", "text")
            .dimension("unsigned", ColumnMapping.column("u"))
            .map("interaction_id", "id")
            .read(NIGHT);
    assertThat(values(night, "unsigned")).containsExactly("4294967295");
    assertThat(values(night, "input_tokens")).containsExactly("77");
    assertThat(night.coverage().missingColumns()).containsOnlyKeys("interaction_id");
    Row row = night.interactions().selectExpr("hex(answer)").first();
    assertThat(row.getString(0)).isEqualTo("61EDA0800062");
  }

  @Test
  void read_int96_isATime() {
    ArchiveFixture.spark().conf().set("spark.sql.parquet.outputTimestampType", "INT96");
    try {
      archive().write(FILE, "select timestamp'2026-11-22 10:00:00.5' t");
    } finally {
      ArchiveFixture.spark().conf().unset("spark.sql.parquet.outputTimestampType");
    }
    assertThat(times(archive().map("start_time", "t").read(NIGHT)))
        .containsExactly("2026-11-22 10:00:00.5");
  }

  @Test
  void read_zonelessTime_isOfTheMappingsZoneOrTheArchives() {
    archive().write(FILE, "select timestamp_ntz'2026-11-22 00:30:00' t");
    assertThat(times(archive().timezone("Europe/Berlin").map("start_time", "t").read(NIGHT)))
        .containsExactly("2026-11-21 23:30:00.0");
    assertThat(times(archive().map("start_time", zone("t", "America/New_York")).read(NIGHT)))
        .containsExactly("2026-11-22 05:30:00.0");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:00:00Z, 2026-11-22 10:00:00.0",
    "2026-11-22 10:00:00.1234567, 2026-11-22 10:00:00.123456",
    "2026-11-22T10:00:00+02:00, 2026-11-22 08:00:00.0",
    "2026-11-22, 2026-11-22 00:00:00.0",
  })
  void read_isoText_isATime(String text, String expected) {
    archive().write(FILE, "select '" + text + "' t");
    assertThat(times(archive().map("start_time", "t").read(NIGHT))).containsExactly(expected);
  }

  @Test
  void read_isoTextWithAndWithoutZone_shiftsOnlyTheLatter() {
    archive().write(FILE, "select explode(array('2026-11-22T10:00:00Z', '2026-11-22T10:00:00')) t");
    assertThat(times(archive().map("start_time", zone("t", "Europe/Berlin")).read(NIGHT)))
        .containsExactly("2026-11-22 09:00:00.0", "2026-11-22 10:00:00.0");
  }

  @ParameterizedTest
  @CsvSource({"T10:00:00", "2026", "yesterday", "2026-13-45", "10:00"})
  void read_textThatIsNoTime_isQuarantined(String text) {
    archive().write(FILE, "select '" + text + "' t");
    assertThat(archive().map("start_time", "t").read(NIGHT).coverage().quarantine())
        .containsExactly(java.util.Map.entry("INVALID_TIME", 1L));
  }

  @Test
  void read_patterns_takeTheirZone() {
    archive().write(FILE, "select '2026-11-22 10:00:00.1234567' a, '22/11/2026, 10:00:00 +0200' b");
    ArchiveFixture seven =
        archive().map("start_time", pattern("a", "yyyy-MM-dd HH:mm:ss.SSSSSSS", "Europe/Berlin"));
    assertThat(times(seven.read(NIGHT))).containsExactly("2026-11-22 09:00:00.123456");
    ArchiveFixture offset =
        archive().map("start_time", pattern("b", "dd/MM/yyyy, HH:mm:ss Z", "Europe/Berlin"));
    assertThat(times(offset.read(NIGHT))).containsExactly("2026-11-22 08:00:00.0");
  }

  @Test
  void read_numbers_countFrom1970InTheirUnit() {
    long second = Instant.parse("2026-11-22T10:00:00Z").getEpochSecond();
    archive()
        .write(
            FILE,
            "select %1$dL s, %1$d000L ms, %1$d000000L us, %1$d000000000L ns, %1$d.25D f, 9223372036854775807L far"
                .formatted(second));
    for (Unit unit : List.of(Unit.S, Unit.MS, Unit.US, Unit.NS)) {
      String column = unit.name().toLowerCase(java.util.Locale.ROOT);
      assertThat(times(archive().map("start_time", unit(column, unit)).read(NIGHT)))
          .containsExactly("2026-11-22 10:00:00.0");
    }
    assertThat(times(archive().map("start_time", "ms").read(NIGHT))).hasSize(1);
    assertThat(times(archive().map("start_time", unit("f", Unit.S)).read(NIGHT)))
        .containsExactly("2026-11-22 10:00:00.25");
    assertThat(archive().map("start_time", unit("far", Unit.S)).read(NIGHT).coverage().quarantine())
        .containsOnlyKeys("INVALID_TIME");
  }

  @Test
  void read_date_isItsMidnightInTheZone() {
    archive().write(FILE, "select date'2026-11-22' t");
    assertThat(times(archive().timezone("Europe/Berlin").map("start_time", "t").read(NIGHT)))
        .containsExactly("2026-11-21 23:00:00.0");
  }

  @Test
  void read_textAndFractionsAsCounts_countWhereTheyAreWhole() {
    archive()
        .write(
            FILE,
            "select timestamp'2026-11-22 10:00:00' t, * from values ('12', 1D), (' 13.0 ', 2D),"
                + " ('', null), (null, 4.5D), ('x', 5D), ('7.5', double('NaN')) as v(n, d)");
    Coverage text =
        archive().map("start_time", "t").map("input_tokens", "n").read(NIGHT).coverage();
    assertThat(text.rowsKept()).isEqualTo(4);
    assertThat(text.quarantine()).containsExactly(java.util.Map.entry("INVALID_INPUT_TOKENS", 2L));
    NightInteractions fractions =
        archive().map("start_time", "t").map("output_tokens", "d").read(NIGHT);
    assertThat(values(fractions, "output_tokens")).containsExactly("1", "2", "5", "null");
    assertThat(fractions.coverage().quarantine())
        .containsExactly(java.util.Map.entry("INVALID_OUTPUT_TOKENS", 2L));
  }

  @Test
  void read_filesOfDifferentTypes_giveOneColumn() {
    archive()
        .write("dt=2026-11-22/a.parquet", "select timestamp'2026-11-22 10:00:00' t, 1 n, 'x' m")
        .write(
            "dt=2026-11-22/b.parquet", "select '2026-11-22T11:00:00' t, '2' n, 7 m, 'more' extra")
        .write("dt=2026-11-22/c.parquet", "select 1795345200000L t, 3.0D n");
    NightInteractions night =
        archive()
            .map("start_time", "t")
            .map("input_tokens", "n")
            .map("request_model", "m")
            .read(NIGHT);
    assertThat(values(night, "input_tokens")).containsExactly("1", "2", "3");
    assertThat(values(night, "request_model")).containsExactly("7", "null", "x");
    assertThat(night.coverage().rowsKept()).isEqualTo(3);
  }

  @Test
  void read_nestedPathsMapKeysAndDottedNames_areFound() {
    archive()
        .write(
            FILE,
            "select timestamp'2026-11-22 10:00:00' t, named_struct('input_tokens', 5, 'a.b', 6) usage,"
                + " map('gen_ai.usage.output_tokens', '8', 'k', '9') attributes,"
                + " 7 `usage.reasoning`, array('stop', 'length') reasons");
    NightInteractions night =
        archive()
            .map("start_time", "t")
            .map("input_tokens", "usage.input_tokens")
            .map("cache_read_tokens", "usage.a.b")
            .map("reasoning_tokens", "usage.reasoning")
            .map("output_tokens", "attributes.gen_ai.usage.output_tokens")
            .map("max_tokens", "attributes.absent")
            .map("finish_reasons", "reasons")
            .read(NIGHT);
    assertThat(
            night
                .interactions()
                .selectExpr(
                    "concat_ws(' ', input_tokens, cache_read_tokens, reasoning_tokens,"
                        + " output_tokens, coalesce(max_tokens, 'none'), finish_reasons)")
                .first()
                .getString(0))
        .isEqualTo("5 6 7 8 none stop");
  }

  @Test
  void read_expressionsAndLiterals_seeTheColumnsAndTheFile() {
    archive()
        .write("dt=2026-11-22/a b%20c.parquet", "select timestamp'2026-11-22 10:00:00' t, 'x' m")
        .write("dt=2026-11-22/d.parquet", "select timestamp'2026-11-22 10:00:00' t");
    NightInteractions night =
        archive()
            .map("start_time", "t")
            .map("request_model", expression("upper(m)"))
            .map("app_name", literal("desk"))
            .map("input_tokens", expression("1 / 0"))
            .dimension("file", expression("_file"))
            .map("provider", expression("upper(absent)"))
            .read(NIGHT);
    assertThat(values(night, "request_model")).containsExactly("X", "null");
    assertThat(values(night, "app_name")).containsExactly("desk", "desk");
    assertThat(values(night, "file")).containsExactly("a b%20c.parquet", "d.parquet");
    assertThat(values(night, "input_tokens")).containsExactly("null", "null");
    assertThat(night.coverage().missingColumns()).containsOnlyKeys("provider");
    assertThat(night.coverage().missingColumns().get("provider")).contains("absent");
  }

  @Test
  void read_expressionThatDoesNotFit_namesIt() {
    archive().write(FILE, "select timestamp'2026-11-22 10:00:00' t, 'x' m");
    assertThatThrownBy(() -> archive().map("start_time", expression("map_keys(m)")).read(NIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("map_keys(m)");
  }

  @Test
  void read_missingColumn_namesTheNearest() {
    archive().write(FILE, "select timestamp'2026-11-22 10:00:00' t, 1 prompt_tokens");
    NightInteractions night =
        archive().map("start_time", "t").map("input_tokens", "promt_tokens").read(NIGHT);
    assertThat(night.coverage().missingColumns().get("input_tokens"))
        .startsWith("looked for promt_tokens; nearest: prompt_tokens");
    assertThat(night.coverage().present()).containsExactly("start_time");
  }

  @Test
  void read_scores_comeFromColumnsStructsAndMaps() {
    archive()
        .write(
            "dt=2026-11-22/a.parquet",
            "select timestamp'2026-11-22 10:00:00' t, 1 c, named_struct('good', true, 'rank', 2, 'note', 'x') s,"
                + " map('b', 0.5D, 'a', 1D) m")
        .write(
            "dt=2026-11-22/b.parquet",
            "select timestamp'2026-11-22 10:00:00' t, 7 c, named_struct('good', false, 'rank', 3, 'note', 'x') s,"
                + " map('z', 0.25D) m");
    NightInteractions structs =
        archive()
            .map("start_time", "t")
            .map("scores", "s")
            .map("scores.correct", yesOrNo("c"))
            .read(NIGHT);
    assertThat(structs.schema().scores()).containsExactly("correct", "good", "rank");
    assertThat(structs.schema().booleanScores()).containsExactly("correct", "good");
    assertThat(structs.coverage().quarantine())
        .containsExactly(java.util.Map.entry("INVALID_SCORES.CORRECT", 1L));
    assertThat(values(structs, "scores.rank")).containsExactly("2.0");
    for (ColumnMapping mapping : List.of(ColumnMapping.column("m"), expression("m"))) {
      NightInteractions maps = archive().map("start_time", "t").map("scores", mapping).read(NIGHT);
      assertThat(maps.schema().scores()).containsExactly("a", "b", "z");
      assertThat(values(maps, "scores.z")).containsExactly("0.25", "null");
    }
  }

  @Test
  void read_guardrails_haveTheCanonicalFields() {
    archive()
        .write(
            FILE,
            "select timestamp'2026-11-22 10:00:00' t, array(named_struct('verdict', 'DENY', 'name', 'pii',"
                + " 'score', '0.5', 'action', 'Block')) g,"
                + " '[{\"verdict\":\"Allow\",\"rule_id\":\"r1\"}]' j, 'broken' k");
    Row events =
        archive().map("start_time", "t").map("guardrails", "g").read(NIGHT).interactions().first();
    assertThat(events.getList(1).toString())
        .isEqualTo("[[null,pii,null,null,deny,block,0.5,null,null]]");
    Row json =
        archive().map("start_time", "t").map("guardrails", "j").read(NIGHT).interactions().first();
    assertThat(json.getList(1).toString())
        .isEqualTo("[[null,null,r1,null,allow,null,null,null,null]]");
    assertThat(
            archive()
                .map("start_time", "t")
                .map("guardrails", "k")
                .read(NIGHT)
                .coverage()
                .quarantine())
        .containsOnlyKeys("INVALID_GUARDRAILS");
  }

  @Test
  void read_textWithNullBytes_staysAsItIs() {
    archive()
        .write(FILE, "select timestamp'2026-11-22 10:00:00' t, decode(unhex('610062'), 'utf-8') p");
    NightInteractions night = archive().map("start_time", "t").map("prompt", "p").read(NIGHT);
    assertThat(values(night, "prompt").get(0).getBytes(StandardCharsets.UTF_8))
        .containsExactly('a', 0, 'b');
  }
}

package io.nightaudit.jobs.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a night and slice as SQL, whatever the layout and the names in the logs. */
class ArchiveRowsTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 3, 9);

  @TempDir private Path folder;

  private String rows(String archive, Slice slice) throws Exception {
    return new ArchiveRows(configuration(archive), NIGHT).of(slice).orElse("");
  }

  private AuditConfiguration configuration(String archive) throws Exception {
    String text =
        """
        system: shop
        archive:
          path: /data
        %s
          columns:
            start_time: at
            prompt: question
            app_name: attributes.app
            request_model: asked
            response_model: served
            prompt_version: {expr: "concat('v', version)"}
        """
            .formatted(archive.indent(2).stripTrailing());
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    return ConfigurationFile.read(file, List.of());
  }

  @Test
  void rows_foldersOfANight_areReadAsFiles() throws Exception {
    assertThat(rows("", Slice.ALL)).isEqualTo("FROM parquet.`/data/dt=2026-03-09`");
    assertThat(rows("layout: \"year={yyyy}/month={MM}/day={dd}/hour={HH}\"", Slice.ALL))
        .isEqualTo("FROM parquet.`/data/year=2026/month=03/day=09/hour=*`");
  }

  @Test
  void rows_deltaTable_arePartitionsOfIt() throws Exception {
    assertThat(rows("format: delta\nlayout: \"dt={date}\"", Slice.ALL))
        .isEqualTo("FROM delta.`/data`\nWHERE CAST(`dt` AS STRING) = '2026-03-09'");
  }

  @Test
  void rows_oneFolder_areChosenByTimeInTheZoneOfTheArchive() throws Exception {
    assertThat(rows("layout: \"\"\ntimezone: Europe/Vienna", Slice.ALL))
        .isEqualTo(
            "FROM parquet.`/data`\nWHERE `at` >= TIMESTAMP'2026-03-08T23:00:00Z' AND `at` <"
                + " TIMESTAMP'2026-03-09T23:00:00Z'");
  }

  @Test
  void rows_slice_isAConditionOnTheMappedColumn() throws Exception {
    assertThat(rows("", Slice.of("app_name", "it's\\a\u202Etrap")))
        .endsWith("WHERE CAST(`attributes`.`app` AS STRING) = 'it\\'s\\\\a\\u202etrap'");
    assertThat(rows("", Slice.of("app_name", Slice.UNKNOWN)))
        .endsWith("WHERE CAST(`attributes`.`app` AS STRING) IS NULL");
    assertThat(rows("", Slice.of("release", "served + v3")))
        .endsWith(
            "WHERE nullif(concat_ws(' + ', CAST(`served` AS STRING), CAST((concat('v', version)) AS"
                + " STRING)), '') = 'served + v3'");
  }

  @Test
  void rows_foldedOrUnmappedSlice_hasNone() throws Exception {
    assertThat(rows("", Slice.of("app_name", Slice.OTHER))).isEmpty();
    assertThat(rows("", Slice.of("tenant", "a"))).isEmpty();
  }

  @Test
  void keys_fileAndSettings_areThoseThatAreSet() throws Exception {
    configuration("");
    assertThat(
            ConfigurationFile.keys(
                folder.resolve("nightaudit.yaml"),
                List.of("policy.metrics.errors.material=2 points")))
        .contains("archive.path", "policy.metrics.errors.material")
        .doesNotContain("policy.metrics.errors.harm", "policy.baseline-nights");
  }
}

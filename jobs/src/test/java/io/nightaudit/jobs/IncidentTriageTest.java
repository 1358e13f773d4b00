package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident from its opening to its end, through the command and the next report. */
class IncidentTriageTest {
  private static final int LAST = SampleNight.NIGHTS;

  @TempDir private Path folder;
  private Path store;

  private Audit incident(String... arguments) {
    List<String> all = new ArrayList<>(List.of("incident"));
    all.addAll(List.of(arguments));
    all.add("--config=" + SampleStore.shared().archive().configuration());
    all.add("--store=" + store);
    return Audit.run(all.toArray(String[]::new));
  }

  @Test
  void incident_openedUpdatedClosed_isKeptAndToldByTheNextReportAlone() throws IOException {
    store = SampleStore.shared().copy(folder.resolve("store"));
    String night = SampleNight.date(LAST - 1).toString();
    Row finding =
        StoreContent.table(store, "findings")
            .where("night = DATE'" + night + "'")
            .select("id")
            .orderBy("id")
            .first();

    Audit opened =
        incident(
            "open",
            "--night=" + night,
            "--class=4",
            "--harm=HEALTH",
            "--finding=" + finding.getString(0),
            "--by=A. Example",
            "--reason=wrong doses",
            "--detected-at=2026-03-11T04:00:00Z",
            "--aware-at=2026-03-11T08:00:00Z");

    assertThat(opened.status()).as(opened.err()).isZero();
    assertThat(opened.out()).contains("Kept: incident I-", "2026-03-26T08:00:00Z", "(drill)");
    String id = id(opened.out());
    assertThat(StoreContent.table(store, "decisions").where("kind = 'HOLD'").count()).isEqualTo(1);
    String again = "--reason=told the provider";
    Audit updated =
        incident(
            "update", id, "--by=B. Example", again, "--provider-informed-at=2026-03-11T10:00:00Z");
    assertThat(updated.status()).as(updated.err()).isZero();
    assertThat(
            incident(
                    "update",
                    id,
                    "--by=B. Example",
                    again,
                    "--provider-informed-at=2026-03-11T10:00:00Z")
                .out())
        .contains("nothing was appended");
    assertThat(incident("show", id).out())
        .contains("Name of the system: sample", "Root cause: (a person fills this in)");
    assertThat(incident("list").out()).contains(id, "open", "wrong doses");
    assertThat(incident("update", "I-none", "--by=a", "--reason=b").status()).isEqualTo(2);
    assertThat(incident("open", "--night=2001-01-01", "--class=3", "--by=a", "--reason=b").err())
        .contains("2001-01-01 was not audited");

    assertThat(incidents(LAST)).isEmpty();
    Audit.nights(SampleStore.shared().archive(), store, LAST, LAST);
    assertThat(incidents(LAST)).as("acts from the night after the last judged one").isEmpty();
    Audit.nights(SampleStore.shared().archive(), store, LAST + 1, LAST + 1);
    JsonNode told = incidents(LAST + 1).get(0);
    assertThat(told.path("id").asText()).isEqualTo(id);
    assertThat(told.path("provider_informed_at").asText()).isEqualTo("2026-03-11T10:00:00Z");
    assertThat(told.path("words")).hasSize(2);

    assertThat(
            incident("close", id, "--not-reportable", "--by=A. Example", "--reason=a test account")
                .out())
        .contains("closed: not reportable");
    assertThat(incident("update", id, "--by=a", "--reason=more").err())
        .contains("closed: not reportable", "open another one");
    assertThat(StoreContent.table(store, "incidents").count()).isEqualTo(3);
  }

  private static String id(String text) {
    Matcher matcher = Pattern.compile("I-[0-9a-f]{10}").matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private JsonNode incidents(int night) throws IOException {
    Path report = store.resolve("reports/" + SampleNight.date(night) + "/report.json");
    return new ObjectMapper().readTree(report.toFile()).path("incidents").path("incidents");
  }
}

package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels come back to a store, and its next reports tell what people said. */
class LabelImportTest {
  private static final int LAST = SampleNight.NIGHTS;

  @TempDir static Path folder;

  private static Path store;
  private static Path csv;
  private static Audit imported;
  private static int random;

  @BeforeAll
  static void importLabels() throws IOException {
    store = SampleStore.shared().copy(folder.resolve("store"));
    List<Row> drawn =
        StoreContent.table(store, "review_queue")
            .where("stratum = 'RANDOM' AND interaction_id IS NOT NULL")
            .selectExpr("interaction_id", "cast(night as string)", "scores['helpful']")
            .orderBy("interaction_id")
            .collectAsList();
    StringBuilder text = new StringBuilder("id,label,who,when\n");
    drawn.forEach(
        row -> text.append("%s,yes,ann secret,%s\n".formatted(row.getString(0), row.getString(1))));
    text.append("nobody-knows,1,bob secret,2026-03-02\n")
        .append("n1-1,maybe,ann secret,2026-03-02\n");
    csv = Files.writeString(folder.resolve("labels.csv"), text);
    String first = SampleNight.date(LAST - 5).toString();
    random =
        (int)
            drawn.stream()
                .filter(row -> row.getString(1).compareTo(first) > 0 && !row.isNullAt(2))
                .count();
    imported = labels(csv, "scores.helpful");
    night();
  }

  private static Audit labels(Path file, String target, String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("labels", "import"));
    arguments.addAll(
        List.of(
            file.toString(),
            "--for=" + target,
            "--config=" + SampleStore.shared().archive().configuration(),
            "--store=" + store));
    arguments.addAll(List.of(more));
    return Audit.run(arguments.toArray(String[]::new));
  }

  private static void night() {
    Audit audit = Audit.nights(SampleStore.shared().archive(), store, LAST, LAST);
    assertThat(audit.status()).as(audit.err()).isZero();
  }

  private static String report(String name) throws IOException {
    return Files.readString(store.resolve("reports/" + SampleNight.date(LAST) + "/" + name));
  }

  @Test
  void import_csv_keepsLabelsAndListsWhatItLeavesOut() {
    assertThat(imported.status()).as(imported.err()).isZero();
    assertThat(imported.out())
        .contains("labels kept for scores.helpful, of 2 people about")
        .contains("1 label: no review queue up to the day of the label holds the interaction")
        .contains("left out: 1 row with a label that is neither yes, no nor a number, line ")
        .doesNotContain("secret")
        .doesNotContain("maybe")
        .doesNotContain("nobody-knows");
    assertThat(StoreContent.table(store, "labels").where("target = 'scores.helpful'"))
        .satisfies(
            table -> {
              assertThat(table.where("night IS NULL").count()).isEqualTo(1);
              assertThat(table.where("night = date(labelled_at)").count())
                  .isEqualTo(table.count() - 1);
            });
  }

  @Test
  void import_again_appendsNothing() {
    long rows = StoreContent.table(store, "labels").where("target = 'scores.helpful'").count();
    Audit again = labels(csv, "scores.helpful");
    assertThat(again.status()).isZero();
    assertThat(again.out())
        .contains("was imported for scores.helpful before", "nothing was appended");
    assertThat(StoreContent.table(store, "labels").where("target = 'scores.helpful'").count())
        .isEqualTo(rows);
  }

  @Test
  void import_parquetOfGuardrailLabels_isTold() throws IOException {
    Path parquet = folder.resolve("guardrail");
    StoreContent.table(store, "review_queue")
        .where("interaction_id IS NOT NULL")
        .selectExpr(
            "interaction_id interaction",
            "guardrail_hit is true violates",
            "'ann' person",
            "cast(night as timestamp) at")
        .distinct()
        .coalesce(1)
        .write()
        .parquet(parquet.toString());
    Path file;
    try (var files = Files.list(parquet)) {
      file = files.filter(each -> each.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    Audit audit =
        labels(
            file,
            "guardrail",
            "--id-column=interaction",
            "--label-column=violates",
            "--who-column=person",
            "--when-column=at");
    assertThat(audit.status()).as(audit.err()).isZero();
    night();
    JsonNode labels = new ObjectMapper().readTree(report("report.json")).get("labels");
    assertThat(labels.findValuesAsText("target"))
        .containsExactly("guardrail.precision", "guardrail.misses", "scores.helpful");
    assertThat(labels.get(1).get("estimate").asDouble()).isZero();
    assertThat(labels.get(1).get("high").asDouble()).isBetween(0.01, 0.1);
    // The law: equal labels and a night that is run again give equal bytes.
    String before = report("report.json");
    night();
    assertThat(report("report.json")).isEqualTo(before);
  }

  @Test
  void report_afterwards_tellsWhatPeopleSaidAndNoName() throws IOException {
    JsonNode labels = new ObjectMapper().readTree(report("report.json")).get("labels");
    JsonNode helpful = labels.get(labels.size() - 1);
    assertThat(helpful.get("target").asText()).isEqualTo("scores.helpful");
    assertThat(helpful.get("n").asInt()).isEqualTo(random);
    assertThat(helpful.get("reason").asText())
        .isEqualTo(random + " of 100 labels of the random stratum");
    assertThat(helpful.get("estimate").isNull()).isTrue();
    assertThat(report("report.html")).contains("What people said").doesNotContain("secret");
  }

  @Test
  void import_ofNothingAudited_isRefused() throws IOException {
    Audit target = labels(csv, "scores.helpfull");
    assertThat(target.status()).isEqualTo(2);
    assertThat(target.err()).contains("is nothing that is audited here; give scores.helpful");
    Path none = Files.writeString(folder.resolve("none.csv"), "id,label,who,when\na,b,c,d\n");
    Audit empty = labels(none, "scores.helpful");
    assertThat(empty.status()).isEqualTo(2);
    assertThat(empty.err()).contains("is a label", "line 2", "Nothing was written");
    assertThat(labels(folder.resolve("absent.csv"), "guardrail").err())
        .contains("there is no file");
  }
}

package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run draws for review, and what the commands hand out, on the sample's ninth night. */
class ReviewQueueTest {
  private static final String NIGHT = SampleNight.date(SampleNight.NIGHTS).toString();

  private static SampleStore sample;

  @TempDir static Path folder;

  @BeforeAll
  static void open() {
    sample = SampleStore.shared();
  }

  private static Audit review(String... arguments) {
    List<String> all = new ArrayList<>(List.of("review"));
    all.addAll(List.of(arguments));
    all.add("--config=" + sample.archive().configuration());
    all.add("--store=" + sample.folder());
    return Audit.run(all.toArray(String[]::new));
  }

  private static List<Row> queue() {
    return StoreContent.table(sample.folder(), "review_queue")
        .where("night = '" + NIGHT + "'")
        .orderBy("stratum", "interaction_id")
        .collectAsList();
  }

  /** The same strata counted from the rows that were written. */
  @Test
  void run_ofANight_drawsFromEveryStratum() {
    List<Row> rows = SampleNight.rows(SampleNight.NIGHTS).subList(0, SampleNight.ROWS);
    Map<String, Row> archived = new HashMap<>();
    rows.forEach(row -> archived.put(row.getString(0), row));
    long low = rows.stream().filter(row -> !row.isNullAt(14) && row.getDouble(14) == 0).count();
    Map<String, Long> populations = new HashMap<>();
    for (Row row : queue()) {
      populations.put(row.getAs("stratum"), row.<Long>getAs("population"));
      String id = row.getAs("interaction_id");
      if (id != null) {
        assertThat(archived).containsKey(id);
        assertThat(row.<Double>getAs("inclusion_probability"))
            .isEqualTo(Math.min(1, 20.0 / row.<Long>getAs("population")));
        assertThat(row.<Double>getAs("overall_probability"))
            .isGreaterThanOrEqualTo(row.<Double>getAs("inclusion_probability"));
        assertThat(row.<String>getList(row.fieldIndex("strata")))
            .contains(row.<String>getAs("stratum"))
            .contains("RANDOM");
        assertThat(row.<String>getAs("route")).startsWith("request_model=");
        assertThat(archived.get(id).getString(5)).isEqualTo(row.getAs("release"));
      }
    }
    assertThat(populations)
        .containsEntry("RANDOM", (long) SampleNight.ROWS)
        .containsEntry("LOW_SCORE.helpful", low)
        .containsEntry("LOW_FEEDBACK", 0L)
        .containsEntry("HIGH_COST", 1L)
        .containsKeys("GUARDRAIL_HIT", "NEW_TERMS");
    assertThat(queue().stream().filter(row -> row.getAs("stratum").equals("LOW_SCORE.helpful")))
        .hasSize(20)
        .allMatch(row -> row.getJavaMap(row.fieldIndex("scores")).get("helpful").equals(0.0));
    assertThat(queue().stream().filter(row -> row.getAs("stratum").equals("LOW_FEEDBACK")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<String>getAs("interaction_id")).isNull();
              assertThat(row.<String>getAs("reason"))
                  .isEqualTo("the archive has no column feedback");
            });
  }

  @Test
  void report_ofANight_countsWithoutIds() throws IOException {
    String json = Files.readString(sample.folder().resolve("reports/" + NIGHT + "/report.json"));
    JsonNode review = new ObjectMapper().readTree(json).get("review");
    long drawn =
        queue().stream()
            .map(row -> row.<String>getAs("interaction_id"))
            .filter(id -> id != null)
            .distinct()
            .count();
    assertThat(review.get("drawn").asLong()).isEqualTo(drawn);
    assertThat(review.get("strata").findValuesAsText("name"))
        .containsExactly(
            "GUARDRAIL_HIT",
            "LOW_SCORE.helpful",
            "LOW_FEEDBACK",
            "NEW_TERMS",
            "HIGH_COST",
            "RANDOM");
    String html = Files.readString(sample.folder().resolve("reports/" + NIGHT + "/report.html"));
    assertThat(html).contains("A person should look at <b>" + drawn + " interactions</b>");
    assertThat(json + html).doesNotContain("n9-1");
  }

  @Test
  void list_ofANight_isATableWithReasons() {
    Audit audit = review("list", "--night=" + NIGHT);
    assertThat(audit.status()).as(audit.err()).isZero();
    assertThat(audit.out().lines().findFirst().orElseThrow())
        .matches("NIGHT +DRAWN FOR +OF +PROBABILITY +INTERACTION +JUDGED");
    assertThat(audit.out())
        .containsPattern(NIGHT + "  LOW_SCORE.helpful +\\d+ +[\\d.]+% +n9-\\d+ .*helpful 0\n")
        .containsPattern("LOW_FEEDBACK +0 +– +none: the archive has no column feedback\n");
    assertThat(audit.out().lines()).hasSize(queue().size() + 1);

    Audit scores = review("list", "--night=" + NIGHT, "--stratum=low_score");
    assertThat(scores.out().lines().skip(1)).hasSize(20).allMatch(l -> l.contains("LOW_SCORE"));
  }

  @Test
  void list_ofAnUnknownNight_isMissingInput() {
    Audit audit = review("list", "--night=2020-01-01");
    assertThat(audit.status()).isEqualTo(3);
    assertThat(audit.err())
        .contains("has no night 2020-01-01", "nightaudit run --night 2020-01-01");

    Path none = folder.resolve("none");
    Audit nowhere =
        Audit.run(
            "review",
            "list",
            "--night=" + NIGHT,
            "--config=" + sample.archive().configuration(),
            "--store=" + none);
    assertThat(nowhere.status()).isEqualTo(3);
    assertThat(nowhere.err()).contains("there is no audit store in " + none);
    assertThat(none).doesNotExist();
  }

  /** Every format holds the same; of two nights, low scores alone. */
  @Test
  void export_ofLowRated_isAnEvaluationSetById() throws IOException {
    String[] range = {
      "export",
      "--from=" + SampleNight.date(SampleNight.NIGHTS - 1),
      "--to=" + NIGHT,
      "--low-rated",
      "--output="
    };
    List<List<String>> read = new ArrayList<>();
    for (String ending : List.of("csv", "json", "parquet")) {
      Path file = Files.writeString(folder.resolve("set." + ending), "old");
      String[] arguments = range.clone();
      arguments[4] += file;
      Audit audit = review(arguments);
      assertThat(audit.status()).as(audit.err()).isZero();
      assertThat(audit.out()).isEqualTo(file + ": 40 interactions\n");
      read.add(ids(file, ending));
    }
    assertThat(read.get(0)).hasSize(40).doesNotHaveDuplicates();
    assertThat(read.get(1)).isEqualTo(read.get(0));
    assertThat(read.get(2)).isEqualTo(read.get(0));
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .allMatch(name -> !name.startsWith("."));
    }
    List<String> csv = Files.readAllLines(folder.resolve("set.csv"));
    assertThat(csv.get(0))
        .isEqualTo(
            "interaction_id,key_rest,night,stratum,inclusion_probability,release,route,guardrail_hit,feedback,scores.helpful");
    assertThat(csv.get(40)).matches("n9-\\d+,," + NIGHT + ",LOW_SCORE.helpful,0\\.\\d+,.*,0\\.0");
  }

  private static List<String> ids(Path file, String ending) throws IOException {
    return switch (ending) {
      case "csv" ->
          Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")[0]).toList();
      case "json" -> new ObjectMapper().readTree(file.toFile()).findValuesAsText("interaction_id");
      default ->
          TestSpark.session().read().parquet(file.toString()).collectAsList().stream()
              .map(row -> row.<String>getAs("interaction_id"))
              .toList();
    };
  }

  @Test
  void export_ofEverything_hasEachInteractionOnceWithItsOverallProbability() throws IOException {
    Path file = folder.resolve("all.csv");
    assertThat(review("export", "--night=" + NIGHT, "--output=" + file).status()).isZero();
    Map<String, Double> expected =
        queue().stream()
            .filter(row -> row.getAs("interaction_id") != null)
            .collect(
                Collectors.toMap(
                    row -> row.<String>getAs("interaction_id"),
                    row -> row.<Double>getAs("overall_probability"),
                    (one, same) -> one));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(expected.size() + 1);
    for (String line : lines.subList(1, lines.size())) {
      String id = line.substring(0, line.indexOf(','));
      assertThat(line).contains("," + expected.get(id) + ",");
    }
    assertThat(new TreeSet<>(expected.values()).first()).isLessThan(1);
  }
}

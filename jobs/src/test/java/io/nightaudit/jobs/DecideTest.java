package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rollback from its proposal to its effect, sign-offs and holds, through a store. */
class DecideTest {
  private static final int LAST = DecidedStore.LAST;
  private static final String NEXT = SampleNight.date(LAST + 1).toString();

  private static DecidedStore decided;
  private static Path store;
  private static String rollback;

  @BeforeAll
  static void share() {
    decided = DecidedStore.shared();
    store = decided.store();
    rollback = decided.rollback();
  }

  private JsonNode report(int night) throws IOException {
    return new ObjectMapper().readTree(decided.report(night, "report.json"));
  }

  private JsonNode standing(int night) throws IOException {
    JsonNode report = report(night);
    for (JsonNode entry : report.get("recommendations")) {
      if (entry.get("id").asText().equals(rollback)) {
        return entry.get("standing");
      }
    }
    for (JsonNode entry : report.get("oversight").get("answered")) {
      if (entry.get("id").asText().equals(rollback)) {
        return entry.get("standing");
      }
    }
    throw new AssertionError("no recommendation " + rollback + " on night " + night);
  }

  @Test
  void decide_aRollback_keepsEachAnswerAndSaysWhatFollows() {
    Audit approved = decided.audit("approved");
    assertThat(approved.status()).as(approved.err()).isZero();
    assertThat(approved.out())
        .contains("Approved: Rollback of alpha to alpha-1", rollback, "nights from " + NEXT + " on")
        .contains("approved, not carried out yet", "Nothing was changed.")
        .contains("Art. 73(6)", "--authority-informed-at");
    Row row =
        StoreContent.table(store, "decisions")
            .where("subject = '" + rollback + "' AND answer = 'approve'")
            .first();
    assertThat(row.<String>getAs("kind")).isEqualTo("DECIDE");
    assertThat(row.<String>getAs("from_release")).isEqualTo("alpha-2");
    assertThat(row.<String>getAs("evidence_freeze_id")).matches("[0-9a-f]{64}");
    assertThat(row.<String>getAs("serious_incident_suspected")).isEqualTo("YES");
    assertThat(row.<Object>getAs("effective_night").toString()).isEqualTo(NEXT);
  }

  @Test
  void commands_again_areToldAndAppendNothing() {
    for (String name :
        List.of(
            "approved again",
            "signed again",
            "held again",
            "executed again",
            "hold released again")) {
      Audit audit = decided.audit(name);
      assertThat(audit.status()).as(name + audit.err()).isZero();
      assertThat(audit.out()).as(name).contains("before", "nothing was appended");
    }
    List<String> kinds =
        StoreContent.table(store, "decisions")
            .orderBy("sequence")
            .select("kind")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    assertThat(kinds)
        .containsExactly(
            "ACCEPT",
            "DECIDE",
            "DECIDE",
            "SIGN_OFF",
            "SIGN_OFF",
            "HOLD",
            "HOLD",
            "ACCEPT",
            "EXECUTE",
            "HOLD_RELEASE");
  }

  @Test
  void reports_ofLaterNights_tellTheState() throws IOException {
    assertThat(standing(LAST).get("state").asText()).isEqualTo("FROZEN");
    JsonNode approved = standing(LAST + 1);
    assertThat(approved.get("state").asText()).isEqualTo("APPROVED");
    assertThat(approved.get("decided_by").asText()).isEqualTo("<b>lead</b>");
    assertThat(approved.get("serious_incident_suspected").asText()).isEqualTo("yes");
    assertThat(approved.get("target_pre_assessed").asText()).isEqualTo("unknown");
    assertThat(approved.get("authority_informed_at").asText()).isEqualTo("unknown");
    JsonNode executed = standing(LAST + 2);
    assertThat(executed.get("state").asText()).isEqualTo("EXECUTED");
    assertThat(executed.get("executed_at").asText())
        .isEqualTo(SampleNight.date(LAST + 2) + "T00:00:00Z");
    JsonNode check = executed.get("effect_check");
    assertThat(check.get("outcome").asText()).isEqualTo("PENDING");
    assertThat(check.get("sentence").asText())
        .startsWith("1 of 7 nights so far. ")
        .contains("95% interval", "`alpha-2` still answers");
    assertThat(check.get("effect").get("before").asLong()).isPositive();
  }

  @Test
  void reports_ofLaterNights_tellSignOffsAndHoldsWithEveryWordEscaped() throws Exception {
    JsonNode oversight = report(LAST + 1).get("oversight");
    assertThat(oversight.get("sign_offs")).hasSize(2);
    JsonNode signed = oversight.get("sign_offs").get(1);
    assertThat(signed.get("role").asText()).isEqualTo("compliance officer");
    byte[] read = Files.readAllBytes(decided.reportFile(LAST, "report.json"));
    assertThat(signed.get("report_sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read)));
    assertThat(oversight.get("holds")).hasSize(2);
    assertThat(report(LAST + 2).get("oversight").get("holds")).hasSize(1);
    String html = decided.report(LAST + 1, "report.html");
    assertThat(html)
        .contains("Reports that were read", "compliance officer", "read in full")
        .contains("Open legal holds", "request of the authority", "All nights")
        .contains("&lt;b&gt;lead&lt;/b&gt;")
        .doesNotContain("<b>lead</b>");
  }

  @Test
  void reports_ofNightsJudgedBefore_stayAsTheyWere() throws IOException {
    for (String name : List.of("report.json", "report.html", "verdict.json")) {
      assertThat(decided.report(LAST, name)).as(name).isEqualTo(decided.before(name));
    }
    assertThat(decided.report(LAST + 1, "verdict.json")).contains("\"state\": \"APPROVED\"");
  }

  @Test
  void hold_list_printsOpenOnesFirst() {
    assertThat(decided.audit("holds").out().lines())
        .satisfiesExactly(
            open -> assertThat(open).contains("all nights, placed on", "request of the authority"),
            ended -> assertThat(ended).contains("; released on", "by legal: settled"));
  }

  @Test
  void commands_thatCannotBeTaken_areRefused() {
    assertRefused("there is no recommendation R-nothing", "decide", "R-nothing", "--answer=reject");
    assertRefused("cannot be rejected; what was done stays", "decide", rollback, "--answer=reject");
    assertRefused(
        "lies in the future",
        "decide",
        rollback,
        "--answer=approve",
        "--executed-at=9999-01-01T00:00:00Z");
    assertRefused("there is no hold H-nothing; open:", "hold", "release", "H-nothing");
  }

  @Test
  void signOff_nightWithoutReport_isRefused() {
    Audit audit = decided.command("sign-off", "--night=2020-01-01", "--by=ops", "--role=r");
    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err())
        .contains("the night of 2020-01-01 has no report", "Nothing was written");
  }

  private void assertRefused(String said, String... arguments) {
    Audit audit =
        decided.command(
            Stream.concat(Stream.of(arguments), Stream.of("--by=ops", "--reason=why not"))
                .toArray(String[]::new));
    assertThat(audit.status()).as(audit.out()).isEqualTo(2);
    assertThat(audit.err()).contains(said, "Nothing was written");
  }

  /** The law: equal decisions, equal store, in whatever order the nights are run. */
  @Test
  void runs_withEqualDecisions_sameStoreInAnyOrder() throws IOException {
    StoreContent expected = StoreContent.of(store);
    Path other = decided.folder().resolve("other");
    SampleStore.shared().copy(other);
    copy(store.resolve("tables/decisions"), other.resolve("tables/decisions"));
    decided.run(other, LAST + 2);
    decided.run(other, LAST + 1);
    decided.run(other, LAST);
    StoreContent.of(other).assertSameAs(expected);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}

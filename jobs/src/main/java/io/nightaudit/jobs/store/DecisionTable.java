package io.nightaudit.jobs.store;

import io.nightaudit.jobs.finding.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code decisions}: what people decided, in rows that no run ever changes. */
public final class DecisionTable {
  static final String TABLE = "decisions";

  static final StructType SCHEMA =
      new Columns()
          .text("decision", "Hash of what was decided, by whom and from when on")
          .whole("sequence", "Number of the decision in this store, from 1")
          .text("kind", "ACCEPT, DECIDE, EXECUTE, SIGN_OFF, HOLD, HOLD_RELEASE or RETENTION")
          .text("subject", "Id of the finding, recommendation or hold; of a report its night")
          .text("answer", "What was decided, such as accept")
          .text("by", "Who decided, as they named themselves")
          .text("reason", "Why, in their words")
          .of("decided_at", DataTypes.TimestampType, "When, by the clock of the machine")
          .day("effective_night", "First night on which it acts")
          .text("subject_kind", "What had found the finding, such as score or release")
          .text("subject_metric", "What had moved")
          .text("subject_slice", "Key of the slice in which it had moved")
          .day("subject_began", "When it had begun to move, as known on the day of the decision")
          .day("subject_found", "First night that had shown it")
          .of(
              "streams",
              DataTypes.createArrayType(DecisionColumns.STREAM),
              "Streams with an open alarm that start to learn anew, from subject_began on; an"
                  + " accepted release resets those of its route as well")
          .day("night", "Night whose report was answered or read")
          .text("action", "What was recommended, such as ROLL_BACK")
          .text("route", "Key of the route it was recommended for")
          .text("from_release", "Release that served; empty where it was not known")
          .text("to_release", "Release to go back to; empty where there was none")
          .text("evidence_freeze_id", "Hash of the evidence it rested on; empty where none")
          .of("expected_effect", DecisionColumns.EXPECTED, "Effect it was made for; or NULL")
          .of("executed_at", DataTypes.TimestampType, "When it was carried out")
          .text("serious_incident_suspected", "YES, NO or UNKNOWN, as a person said")
          .text("target_pre_assessed", "YES, NO or UNKNOWN, as a person said")
          .text("possible_substantial_modification", "YES, NO or UNKNOWN, as a person said")
          .of(
              "authority_informed_at",
              DataTypes.TimestampType,
              "When the authority was informed, as a person said")
          .text("role", "Role in which a report was read, in their words")
          .text("report_sha256", "SHA-256 of the report.json that was read, hexadecimal")
          .day("hold_from", "First night of a legal hold; NULL for all up to hold_to")
          .day("hold_to", "Last night of a legal hold; NULL for all from hold_from on")
          .text("retention_scope", "What retention removed: TABLES, REPORTS or PERIODS")
          .day("retention_from", "First night that retention removed")
          .day("retention_to", "Last night that retention removed")
          .whole("retention_months", "Months after which the policy removes it")
          .whole("removed_files", "Files that were to be removed")
          .text(
              "removed_sha256",
              "SHA-256 over the list of their paths, hashes and sizes, hexadecimal")
          .schema();

  private final DeltaFolder folder;
  private final RowChain chain;

  DecisionTable(StoreContext store) {
    this.folder = new DeltaFolder(store, TABLE);
    this.chain = new RowChain(store, TABLE, SCHEMA, "sequence", "decision");
  }

  /** The entries that prove what was decided. */
  RowChain chain() {
    return chain;
  }

  /** Adds one decision, and its entry to the chain of decisions. */
  public void append(Decision decision) {
    folder.append(
        folder.spark().createDataFrame(List.of(row(decision)), SCHEMA).coalesce(1),
        Map.of("delta.appendOnly", "true"));
    chain.complete();
  }

  /** Every decision, the first first. */
  public List<Decision> list() {
    return folder.read(SCHEMA).collectAsList().stream()
        .map(row -> decision(new RowFields(row)))
        .sorted(Comparator.comparingLong(Decision::sequence).thenComparing(Decision::id))
        .toList();
  }

  /** Adds the columns that a table of an older version lacks. */
  void addColumns() {
    folder.addColumns(SCHEMA);
  }

  private static Row row(Decision decision) {
    RowValues values =
        new RowValues(SCHEMA)
            .set("decision", decision.id())
            .set("sequence", decision.sequence())
            .name("kind", decision.kind())
            .set("subject", decision.subject())
            .set("answer", decision.answer())
            .set("by", decision.by())
            .set("reason", decision.reason())
            .set("decided_at", decision.decidedAt())
            .day("effective_night", decision.effectiveNight());
    DecisionColumns.set(values, decision);
    return values.row();
  }

  private static Decision decision(RowFields fields) {
    return new Decision(
        fields.whole("sequence"),
        fields.text("subject"),
        fields.text("answer"),
        fields.text("by"),
        fields.text("reason"),
        fields.instant("decided_at"),
        fields.day("effective_night"),
        DecisionColumns.details(fields));
  }
}

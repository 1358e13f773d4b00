package io.nightaudit.jobs.store;

import io.nightaudit.jobs.finding.AcceptedStream;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.metric.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code decisions}: what people decided, in rows that no run ever changes. */
public final class DecisionTable {
  static final String TABLE = "decisions";

  private static final StructType STREAM =
      new Columns()
          .text("slice", "Key of the slice")
          .text("metric", "What starts to learn anew")
          .schema();

  static final StructType SCHEMA =
      new Columns()
          .text("decision", "Hash of what was decided, by whom and from when on")
          .whole("sequence", "Number of the decision in this store, from 1")
          .text("kind", "ACCEPT: a finding is accepted as the new level")
          .text("subject", "Id of the finding it is about")
          .text("answer", "What was decided, such as accept")
          .text("by", "Who decided, as they named themselves")
          .text("reason", "Why, in their words")
          .of("decided_at", DataTypes.TimestampType, "When, by the clock of the machine")
          .day("effective_night", "First night on which it acts")
          .text("subject_kind", "What had found it, such as score or release")
          .text("subject_metric", "What had moved")
          .text("subject_slice", "Key of the slice in which it had moved")
          .day("subject_began", "When it had begun to move, as known on the day of the decision")
          .day("subject_found", "First night that had shown it")
          .of(
              "streams",
              DataTypes.createArrayType(STREAM),
              "Streams with an open alarm that start to learn anew, from subject_began on; an"
                  + " accepted release resets those of its route as well")
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

  private static Row row(Decision decision) {
    Decision.Subject subject = decision.subject();
    return new RowValues(SCHEMA)
        .set("decision", decision.id())
        .set("sequence", decision.sequence())
        .name("kind", decision.kind())
        .set("subject", subject.finding())
        .set("answer", decision.answer())
        .set("by", decision.by())
        .set("reason", decision.reason())
        .set("decided_at", decision.decidedAt())
        .day("effective_night", decision.effectiveNight())
        .set("subject_kind", subject.kind())
        .set("subject_metric", subject.measure().name())
        .set("subject_slice", subject.slice().key())
        .day("subject_began", subject.began())
        .day("subject_found", subject.found())
        .list("streams", decision.streams().stream().map(DecisionTable::row).toList())
        .row();
  }

  private static Row row(AcceptedStream stream) {
    return new RowValues(STREAM)
        .set("slice", stream.slice().key())
        .set("metric", stream.measure().name())
        .row();
  }

  private static Decision decision(RowFields fields) {
    return new Decision(
        fields.whole("sequence"),
        fields.name("kind", Decision.Kind.class),
        new Decision.Subject(
            fields.text("subject"),
            fields.text("subject_kind"),
            Measure.parse(fields.text("subject_metric")),
            fields.slice("subject_slice"),
            fields.day("subject_began"),
            fields.day("subject_found")),
        fields.text("answer"),
        fields.text("by"),
        fields.text("reason"),
        fields.instant("decided_at"),
        fields.day("effective_night"),
        fields.structs("streams", DecisionTable::stream));
  }

  private static AcceptedStream stream(RowFields fields) {
    return new AcceptedStream(fields.slice("slice"), Measure.parse(fields.text("metric")));
  }
}

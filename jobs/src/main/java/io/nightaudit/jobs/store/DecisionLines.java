package io.nightaudit.jobs.store;

import io.nightaudit.jobs.finding.DecisionLine;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Decisions as far as all kinds are alike: a kind that is added later is read as well. */
final class DecisionLines {
  private static final List<String> COLUMNS =
      List.of(
          "decision",
          "sequence",
          "kind",
          "subject",
          "answer",
          "by",
          "reason",
          "role",
          "decided_at",
          "effective_night");

  private DecisionLines() {}

  /** Every decision, the first first. */
  static List<DecisionLine> list(DeltaFolder folder) {
    return folder.read(schema()).collectAsList().stream()
        .map(row -> line(new RowFields(row)))
        .sorted(Comparator.comparingLong(DecisionLine::sequence).thenComparing(DecisionLine::id))
        .toList();
  }

  private static StructType schema() {
    return new StructType(
        Arrays.stream(DecisionTable.SCHEMA.fields())
            .filter(field -> COLUMNS.contains(field.name()))
            .toArray(StructField[]::new));
  }

  private static DecisionLine line(RowFields fields) {
    return new DecisionLine(
        fields.text("decision"),
        fields.whole("sequence"),
        fields.text("kind"),
        fields.text("subject"),
        fields.text("answer"),
        fields.text("by"),
        fields.text("reason"),
        fields.isNull("role") ? "" : fields.text("role"),
        fields.instant("decided_at"),
        fields.day("effective_night"));
  }
}

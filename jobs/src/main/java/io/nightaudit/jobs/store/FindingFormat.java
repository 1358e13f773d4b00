package io.nightaudit.jobs.store;

import io.nightaudit.jobs.finding.Cause;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The table {@code findings}: every finding that is open on a night. */
final class FindingFormat implements RowFormat<Finding> {
  private static final StructType SCHEMA =
      ExplanationColumns.add(columns())
          .of("also_in", Columns.TEXTS, "Keys of other slices that show the same")
          .schema();

  private static Columns columns() {
    return Columns.ofNights()
        .text("id", "Hash of stream, slice and first night: the same as long as it lasts")
        .slice()
        .text("metric", "What moved, such as latency or scores.correct")
        .text("verdict", "BREACH, WARNING or CHANGED")
        .text("cause", "What it is put down to, as far as the evidence goes")
        .day("began", "When the stream began to move")
        .day("found", "First night that showed it")
        .day("alarm", "First night that alarmed; NULL where none has")
        .text("kind", "What found it: score, rule, score and rule, distance or release")
        .text("sentence", "The finding in one sentence")
        .text("evidence", "The numbers behind it, in words");
  }

  @Override
  public String table() {
    return "findings";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(Finding finding) {
    RowValues values =
        new RowValues(SCHEMA)
            .day(NightTable.NIGHT, finding.epochDay())
            .set("id", finding.id())
            .slice(finding.slice())
            .set("metric", finding.measure().name())
            .name("verdict", finding.verdict())
            .name("cause", finding.cause())
            .day("began", finding.began())
            .day("found", finding.found())
            .set("kind", finding.kind())
            .set("sentence", finding.sentence())
            .set("evidence", finding.evidence());
    finding.alarm().ifPresent(day -> values.day("alarm", day));
    ExplanationColumns.set(values, finding.explanation());
    values.list("also_in", finding.alsoIn().stream().map(Slice::key).toList());
    return values.row();
  }

  @Override
  public Finding record(RowFields fields) {
    return new Finding(
        fields.text("id"),
        fields.day(NightTable.NIGHT),
        fields.slice("slice"),
        Measure.parse(fields.text("metric")),
        fields.name("verdict", Verdict.class),
        fields.name("cause", Cause.class),
        fields.day("began"),
        fields.day("found"),
        fields.isNull("alarm") ? Optional.empty() : Optional.of(fields.day("alarm")),
        fields.text("kind"),
        fields.text("sentence"),
        fields.text("evidence"),
        ExplanationColumns.of(fields),
        alsoIn(fields));
  }

  /** A row of an earlier version does not say. */
  private static List<Slice> alsoIn(RowFields fields) {
    return fields.isNull("also_in")
        ? List.of()
        : fields.<String>list("also_in").stream().map(Slice::parse).toList();
  }

  @Override
  public Comparator<Finding> order() {
    return Comparator.comparingLong(Finding::epochDay)
        .thenComparing(Finding::slice)
        .thenComparing(Finding::measure)
        .thenComparing(Finding::id);
  }
}

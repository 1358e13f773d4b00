package io.nightaudit.jobs.store;

import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code profiles}: every summary of every slice. */
final class ProfileFormat implements RowFormat<ProfileRow> {
  private static final StructType SCHEMA =
      Columns.ofNights()
          .slice()
          .text("metric", "What is summarised, such as latency or scores.correct")
          .text("kind", "Kind of the summary: rate, histogram, categories, terms or distinct")
          .whole("count", "Values seen")
          .whole("missing", "Rows without a value")
          .text("definition", "Hash of what the metric means: mapping, version, prices")
          .of(
              "summary",
              DataTypes.BinaryType,
              "The summary, in the form of lib-metrics. Controlled: slices of few people are among them")
          .schema();

  /** Words for the kinds, by the first byte of a summary, which counts from 1. */
  private static final List<String> KINDS =
      List.of("rate", "histogram", "categories", "terms", "distinct");

  @Override
  public String table() {
    return "profiles";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public List<String> reads() {
    return List.of(
        NightTable.NIGHT, "slice", "metric", "count", "missing", "definition", "summary");
  }

  @Override
  public Row row(ProfileRow profile) {
    return new RowValues(SCHEMA)
        .day(NightTable.NIGHT, profile.epochDay())
        .slice(Slice.parse(profile.slice()))
        .set("metric", profile.metric())
        .set("kind", kind(profile.summary()))
        .set("count", profile.count())
        .set("missing", profile.missing())
        .set("definition", profile.definition())
        .set("summary", profile.summary())
        .row();
  }

  private static String kind(byte[] summary) {
    int code = summary.length == 0 ? 0 : summary[0];
    if (code < 1 || code > KINDS.size()) {
      throw new IllegalArgumentException(
          "a summary must begin with its kind, 1 to %s; found %s".formatted(KINDS.size(), code));
    }
    return KINDS.get(code - 1);
  }

  @Override
  public ProfileRow record(RowFields fields) {
    return new ProfileRow(
        fields.day(NightTable.NIGHT),
        fields.text("slice"),
        fields.text("metric"),
        fields.whole("count"),
        fields.whole("missing"),
        fields.text("definition"),
        fields.bytes("summary"));
  }

  @Override
  public Comparator<ProfileRow> order() {
    return Comparator.comparingLong(ProfileRow::epochDay)
        .thenComparing(ProfileRow::slice)
        .thenComparing(ProfileRow::metric);
  }
}

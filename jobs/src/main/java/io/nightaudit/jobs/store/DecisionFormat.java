package io.nightaudit.jobs.store;

import io.nightaudit.jobs.recommendation.Recommendation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of a recommendation that say what it was decided by, and what it is worth. */
final class DecisionFormat {
  static final StructType LOSS =
      new Columns()
          .number("keep", "Of keeping the release until a mended one goes out")
          .number("rollback", "Of a rollback, as the policy says")
          .whole("days", "Days until a mended one goes out")
          .schema();

  private static final StructType GATE =
      new Columns()
          .text("metric", "The gate metric")
          .number("difference", "Later minus earlier release, in the unit")
          .number("low", "Lower end of its interval, valid on every night")
          .number("high", "Upper end of its interval")
          .text("unit", "Unit of the difference")
          .number("material", "Material limit, in the unit")
          .number("loss", "Expected cost of keeping, as in expected_loss")
          .schema();

  static final StructType DECISION =
      new Columns()
          .text("later", "The release that was judged")
          .text("earlier", "The release that it was judged by")
          .whole("nights", "Nights that both served")
          .whole("later_rows", "Values of the later one in them")
          .whole("earlier_rows", "Values of the earlier one in them")
          .number("sample_ratio", "p-value of the traffic against planned shares; NULL without")
          .of("gates", DataTypes.createArrayType(GATE), "The gate metrics")
          .schema();

  private DecisionFormat() {}

  static Row row(Recommendation.Loss loss) {
    return new RowValues(LOSS)
        .number("keep", loss.keep())
        .number("rollback", loss.rollback())
        .set("days", (long) loss.days())
        .row();
  }

  static Row row(Recommendation.Decision decision) {
    return new RowValues(DECISION)
        .set("later", decision.later())
        .set("earlier", decision.earlier())
        .set("nights", (long) decision.nights())
        .set("later_rows", decision.laterRows())
        .set("earlier_rows", decision.earlierRows())
        .number("sample_ratio", decision.sampleRatio())
        .list("gates", decision.gates().stream().map(DecisionFormat::row).toList())
        .row();
  }

  private static Row row(Recommendation.GateLine gate) {
    return new RowValues(GATE)
        .set("metric", gate.metric())
        .number("difference", gate.difference())
        .number("low", gate.low())
        .number("high", gate.high())
        .set("unit", gate.unit())
        .number("material", gate.material())
        .number("loss", gate.loss())
        .row();
  }

  static Recommendation.Loss loss(RowFields fields) {
    return new Recommendation.Loss(
        fields.number("keep"), fields.number("rollback"), Math.toIntExact(fields.whole("days")));
  }

  static Recommendation.Decision decision(RowFields fields) {
    return new Recommendation.Decision(
        fields.text("later"),
        fields.text("earlier"),
        Math.toIntExact(fields.whole("nights")),
        fields.whole("later_rows"),
        fields.whole("earlier_rows"),
        fields.number("sample_ratio"),
        fields.structs("gates", DecisionFormat::gate));
  }

  private static Recommendation.GateLine gate(RowFields fields) {
    return new Recommendation.GateLine(
        fields.text("metric"),
        fields.number("difference"),
        fields.number("low"),
        fields.number("high"),
        fields.text("unit"),
        fields.number("material"),
        fields.number("loss"));
  }
}

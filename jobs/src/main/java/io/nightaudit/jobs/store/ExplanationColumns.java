package io.nightaudit.jobs.store;

import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.finding.Explanation;
import io.nightaudit.jobs.finding.Explanation.Carrier;
import io.nightaudit.jobs.finding.Explanation.Mix;
import io.nightaudit.jobs.finding.Explanation.Speed;
import io.nightaudit.jobs.finding.ReleaseChange;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of the table {@code findings} that explain a finding. All are NULL in nights that an
 * earlier version wrote.
 */
final class ExplanationColumns {
  private static final StructType CARRIER =
      new Columns()
          .text("slice", "Key of the slice")
          .number("part", "What it adds to the change, in the unit")
          .number("share", "That over the change of behaviour, or over the mix")
          .schema();

  private ExplanationColumns() {}

  static Columns add(Columns columns) {
    return columns
        .text("unit", "Unit of the sizes below")
        .number("value_before", "Value over the nights before it began")
        .number("value_since", "Value since it began, over at most seven nights")
        .number("raw_change", "The change as it is")
        .number("raw_low", "Low end of its 95 % interval")
        .number("raw_high", "High end of its 95 % interval")
        .number("standardised_change", "The change at the mix of before")
        .number("standardised_low", "Low end of its 95 % interval")
        .number("standardised_high", "High end of its 95 % interval")
        .number("mix_part", "What of the change is another mix of slices")
        .number("behaviour_part", "What of the change is another behaviour within slices")
        .number("mix_share", "The mix over the whole change")
        .of("split_by", Columns.TEXTS, "Dimensions whose mix is meant")
        .of(
            "carried_by",
            DataTypes.createArrayType(CARRIER),
            "The few slices that the change comes from, the largest first")
        .of(
            "bridge",
            Columns.map(DataTypes.DoubleType),
            "Factors of a change of cost, which add up to it")
        .text("speed", "step or slope; NULL where it cannot be told")
        .day("speed_since", "When the step came, or when the slope began")
        .number("per_week", "Change a week of a slope")
        .number("per_week_low", "Low end of its 95 % interval")
        .number("per_week_high", "High end of its 95 % interval")
        .text("release_route", "Key of the route whose release change coincides")
        .text("release_from", "The release before")
        .text("release_to", "The release since")
        .day("release_night", "Its first night")
        .of("release_silent", DataTypes.BooleanType, "Whether the name asked for stayed the same")
        .of("input_alarmed", DataTypes.BooleanType, "Whether the questions moved as well")
        .text("reason", "Why the cause is the one given");
  }

  static void set(RowValues values, Explanation explanation) {
    values
        .set("unit", explanation.unit())
        .number("value_before", explanation.before())
        .number("value_since", explanation.since())
        .number("mix_part", explanation.mix().part())
        .number("behaviour_part", explanation.mix().behaviour())
        .number("mix_share", explanation.mix().share())
        .list("split_by", explanation.mix().by())
        .list("carried_by", explanation.carriedBy().stream().map(ExplanationColumns::row).toList())
        .map("bridge", explanation.bridge())
        .set("input_alarmed", explanation.inputAlarmed())
        .set("reason", explanation.reason());
    set(values, "raw", explanation.raw());
    set(values, "standardised", explanation.standardised());
    explanation.speed().ifPresent(speed -> set(values, speed));
    explanation.release().ifPresent(release -> set(values, release));
  }

  private static Row row(Carrier carrier) {
    return RowFactory.create(carrier.slice().key(), carrier.part(), carrier.share());
  }

  private static void set(RowValues values, String name, Effect effect) {
    values
        .number(name + "_change", effect.value())
        .number(name + "_low", effect.low())
        .number(name + "_high", effect.high());
  }

  private static void set(RowValues values, Speed speed) {
    values
        .set("speed", speed.slope() ? "slope" : "step")
        .day("speed_since", speed.since())
        .number("per_week", speed.perWeek())
        .number("per_week_low", speed.low())
        .number("per_week_high", speed.high());
  }

  private static void set(RowValues values, ReleaseChange release) {
    values
        .set("release_route", release.route().key())
        .set("release_from", release.from())
        .set("release_to", release.to())
        .day("release_night", release.epochDay())
        .set("release_silent", release.silent());
  }

  static Explanation of(RowFields fields) {
    if (fields.isNull("reason")) {
      return Explanation.NONE;
    }
    return new Explanation(
        fields.text("unit"),
        fields.number("value_before"),
        fields.number("value_since"),
        effect(fields, "raw"),
        effect(fields, "standardised"),
        new Mix(
            fields.number("mix_part"),
            fields.number("behaviour_part"),
            fields.number("mix_share"),
            fields.list("split_by")),
        carriers(fields),
        fields.map("bridge"),
        fields.isNull("speed") ? Optional.empty() : Optional.of(speed(fields)),
        fields.isNull("release_to") ? Optional.empty() : Optional.of(release(fields)),
        fields.flag("input_alarmed"),
        fields.text("reason"));
  }

  private static Effect effect(RowFields fields, String name) {
    return new Effect(
        fields.number(name + "_change"),
        fields.number(name + "_low"),
        fields.number(name + "_high"));
  }

  private static List<Carrier> carriers(RowFields fields) {
    return fields.structs(
        "carried_by",
        carrier ->
            new Carrier(carrier.slice("slice"), carrier.number("part"), carrier.number("share")));
  }

  private static Speed speed(RowFields fields) {
    return new Speed(
        fields.text("speed").equals("slope"),
        fields.day("speed_since"),
        fields.number("per_week"),
        fields.number("per_week_low"),
        fields.number("per_week_high"));
  }

  private static ReleaseChange release(RowFields fields) {
    return new ReleaseChange(
        fields.slice("release_route"),
        fields.day("release_night"),
        fields.text("release_from"),
        fields.text("release_to"),
        fields.flag("release_silent"));
  }
}

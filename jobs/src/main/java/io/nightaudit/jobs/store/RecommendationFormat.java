package io.nightaudit.jobs.store;

import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Objection;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code recommendations}: one for each route and night. */
final class RecommendationFormat implements RowFormat<Recommendation> {
  private static final StructType EFFECT =
      new Columns()
          .text("metric", "The gate metric")
          .number("value", "After minus before, in the unit")
          .number("low", "Lower end of the 95 % interval of the value")
          .number("high", "Upper end of the 95 % interval of the value")
          .text("unit", "Unit of the value")
          .whole("after", "Values after")
          .whole("before", "Values before")
          .day("since", "Night of the release change")
          .number("material", "Material limit, in the unit")
          .schema();

  private static final StructType CONDITION =
      new Columns()
          .text("name", "What a rollback needs")
          .of("holds", DataTypes.BooleanType, "Whether it holds")
          .text("text", "Why, in words")
          .schema();

  private static final StructType PLACEBO =
      new Columns()
          .day("night", "A date without a release")
          .number("effect", "The same estimate at that date")
          .schema();

  private static final StructType OBJECTION =
      new Columns()
          .text("kind", "What it is about, such as TARGET_AWAY or COST")
          .text("text", "The sentence")
          .schema();

  private static final StructType SCHEMA =
      Columns.ofNights()
          .text("id", "Name of the recommendation, the same on every night on which it is made")
          .text("route", "Key of the route: what callers ask for; empty for all traffic")
          .of("route_dimensions", Columns.DIMENSIONS, "The route as a map from dimension to value")
          .slice()
          .text("action", "KEEP, HOLD, INVESTIGATE or ROLL_BACK")
          .text("from_release", "Release that serves now; empty where it is not known")
          .text("to_release", "Last known good release; empty where there is none")
          .text("grade", "A concurrent, B against unaffected traffic, C before and after, NONE")
          .text("title", "What a person reads first")
          .of("effect", EFFECT, "Size of the effect; NULL where none was estimated")
          .of("reasons", Columns.TEXTS, "Why, in sentences")
          .of("conditions", DataTypes.createArrayType(CONDITION), "What a rollback needs")
          .of("placebos", DataTypes.createArrayType(PLACEBO), "Estimates without a release")
          .of("against", Columns.TEXTS, "What speaks against it")
          .of("alternatives", Columns.TEXTS, "What else can be done")
          .of("findings", Columns.TEXTS, "Ids of the findings behind it")
          .of("objections", DataTypes.createArrayType(OBJECTION), "against, by kind")
          .of(
              "expected_loss",
              DecisionFormat.LOSS,
              "In days of a harm of one material limit; NULL without effect")
          .of(
              "decision",
              DecisionFormat.DECISION,
              "What two releases in the same nights were decided by; or NULL")
          .text("evidence_freeze_id", "Hash of the evidence of a rollback; empty or NULL without")
          .schema();

  @Override
  public String table() {
    return "recommendations";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(Recommendation recommended) {
    return new RowValues(SCHEMA)
        .day(NightTable.NIGHT, recommended.epochDay())
        .set("id", recommended.id())
        .set("route", recommended.route().key())
        .map("route_dimensions", recommended.route().dimensions())
        .slice(recommended.slice())
        .name("action", recommended.action())
        .set("from_release", recommended.fromRelease())
        .set("to_release", recommended.toRelease())
        .name("grade", recommended.grade())
        .set("title", recommended.title())
        .set("effect", recommended.effect().map(RecommendationFormat::row).orElse(null))
        .list("reasons", recommended.reasons())
        .list("conditions", rows(recommended.conditions()))
        .list("placebos", placeboRows(recommended.placebos()))
        .list("against", recommended.objections().stream().map(Objection::text).toList())
        .list("alternatives", recommended.alternatives())
        .list("findings", recommended.findings())
        .list("objections", objectionRows(recommended.objections()))
        .set("expected_loss", recommended.loss().map(DecisionFormat::row).orElse(null))
        .set("decision", recommended.decision().map(DecisionFormat::row).orElse(null))
        .set("evidence_freeze_id", recommended.evidenceFreeze())
        .row();
  }

  private static List<Row> objectionRows(List<Objection> objections) {
    return objections.stream()
        .map(
            objection ->
                new RowValues(OBJECTION)
                    .name("kind", objection.kind())
                    .set("text", objection.text())
                    .row())
        .toList();
  }

  private static Row row(Recommendation.Effect effect) {
    return new RowValues(EFFECT)
        .set("metric", effect.metric())
        .number("value", effect.value())
        .number("low", effect.low())
        .number("high", effect.high())
        .set("unit", effect.unit())
        .set("after", effect.after())
        .set("before", effect.before())
        .day("since", effect.since())
        .number("material", effect.material())
        .row();
  }

  private static List<Row> rows(List<Recommendation.Condition> conditions) {
    return conditions.stream()
        .map(
            condition ->
                new RowValues(CONDITION)
                    .set("name", condition.name())
                    .set("holds", condition.holds())
                    .set("text", condition.text())
                    .row())
        .toList();
  }

  private static List<Row> placeboRows(List<Recommendation.Placebo> placebos) {
    return placebos.stream()
        .map(
            placebo ->
                new RowValues(PLACEBO)
                    .day("night", placebo.epochDay())
                    .number("effect", placebo.effect())
                    .row())
        .toList();
  }

  @Override
  public Recommendation record(RowFields fields) {
    return new Recommendation(
        fields.text("id"),
        fields.day(NightTable.NIGHT),
        fields.slice("route"),
        fields.slice("slice"),
        fields.name("action", Action.class),
        fields.text("from_release"),
        fields.text("to_release"),
        fields.name("grade", Recommendation.Grade.class),
        fields.text("title"),
        fields.isNull("effect") ? Optional.empty() : Optional.of(effect(fields.struct("effect"))),
        fields.list("reasons"),
        fields.structs("conditions", RecommendationFormat::condition),
        fields.structs("placebos", RecommendationFormat::placebo),
        objections(fields),
        fields.list("alternatives"),
        fields.list("findings"),
        fields.isNull("expected_loss")
            ? Optional.empty()
            : Optional.of(DecisionFormat.loss(fields.struct("expected_loss"))),
        fields.isNull("decision")
            ? Optional.empty()
            : Optional.of(DecisionFormat.decision(fields.struct("decision"))),
        fields.isNull("evidence_freeze_id") ? "" : fields.text("evidence_freeze_id"));
  }

  /** A row of before objections had kinds has their sentences alone. */
  private static List<Objection> objections(RowFields fields) {
    return fields.isNull("objections")
        ? fields.<String>list("against").stream()
            .map(text -> new Objection(Objection.Kind.UNNAMED, text))
            .toList()
        : fields.structs(
            "objections",
            of -> new Objection(of.name("kind", Objection.Kind.class), of.text("text")));
  }

  private static Recommendation.Effect effect(RowFields fields) {
    return new Recommendation.Effect(
        fields.text("metric"),
        fields.number("value"),
        fields.number("low"),
        fields.number("high"),
        fields.text("unit"),
        fields.whole("after"),
        fields.whole("before"),
        fields.day("since"),
        fields.number("material"));
  }

  private static Recommendation.Condition condition(RowFields fields) {
    return new Recommendation.Condition(
        fields.text("name"), fields.flag("holds"), fields.text("text"));
  }

  private static Recommendation.Placebo placebo(RowFields fields) {
    return new Recommendation.Placebo(fields.day("night"), fields.number("effect"));
  }

  @Override
  public Comparator<Recommendation> order() {
    return Comparator.comparingLong(Recommendation::epochDay)
        .thenComparing(Recommendation::route)
        .thenComparing(Recommendation::slice)
        .thenComparing(Recommendation::id);
  }
}

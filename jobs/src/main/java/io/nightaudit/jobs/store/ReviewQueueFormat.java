package io.nightaudit.jobs.store;

import io.nightaudit.jobs.profile.review.ReviewDraw;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.profile.review.Stratum;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code review_queue}: the interactions that a person should look at, by id alone. */
final class ReviewQueueFormat implements RowFormat<ReviewEntry> {
  private static final StructType SCHEMA =
      Columns.ofNights()
          .text("stratum", "What it was drawn for, such as GUARDRAIL_HIT or LOW_SCORE.correct")
          .text("interaction_id", "Id of the interaction; NULL where none was drawn, see reason")
          .text("key_rest", "Other parts of the archive's key, joined by &; NULL where id is all")
          .number("inclusion_probability", "Probability of being drawn from this stratum")
          .number("overall_probability", "Probability of being drawn from any of its strata")
          .whole("population", "Interactions of the stratum that could be drawn")
          .whole("drawn", "Interactions drawn from the stratum")
          .whole("without_id", "Interactions of the stratum without an id; never drawn")
          .of("strata", Columns.TEXTS, "Every stratum that the interaction is in")
          .text("release", "The release that served it")
          .text("route", "Key of its route: name=value pairs joined by &; NULL where not known")
          .of(
              "guardrail_hit",
              DataTypes.BooleanType,
              "Whether a guardrail said anything but allow; NULL where none looked")
          .of("scores", Columns.map(DataTypes.DoubleType), "Its scores by name, as archived")
          .number("feedback", "Rating of its user; NULL where there is none")
          .text("reason", "Why none was drawn, or what could not be; empty where all is well")
          .schema();

  @Override
  public String table() {
    return "review_queue";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(ReviewEntry entry) {
    return new RowValues(SCHEMA)
        .day(NightTable.NIGHT, entry.epochDay())
        .set("stratum", entry.stratum().name())
        .set("interaction_id", orNull(entry.interactionId()))
        .set("key_rest", orNull(entry.rest()))
        .number("inclusion_probability", entry.inclusionProbability())
        .number("overall_probability", entry.overallProbability())
        .set("population", entry.population())
        .set("drawn", entry.drawn())
        .set("without_id", entry.withoutId())
        .list("strata", entry.strata().stream().map(Stratum::name).toList())
        .set("release", orNull(entry.release()))
        .set("route", orNull(entry.route()))
        .set("guardrail_hit", entry.guardrailHit().orElse(null))
        .map("scores", entry.scores())
        .number("feedback", entry.feedback())
        .set("reason", entry.reason())
        .row();
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public ReviewEntry record(RowFields fields) {
    return new ReviewEntry(
        fields.day(NightTable.NIGHT),
        Stratum.parse(fields.text("stratum")),
        orEmpty(fields.text("interaction_id")),
        orEmpty(fields.text("key_rest")),
        fields.number("inclusion_probability"),
        fields.number("overall_probability"),
        fields.whole("population"),
        fields.whole("drawn"),
        fields.whole("without_id"),
        fields.<String>list("strata").stream().map(Stratum::parse).toList(),
        orEmpty(fields.text("release")),
        orEmpty(fields.text("route")),
        fields.isNull("guardrail_hit")
            ? Optional.empty()
            : Optional.of(fields.flag("guardrail_hit")),
        fields.map("scores"),
        fields.number("feedback"),
        fields.text("reason"));
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }

  @Override
  public Comparator<ReviewEntry> order() {
    return ReviewDraw.ORDER;
  }
}

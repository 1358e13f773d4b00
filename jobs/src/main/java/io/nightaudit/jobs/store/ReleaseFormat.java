package io.nightaudit.jobs.store;

import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.ReleaseState;
import io.nightaudit.jobs.finding.Verdict;
import java.util.Comparator;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code releases}: where each release of each route stands on a night. Rows of before
 * the state was kept are of releases that served that night.
 */
final class ReleaseFormat implements RowFormat<ReleaseNight> {
  private static final StructType SCHEMA =
      Columns.ofNights()
          .text("route", "Key of the route: what callers ask for; empty for all traffic")
          .of("dimensions", Columns.DIMENSIONS, "The route as a map from dimension to value")
          .text("release", "The release")
          .whole("interactions", "Interactions it served on this night; 0 if it was seen before")
          .day("first_night", "First night on which it was seen on this route")
          .text("verdict", "Worst verdict on a gate metric that began while it served")
          .day("last_night", "Last night on which it was seen on this route; NULL in old rows")
          .whole("nights", "Nights that it served this route; NULL in old rows")
          .text("state", "SERVING, KEPT on evidence of nights that two served, GONE; or NULL")
          .text("last_known_good", "Release that it would be rolled back to; NULL if none is known")
          .schema();

  @Override
  public String table() {
    return "releases";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(ReleaseNight release) {
    return new RowValues(SCHEMA)
        .day(NightTable.NIGHT, release.epochDay())
        .set("route", release.route().key())
        .map("dimensions", release.route().dimensions())
        .set("release", release.release())
        .set("interactions", release.interactions())
        .day("first_night", release.firstNight())
        .name("verdict", release.verdict())
        .day("last_night", release.lastNight())
        .set("nights", (long) release.nights())
        .name("state", release.state())
        .set("last_known_good", release.lastKnownGood().orElse(null))
        .row();
  }

  @Override
  public ReleaseNight record(RowFields fields) {
    return new ReleaseNight(
        fields.day(NightTable.NIGHT),
        fields.slice("route"),
        fields.text("release"),
        fields.whole("interactions"),
        fields.day("first_night"),
        fields.name("verdict", Verdict.class),
        fields.isNull("last_night") ? fields.day(NightTable.NIGHT) : fields.day("last_night"),
        fields.isNull("nights") ? 1 : Math.toIntExact(fields.whole("nights")),
        fields.isNull("state") ? ReleaseState.SERVING : fields.name("state", ReleaseState.class),
        fields.isNull("last_known_good")
            ? Optional.empty()
            : Optional.of(fields.text("last_known_good")));
  }

  @Override
  public Comparator<ReleaseNight> order() {
    return Comparator.comparingLong(ReleaseNight::epochDay)
        .thenComparing(ReleaseNight::route)
        .thenComparing(ReleaseNight::release);
  }
}

package io.nightaudit.jobs.store;

import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.Verdict;
import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The table {@code releases}: what each release of each route served on a night. */
final class ReleaseFormat implements RowFormat<ReleaseNight> {
  private static final StructType SCHEMA =
      Columns.ofNights()
          .text("route", "Key of the route: what callers ask for; empty for all traffic")
          .of("dimensions", Columns.DIMENSIONS, "The route as a map from dimension to value")
          .text("release", "The release")
          .whole("interactions", "Interactions it served on this night")
          .day("first_night", "First night on which it was seen on this route")
          .text("verdict", "Worst verdict on a gate metric that began while it served")
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
        fields.name("verdict", Verdict.class));
  }

  @Override
  public Comparator<ReleaseNight> order() {
    return Comparator.comparingLong(ReleaseNight::epochDay)
        .thenComparing(ReleaseNight::route)
        .thenComparing(ReleaseNight::release);
  }
}

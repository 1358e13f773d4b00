package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.profile.NightProfile;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the archive of one night gave.
 *
 * @param night the date
 * @param coverage what was read
 * @param profile the summaries, where any row was kept
 * @param quarantined rows in quarantine, where there are any
 * @param failure why the program could not measure the night, empty where it could
 */
record MeasuredNight(
    LocalDate night,
    Coverage coverage,
    Optional<NightProfile> profile,
    Optional<Dataset<Row>> quarantined,
    Optional<Exception> failure) {
  long epochDay() {
    return night.toEpochDay();
  }
}

package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.archive.NightInteractions;
import io.nightaudit.jobs.archive.NightReader;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.NightProfile;
import io.nightaudit.jobs.profile.Profiler;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Stages 1 and 2 of one night: reads the archive and profiles it in one pass. */
final class NightMeasurement {
  private static final int HOURS = 24;

  private final SparkSession spark;
  private final NightReader reader;
  private final Profiler profiler;
  private final Consumer<String> warnings;

  /**
   * A measurement.
   *
   * @param warnings what the operator should read: files by name, folders looked for
   */
  NightMeasurement(
      SparkSession spark, AuditConfiguration configuration, Consumer<String> warnings) {
    this.spark = spark;
    this.reader = new NightReader(spark, configuration.archive());
    this.profiler = new Profiler(configuration);
    this.warnings = warnings;
  }

  /** Measures a night; a failure of the program is a result too, so that a range goes on. */
  MeasuredNight measure(LocalDate night) {
    try {
      spark.sparkContext().setJobDescription("measure the night of " + night);
      return measure(night, Set.of());
    } catch (Exception failure) { // Spark throws checked exceptions that nobody declares
      return new MeasuredNight(
          night, failed(night), Optional.empty(), Optional.empty(), Optional.of(failure));
    } finally {
      spark.sparkContext().setJobDescription(null);
    }
  }

  private MeasuredNight measure(LocalDate night, Set<String> unreadable) throws Exception {
    NightInteractions interactions = reader.read(night, unreadable);
    try {
      Optional<NightProfile> profile = profile(night, interactions);
      warn(night, interactions);
      return new MeasuredNight(
          night,
          interactions.coverage(),
          profile,
          interactions.coverage().rowsQuarantined() == 0
              ? Optional.empty()
              : Optional.of(interactions.quarantined()),
          Optional.empty());
    } catch (Exception failure) {
      return measure(night, with(unreadable, damaged(failure, unreadable)));
    }
  }

  private Optional<NightProfile> profile(LocalDate night, NightInteractions interactions) {
    return interactions.coverage().rowsKept() == 0
        ? Optional.empty()
        : Optional.of(profiler.profile(night, interactions.schema(), interactions.interactions()));
  }

  /** The file that a failure is about; any other failure goes on. */
  private static String damaged(Exception failure, Set<String> known) throws Exception {
    return NightReader.unreadableFile(failure)
        .filter(path -> !known.contains(path))
        .orElseThrow(() -> failure);
  }

  private static Set<String> with(Set<String> paths, String path) {
    Set<String> more = new TreeSet<>(paths);
    more.add(path);
    return more;
  }

  private void warn(LocalDate night, NightInteractions interactions) {
    interactions.message().ifPresent(message -> warnings.accept(night + ": " + message));
    interactions
        .unreadable()
        .forEach((path, problem) -> warnings.accept(night + ": " + path + ": " + problem));
  }

  private static Coverage failed(LocalDate night) {
    return new Coverage(
        night,
        Coverage.Input.UNREADABLE,
        0,
        0,
        0,
        0,
        0,
        new TreeMap<>(),
        List.of(),
        Collections.nCopies(HOURS, 0L),
        new TreeMap<>(),
        List.of());
  }
}

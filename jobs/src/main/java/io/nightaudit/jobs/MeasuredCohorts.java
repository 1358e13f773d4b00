package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.ArchiveNights;
import io.nightaudit.jobs.archive.NightInteractions;
import io.nightaudit.jobs.archive.NightReader;
import io.nightaudit.jobs.cohort.Cohort;
import io.nightaudit.jobs.cohort.CohortComparison;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.SliceSettings;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.profile.NightProfile;
import io.nightaudit.jobs.profile.PairedSums;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.profile.Profiler;
import io.nightaudit.jobs.profile.QuestionPairs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Cohorts of an archive over some nights, which are read as one: stages 1 and 2 as for a night, and
 * the pairing on equal questions.
 */
final class MeasuredCohorts {
  private final AuditConfiguration configuration;
  private final String dimension;
  private final NightInteractions interactions;
  private final List<ProfileRow> rows;

  private MeasuredCohorts(
      AuditConfiguration configuration,
      String dimension,
      NightInteractions interactions,
      List<ProfileRow> rows) {
    this.configuration = configuration;
    this.dimension = dimension;
    this.interactions = interactions;
    this.rows = rows;
  }

  /**
   * Reads and profiles the nights.
   *
   * @param dimension what tells cohorts apart
   * @param warnings what the operator should read: files by name, folders looked for
   */
  static MeasuredCohorts of(
      SparkSession spark,
      AuditConfiguration configuration,
      String dimension,
      ArchiveNights.Span nights,
      Consumer<String> warnings) {
    NightReader reader = new NightReader(spark, configuration.archive(), nights.nights());
    AuditConfiguration levels = withLevels(configuration, dimension);
    Set<String> unreadable = new TreeSet<>();
    while (true) {
      NightInteractions interactions = reader.read(nights.from(), unreadable);
      try {
        List<ProfileRow> rows = profile(levels, dimension, interactions);
        warn(interactions, warnings);
        return new MeasuredCohorts(configuration, dimension, interactions, rows);
      } catch (Exception failure) {
        // Spark throws checked exceptions that nobody declares. A damaged file is left out.
        boolean damaged = NightReader.unreadableFile(failure).filter(unreadable::add).isPresent();
        if (!damaged) {
          throw failure;
        }
      }
    }
  }

  /** Beside the levels of a night, the mix without the route, which may differ by definition. */
  private static AuditConfiguration withLevels(AuditConfiguration configuration, String dimension) {
    SliceSettings slices = configuration.slices();
    List<List<String>> levels = new ArrayList<>(slices.levels());
    for (List<String> level : strata(configuration)) {
      List<String> more = new ArrayList<>(level);
      more.add(dimension);
      levels.add(more);
    }
    return new AuditConfiguration(
        configuration.system(),
        configuration.archive(),
        new SliceSettings(
            levels, slices.cap(), slices.terms(), slices.personal(), slices.minimumCell()),
        configuration.release(),
        configuration.route(),
        configuration.store(),
        configuration.prices(),
        configuration.policy(),
        configuration.redaction());
  }

  /** Over which dimensions the mix is held fixed, the best first. */
  static List<List<String>> strata(AuditConfiguration configuration) {
    List<String> all = Level.strata(configuration);
    List<String> withoutRoute = new ArrayList<>(all);
    withoutRoute.removeAll(Level.route(configuration));
    return withoutRoute.isEmpty() || withoutRoute.equals(all)
        ? List.of(all)
        : List.of(all, List.copyOf(withoutRoute));
  }

  private static List<ProfileRow> profile(
      AuditConfiguration configuration, String dimension, NightInteractions interactions) {
    if (interactions.coverage().rowsKept() == 0) {
      return List.of();
    }
    NightProfile profile =
        new Profiler(configuration)
            .profile(interactions.night(), interactions.schema(), interactions.interactions());
    Set<List<String>> levels = new HashSet<>();
    levels.add(List.of(dimension));
    strata(configuration)
        .forEach(
            level -> {
              TreeSet<String> more = new TreeSet<>(level);
              more.add(dimension);
              levels.add(List.copyOf(more));
            });
    List<ProfileRow> rows =
        profile.rows().filter(row -> levels.contains(Slice.parse(row.slice()).level())).collect();
    profile.release();
    return rows;
  }

  private static void warn(NightInteractions interactions, Consumer<String> warnings) {
    interactions.message().ifPresent(warnings);
    interactions.unreadable().forEach((path, problem) -> warnings.accept(path + ": " + problem));
  }

  NightInteractions interactions() {
    return interactions;
  }

  /** Every cohort with the number of its interactions. */
  SortedMap<String, Long> names() {
    SortedMap<String, Long> names = new TreeMap<>();
    for (ProfileRow row : rows) {
      Slice slice = Slice.parse(row.slice());
      if (row.metric().equals(Metric.INTERACTIONS.id())
          && slice.level().equals(List.of(dimension))) {
        names.put(slice.dimensions().get(dimension), row.count());
      }
    }
    return names;
  }

  Cohort cohort(String name) {
    return new Cohort(dimension, name, rows);
  }

  /** Each candidate against the baseline, paired on equal questions. */
  List<CohortComparison> compare(Cohort baseline, List<String> candidates) {
    List<String> all = new ArrayList<>(List.of(baseline.name()));
    all.addAll(candidates);
    SortedMap<String, SortedMap<Measure, PairedSums>> pairs =
        new QuestionPairs(configuration, dimension, List.of(Column.PROMPT.id()))
            .of(interactions.schema(), interactions.interactions(), all);
    return candidates.stream()
        .map(
            name ->
                new CohortComparison(
                    baseline,
                    cohort(name),
                    strata(configuration),
                    pairs.getOrDefault(name, new TreeMap<>())))
        .toList();
  }
}

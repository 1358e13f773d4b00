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
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Optional<NightProfile> profile;

  private MeasuredCohorts(
      AuditConfiguration configuration,
      String dimension,
      NightInteractions interactions,
      Optional<NightProfile> profile) {
    this.configuration = configuration;
    this.dimension = dimension;
    this.interactions = interactions;
    this.profile = profile;
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
        Optional<NightProfile> profile = profile(levels, interactions);
        warn(interactions, warnings);
        return new MeasuredCohorts(configuration, dimension, interactions, profile);
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
    return configuration.withSlices(
        new SliceSettings(
            levels, slices.cap(), slices.terms(), slices.personal(), slices.minimumCell()));
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

  private static Optional<NightProfile> profile(
      AuditConfiguration configuration, NightInteractions interactions) {
    return interactions.coverage().rowsKept() == 0
        ? Optional.empty()
        : Optional.of(
            new Profiler(configuration)
                .profile(interactions.night(), interactions.schema(), interactions.interactions()));
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
    for (ProfileRow row : rows(sizes(dimension))) {
      names.put(Slice.parse(row.slice()).dimensions().get(dimension), row.count());
    }
    return names;
  }

  private static Wanted sizes(String dimension) {
    return row ->
        row.metric().equals(Metric.INTERACTIONS.id())
            && Slice.parse(row.slice()).level().equals(List.of(dimension));
  }

  private List<ProfileRow> rows(Wanted wanted) {
    return profile.map(measured -> measured.rows().filter(wanted::is).collect()).orElse(List.of());
  }

  /** Which rows the driver needs. */
  private interface Wanted extends Serializable {
    boolean is(ProfileRow row);
  }

  /** Each candidate against the baseline, paired on equal questions. */
  List<CohortComparison> compare(String baseline, List<String> candidates) {
    List<String> all = new ArrayList<>(List.of(baseline));
    all.addAll(candidates);
    List<ProfileRow> rows = rows(of(dimension, levels(), all));
    SortedMap<String, SortedMap<Measure, PairedSums>> pairs =
        new QuestionPairs(configuration, dimension, List.of(Column.PROMPT.id()))
            .of(interactions.schema(), interactions.interactions(), all);
    Cohort before = new Cohort(dimension, baseline, rows);
    return candidates.stream()
        .map(
            name ->
                new CohortComparison(
                    before,
                    new Cohort(dimension, name, rows),
                    strata(configuration),
                    pairs.getOrDefault(name, new TreeMap<>())))
        .toList();
  }

  /** The whole cohorts, and their strata. */
  private List<List<String>> levels() {
    List<List<String>> levels = new ArrayList<>(List.of(List.of(dimension)));
    for (List<String> level : strata(configuration)) {
      TreeSet<String> more = new TreeSet<>(level);
      more.add(dimension);
      levels.add(List.copyOf(more));
    }
    return levels;
  }

  /** A function of its arguments alone, so that nothing else travels with it. */
  private static Wanted of(String dimension, List<List<String>> levels, List<String> cohorts) {
    return row -> {
      Slice slice = Slice.parse(row.slice());
      return levels.contains(slice.level()) && cohorts.contains(slice.dimensions().get(dimension));
    };
  }
}

package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One combination of dimensions; each combination of their values is a slice.
 *
 * @param dimensions names of columns or dimensions, sorted; empty for all traffic
 * @param termBuckets buckets of term counts, 0 where the level keeps no terms
 */
public record Level(List<String> dimensions, int termBuckets) implements Serializable {
  /** The dimension of every slice that tells releases apart. */
  public static final String RELEASE = "release";

  private static final int TERM_BUCKETS_OF_ALL = 65_536;
  private static final int TERM_BUCKETS = 4_096;

  public Level {
    dimensions = List.copyOf(new TreeSet<>(dimensions));
  }

  /** The levels of a configuration that a night has the columns for; all traffic is the first. */
  public static List<Level> of(AuditConfiguration configuration, InteractionSchema schema) {
    Set<List<String>> names = new LinkedHashSet<>();
    names.add(List.of());
    configuration.slices().levels().forEach(level -> names.add(sorted(level)));
    names.addAll(decisive(configuration));
    return names.stream()
        .filter(level -> level.stream().allMatch(name -> has(schema, name)))
        .map(level -> new Level(level, termBuckets(configuration, level)))
        .toList();
  }

  /** The levels that a decision about a route needs: the route, its mix, and both by release. */
  public static List<List<String>> decisive(AuditConfiguration configuration) {
    Set<List<String>> names = new LinkedHashSet<>();
    names.add(sorted(List.of(RELEASE)));
    names.add(sorted(route(configuration)));
    names.add(sorted(strata(configuration)));
    names.add(withRelease(route(configuration)));
    names.add(withRelease(strata(configuration)));
    return List.copyOf(names);
  }

  /** The columns of a route; none where the archive does not have them all. */
  public static List<String> route(AuditConfiguration configuration) {
    boolean mapped =
        configuration.route().stream()
            .allMatch(
                name ->
                    configuration.archive().columns().containsKey(name)
                        || configuration.archive().dimensions().containsKey(name));
    return mapped ? sorted(configuration.route()) : List.of();
  }

  /** The dimensions over which the mix of a route is held fixed, the route's own among them. */
  public static List<String> strata(AuditConfiguration configuration) {
    Set<String> names = new TreeSet<>(route(configuration));
    names.addAll(mix(configuration));
    return List.copyOf(names);
  }

  private static List<String> mix(AuditConfiguration configuration) {
    List<String> configured = configuration.policy().rollback().mix();
    return configured.isEmpty() ? finestBelowRoute(configuration) : configured;
  }

  private static List<String> finestBelowRoute(AuditConfiguration configuration) {
    return configuration.slices().levels().stream()
        .filter(level -> level.containsAll(route(configuration)))
        .max((left, right) -> Integer.compare(left.size(), right.size()))
        .orElse(List.of());
  }

  private static List<String> withRelease(List<String> names) {
    List<String> more = new ArrayList<>(names);
    more.add(RELEASE);
    return sorted(more);
  }

  private static List<String> sorted(List<String> names) {
    return List.copyOf(new TreeSet<>(names));
  }

  private static boolean has(InteractionSchema schema, String name) {
    return name.equals(RELEASE) || schema.position(name) >= 0;
  }

  private static int termBuckets(AuditConfiguration configuration, List<String> level) {
    if (level.isEmpty()) {
      return TERM_BUCKETS_OF_ALL;
    }
    boolean listed =
        configuration.slices().terms().stream().anyMatch(terms -> sorted(terms).equals(level));
    return listed ? TERM_BUCKETS : 0;
  }
}

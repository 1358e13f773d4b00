package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AlarmPolicy;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.metrics.series.EwmaLimit;
import io.nightaudit.metrics.series.SpikeLimit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The alarm budget, shared out by the configuration alone: by level, within a level by its declared
 * cap, and by the weights of the metrics that the archive has columns for. Of a metric whose values
 * are a distribution, the value has three quarters of the share and the distance one.
 *
 * <p>A stream that may alarm falsely f times a night has a mean of 1/f nights between false alarms;
 * half of f is the moving average's and half that of two nights in three, but never more than their
 * smallest limit needs. Where no limit of two nights in three is known the moving average has all.
 *
 * <p>A share so small that its run length is beyond {@link EwmaLimit#LONGEST_RUN_LENGTH} is raised
 * to that run length: a million such streams add 0.003 alarms a month to the budget.
 */
public final class AlarmBudget implements Serializable {
  private static final long serialVersionUID = 1;

  /** Of a metric with a distance, the share of its value; the distance has the rest. */
  private static final double SHARE_OF_VALUE = 0.75;

  /** Mean nights beyond which no limit of two nights in three is known. */
  private static final double LONGEST_SPIKE_RUN_LENGTH = 700_000;

  /** Mean nights below which the limit of two nights in three stays as it is. */
  private static final double SHORTEST_SPIKE_RUN_LENGTH = 3_600;

  private static final double SHORTEST_EWMA_RUN_LENGTH = 2;
  private static final double SMALLEST_SHARE =
      StreamLimits.NIGHTS_OF_A_MONTH / EwmaLimit.LONGEST_RUN_LENGTH;

  /** Limits take milliseconds to find, depend on nothing else, and are asked for by every task. */
  private static final Map<Share, StreamLimits> LIMITS = new ConcurrentHashMap<>();

  private record Share(double ewmaWeight, double falsePerMonth) {}

  private final Policy policy;
  private final boolean scoresInOneColumn;
  private final Map<List<String>, Double> levels;
  private final double weights;

  private AlarmBudget(
      Policy policy, boolean scoresInOneColumn, Map<List<String>, Double> levels, double weights) {
    this.policy = policy;
    this.scoresInOneColumn = scoresInOneColumn;
    this.levels = levels;
    this.weights = weights;
  }

  /** The budget of a configuration. */
  public static AlarmBudget of(AuditConfiguration configuration) {
    double weights = 0;
    for (Metric metric : Metric.values()) {
      if (configuration.lacking(metric).isEmpty()) {
        weights += weight(configuration, metric);
      }
    }
    return new AlarmBudget(
        configuration.policy(),
        configuration.archive().columns().containsKey(Column.SCORES.id()),
        perSlice(configuration),
        weights);
  }

  /** The weight of everything that is measured under the name of a metric. */
  private static double weight(AuditConfiguration configuration, Metric metric) {
    Policy policy = configuration.policy();
    if (metric != Metric.SCORES && metric != Metric.GUARDRAIL_RULE_HITS) {
      return policy.of(Measure.of(metric)).weight();
    }
    Set<String> named = new TreeSet<>(policy.metrics().keySet());
    named.addAll(configuration.archive().columns().keySet());
    double sum = 0;
    for (String name : named) {
      sum += name.startsWith(metric.id() + ".") ? policy.of(Measure.parse(name)).weight() : 0;
    }
    boolean open =
        metric == Metric.GUARDRAIL_RULE_HITS
            || configuration.archive().columns().containsKey(Column.SCORES.id());
    return open ? sum + policy.of(Measure.of(metric)).weight() : sum;
  }

  private static Map<List<String>, Double> perSlice(AuditConfiguration configuration) {
    AlarmPolicy alarms = configuration.policy().alarms();
    List<String> route = Level.route(configuration);
    Set<List<String>> others = new LinkedHashSet<>();
    configuration.slices().levels().forEach(level -> others.add(sorted(level)));
    others.add(Level.strata(configuration));
    others.remove(route);
    others.remove(List.<String>of());
    Map<List<String>, Double> shares = new HashMap<>();
    shares.put(List.of(), alarms.allTraffic());
    if (!route.isEmpty()) {
      shares.put(route, alarms.routes());
    }
    double rest = 1 - alarms.allTraffic() - alarms.routes();
    others.forEach(level -> shares.put(level, rest / others.size()));
    double sum = 0;
    for (List<String> level : inOrder(shares)) {
      sum += shares.get(level);
    }
    double whole = sum;
    int slices = configuration.slices().cap() + 1;
    shares.replaceAll((level, share) -> share / whole / (level.isEmpty() ? 1 : slices));
    return shares;
  }

  private static List<List<String>> inOrder(Map<List<String>, Double> shares) {
    Map<String, List<String>> names = new TreeMap<>();
    shares.keySet().forEach(level -> names.put(String.join("\n", level), level));
    return new ArrayList<>(names.values());
  }

  private static List<String> sorted(List<String> level) {
    return List.copyOf(new TreeSet<>(level));
  }

  /**
   * The limits of the values of a stream; a level that opens no finding, such as one of releases,
   * has those of the smallest share.
   */
  public StreamLimits limits(Slice slice, Measure measure) {
    return limits(share(slice, measure) * (hasDistance(measure) ? SHARE_OF_VALUE : 1));
  }

  /** The limits of the distance of a stream's distribution from that of the nights before. */
  public StreamLimits distanceLimits(Slice slice, Measure measure) {
    if (!hasDistance(measure)) {
      throw new IllegalArgumentException(
          measure.name() + " has no distance beside its value; ask for its limits");
    }
    return limits(share(slice, measure) * (1 - SHARE_OF_VALUE));
  }

  /** Whether the distance of a measure's distribution is a stream of its own. */
  static boolean hasDistance(Measure measure) {
    return measure.metric().extraction().distributed();
  }

  /** False alarms of a metric in one slice in 30 nights. */
  private double share(Slice slice, Measure measure) {
    double level =
        levels.getOrDefault(
            slice.level(),
            levels.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow());
    return policy.alarms().falsePerMonth() * level * weight(measure) / weights;
  }

  private StreamLimits limits(double perMonth) {
    double kept = Math.max(SMALLEST_SHARE, perMonth);
    return LIMITS.computeIfAbsent(
        new Share(policy.score().ewmaWeight(), kept), AlarmBudget::limits);
  }

  private double weight(Measure measure) {
    double weight = policy.of(measure).weight();
    boolean own = policy.metrics().containsKey(measure.name()) || measure.argument().isEmpty();
    if (own || measure.metric() == Metric.SCORES && !scoresInOneColumn) {
      return weight;
    }
    AlarmPolicy alarms = policy.alarms();
    return weight / (measure.metric() == Metric.SCORES ? alarms.scores() : alarms.guardrailRules());
  }

  private static StreamLimits limits(Share share) {
    double whole = StreamLimits.NIGHTS_OF_A_MONTH / share.falsePerMonth();
    if (2 * whole > LONGEST_SPIKE_RUN_LENGTH) {
      return limits(share, whole, OptionalDouble.empty());
    }
    double spike = Math.max(SHORTEST_SPIKE_RUN_LENGTH, 2 * whole);
    double average = 1 / (1 / whole - 1 / spike);
    return limits(share, average, OptionalDouble.of(SpikeLimit.forRunLength(spike)));
  }

  private static StreamLimits limits(Share share, double average, OptionalDouble spikeLimit) {
    double runLength = Math.max(SHORTEST_EWMA_RUN_LENGTH, average);
    return new StreamLimits(
        share.falsePerMonth(),
        runLength,
        EwmaLimit.forRunLength(share.ewmaWeight(), runLength),
        spikeLimit);
  }
}

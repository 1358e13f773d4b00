package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.metrics.series.Autocorrelation;
import io.nightaudit.metrics.series.ScoreOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The placebo (A/A) study: puts the weeks of each history in twenty other orders, in which nothing
 * can have changed, and counts the alarms that the same rules raise.
 */
public final class PlaceboStudy {
  /** The longest part of a history that is put in other orders: sixteen weeks. */
  static final int MOST_NIGHTS = 112;

  /** The shortest history that says anything: four weeks. */
  static final int LEAST_NIGHTS = 28;

  /** Streams beyond it are left out, so that the study stays a matter of a second. */
  static final int MOST_STREAMS = 1_000;

  private static final int DAYS_OF_A_WEEK = 7;

  private final Policy policy;
  private final AlarmBudget budget;
  private final AcceptedChanges accepted;
  private final PlaceboNights placeboNights;

  /**
   * A study.
   *
   * @param unreliable nights whose archive cannot be relied on
   * @param accepted new levels that people accepted: a stream is studied from there on
   */
  public PlaceboStudy(
      Policy policy, AlarmBudget budget, Set<Long> unreliable, AcceptedChanges accepted) {
    this.policy = policy;
    this.budget = budget;
    this.accepted = accepted;
    this.placeboNights = new PlaceboNights(policy, unreliable);
  }

  /** The study of the streams that a report shows: all traffic first, then the largest slices. */
  public Placebo of(long tonight, List<JudgedSlice> slices) {
    List<Stream> scored = scored(tonight, slices);
    List<Stream> chosen =
        scored.stream()
            .filter(stream -> stream.nights().size() >= least())
            .limit(MOST_STREAMS)
            .toList();
    int leftOut = scored.size() - chosen.size();
    if (chosen.isEmpty()) {
      return Placebo.without(reason(scored), leftOut);
    }
    List<WeekOrder> orders = orders(tonight);
    PlaceboCounts counts = new PlaceboCounts();
    List<int[]> alarms = chosen.parallelStream().map(stream -> alarms(stream, orders)).toList();
    for (int i = 0; i < chosen.size(); i++) {
      Stream stream = chosen.get(i);
      int risk = stream.nights().size() - policy.score().learningNights();
      counts.add(stream, dependence(stream.nights()), risk, alarms.get(i));
    }
    return counts.placebo(leftOut);
  }

  /** One stream with the nights that are put in other orders. */
  record Stream(
      Slice slice,
      Measure measure,
      Evidence evidence,
      StreamLimits limits,
      ScoreOptions options,
      List<StreamNight> nights) {}

  private int least() {
    return Math.max(LEAST_NIGHTS, 2 * policy.score().learningNights());
  }

  private String reason(List<Stream> scored) {
    int longest = scored.stream().mapToInt(stream -> stream.nights().size()).max().orElse(0);
    return scored.isEmpty()
        ? "no figure has a score tonight"
        : "the longest history without a change has %s nights, %s are needed"
            .formatted(longest, least());
  }

  private List<Stream> scored(long tonight, List<JudgedSlice> slices) {
    Comparator<JudgedSlice> largest =
        Comparator.comparing((JudgedSlice slice) -> !slice.slice().isAll())
            .thenComparing(slice -> -interactions(slice, tonight))
            .thenComparing(JudgedSlice::slice);
    List<Stream> streams = new ArrayList<>();
    for (JudgedSlice slice : slices.stream().sorted(largest).toList()) {
      for (Map.Entry<Measure, ComparedStream> entry : slice.compared().streams().entrySet()) {
        Optional<Judgement> judgement = slice.judgement(entry.getKey(), tonight);
        if (judgement.filter(Judgement::isScored).isPresent()) {
          ComparedStream known = accepted.known(slice.slice(), entry.getValue(), tonight);
          streams.add(stream(slice.slice(), known, tonight, judgement.get()));
        }
      }
    }
    return streams;
  }

  private static long interactions(JudgedSlice slice, long tonight) {
    ComparedStream stream = slice.compared().streams().get(Measure.of(Metric.INTERACTIONS));
    return stream == null || !stream.evidence().containsKey(tonight)
        ? 0
        : stream.evidence().get(tonight).n();
  }

  private Stream stream(Slice slice, ComparedStream stream, long tonight, Judgement judgement) {
    Evidence evidence = stream.evidence().get(tonight);
    StreamLimits limits = budget.limits(slice, stream.measure());
    ScoreOptions options = limits.options(policy.score(), evidence.rising(), List.of());
    boolean alarmed = judgement.marks().containsValue(Judgement.Mark.ALARM);
    List<StreamNight> nights = placeboNights.of(stream, tonight, limits, alarmed);
    int from = Math.max(0, nights.size() - MOST_NIGHTS);
    return new Stream(
        slice, stream.measure(), evidence, limits, options, nights.subList(from, nights.size()));
  }

  private List<WeekOrder> orders(long tonight) {
    int weeks = policy.historyNights() / WeekOrder.NIGHTS + 1;
    List<WeekOrder> orders = new ArrayList<>();
    for (int number = 0; number < Placebo.REORDERINGS; number++) {
      orders.add(new WeekOrder(number, tonight, weeks));
    }
    return orders;
  }

  private int[] alarms(Stream stream, List<WeekOrder> orders) {
    PlaceboReplay replay =
        new PlaceboReplay(
            stream.options(),
            policy.of(stream.measure()),
            stream.evidence().scale(),
            stream.measure().metric().unit().equals("mix"));
    return orders.stream().mapToInt(order -> replay.alarms(order.of(stream.nights()))).toArray();
  }

  private double dependence(List<StreamNight> nights) {
    double[] values = nights.stream().mapToDouble(StreamNight::y).toArray();
    if (nights.size() < policy.score().weekdayNights()) {
      return Autocorrelation.of(values).at(1);
    }
    int[] weekdays =
        nights.stream()
            .mapToInt(night -> Math.floorMod(night.epochDay(), DAYS_OF_A_WEEK))
            .toArray();
    return Autocorrelation.around(values, weekdays).at(1);
  }
}

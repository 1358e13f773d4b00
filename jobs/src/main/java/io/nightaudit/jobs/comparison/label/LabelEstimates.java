package io.nightaudit.jobs.comparison.label;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.profile.review.Stratum;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.BinomialInterval;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.PredictionPoweredMean;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Estimates of the nights up to one from what people had said by the end of that night. They follow
 * from the labels, the review queue and the profiles alone, so that a night that is judged again
 * with the same labels has the same estimates.
 *
 * <p>A score is corrected from the random stratum alone, in which every interaction of a night is
 * equally likely; the precision of guardrails comes from the stratum of their hits, what they miss
 * from the random stratum. Within a night the sample is simple; nights count by their labels.
 */
public final class LabelEstimates {
  /** Labels from which on the interval holds what it says (statistics of PPI++). */
  static final int LEAST_LABELS = 100;

  private final List<HumanLabel> labels;
  private final List<ReviewEntry> queue;
  private final int nights;
  private final long leastShares;
  private final ZoneId zone;

  /**
   * Estimates.
   *
   * @param labels every label of the store
   * @param queue the review queue of the nights that may be looked at
   * @param nights how many nights up to one an estimate looks at
   * @param leastShares labels below which a share is not told
   * @param zone of the dates of labels
   */
  public LabelEstimates(
      Collection<HumanLabel> labels,
      Collection<ReviewEntry> queue,
      int nights,
      long leastShares,
      ZoneId zone) {
    this.labels = labels.stream().sorted(HumanLabel.ORDER).toList();
    this.queue = queue.stream().filter(ReviewEntry::isDrawn).toList();
    this.nights = nights;
    this.leastShares = leastShares;
    this.zone = zone;
  }

  /**
   * The estimates of a night, one for each target that was labelled.
   *
   * @param all all traffic, where the night was measured
   */
  public List<LabelEstimate> of(long night, Optional<ComparedSlice> all) {
    List<LabelEstimate> estimates = new ArrayList<>();
    for (String target : targets(night)) {
      Sample sample = sample(target, night);
      if (target.equals(HumanLabel.GUARDRAIL)) {
        estimates.add(precision(sample));
        estimates.add(misses(sample));
      } else {
        estimates.add(score(target, sample, night, all));
      }
    }
    return estimates;
  }

  private SortedSet<String> targets(long night) {
    return labels.stream()
        .filter(label -> isKnown(label, night))
        .map(HumanLabel::target)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the label had been given by the end of a night. */
  private boolean isKnown(HumanLabel label, long night) {
    return label.labelledAt().atZone(zone).toLocalDate().toEpochDay() <= night;
  }

  /** A drawn interaction with what people said of it. */
  private record Labelled(ReviewEntry entry, Opinions opinions) {}

  /**
   * The labels of one target.
   *
   * @param entries labelled entries of the queue; an interaction of several strata has several
   * @param people who labelled them
   * @param unusable labels of interactions that the queue of these nights does not hold
   */
  private record Sample(List<Labelled> entries, long people, long unusable) {
    List<Labelled> in(Stratum.Kind kind) {
      return entries.stream().filter(each -> each.entry().stratum().kind() == kind).toList();
    }
  }

  private Sample sample(String target, long night) {
    Map<String, List<HumanLabel>> byId =
        labels.stream()
            .filter(label -> label.target().equals(target) && isKnown(label, night))
            .collect(
                Collectors.groupingBy(
                    HumanLabel::interactionId, LinkedHashMap::new, Collectors.toList()));
    List<Labelled> entries = new ArrayList<>();
    TreeSet<String> people = new TreeSet<>();
    TreeSet<String> used = new TreeSet<>();
    for (ReviewEntry entry : queue) {
      List<HumanLabel> said =
          byId.getOrDefault(entry.interactionId(), List.of()).stream()
              .filter(label -> label.night().orElse(entry.epochDay()) == entry.epochDay())
              .toList();
      if (entry.epochDay() > night - nights && entry.epochDay() <= night && !said.isEmpty()) {
        entries.add(new Labelled(entry, Opinions.of(said)));
        said.forEach(label -> people.add(label.who()));
        used.add(entry.interactionId());
      }
    }
    long unusable =
        byId.entrySet().stream()
            .filter(entry -> !used.contains(entry.getKey()))
            .mapToLong(entry -> entry.getValue().size())
            .sum();
    return new Sample(entries, people.size(), unusable);
  }

  private LabelEstimate score(
      String target, Sample sample, long night, Optional<ComparedSlice> all) {
    String name = target.substring(Column.SCORE_PREFIX.length());
    Optional<ComparedStream> stream = all.map(slice -> slice.streams().get(Measure.parse(target)));
    SortedSet<Long> alike = stream.map(s -> alike(s, night)).orElse(new TreeSet<>());
    JudgeCorrection correction = new JudgeCorrection();
    List<Labelled> used = new ArrayList<>();
    for (Labelled each : sample.in(Stratum.Kind.RANDOM)) {
      Double score = each.entry().scores().get(name);
      if (score != null && alike.contains(each.entry().epochDay())) {
        correction.add(each.opinions().mean(), score);
        used.add(each);
      }
    }
    StratumMoments judged = stream.map(s -> moments(s, alike)).orElse(StratumMoments.absent());
    double judgeMean = judged.n() == 0 ? Double.NaN : judged.mean();
    if (used.size() < LEAST_LABELS) {
      String reason =
          all.isEmpty()
              ? "the night has no data"
              : "%s of %s labels of the random stratum".formatted(used.size(), LEAST_LABELS);
      return none(target, sample, used, judgeMean, reason);
    }
    PredictionPoweredMean mean = correction.of(judged);
    return estimate(
        target,
        mean.estimate(),
        mean.interval(),
        sample,
        used,
        Math.max(0, judged.n() - used.size()),
        mean.lambda(),
        judgeMean);
  }

  /** The nights on which the judge was the one of the last night that has it. */
  private SortedSet<Long> alike(ComparedStream stream, long night) {
    SortedMap<Long, StreamNight> window = stream.nights().subMap(night - nights + 1, night + 1);
    SortedSet<Long> alike = new TreeSet<>();
    if (!window.isEmpty()) {
      String definition = window.get(window.lastKey()).definition();
      window.forEach(
          (day, known) -> {
            if (known.definition().equals(definition) && stream.moments().containsKey(day)) {
              alike.add(day);
            }
          });
    }
    return alike;
  }

  private static StratumMoments moments(ComparedStream stream, SortedSet<Long> days) {
    StratumMoments moments = StratumMoments.absent();
    for (long day : days) {
      moments = moments.plus(stream.moments().get(day));
    }
    return moments;
  }

  private LabelEstimate precision(Sample sample) {
    List<Labelled> hits = sample.in(Stratum.Kind.GUARDRAIL_HIT);
    return share(LabelEstimate.PRECISION, sample, hits, "guardrail hits");
  }

  private LabelEstimate misses(Sample sample) {
    List<Labelled> passed =
        sample.in(Stratum.Kind.RANDOM).stream()
            .filter(each -> !each.entry().guardrailHit().orElse(false))
            .toList();
    return share(LabelEstimate.MISSES, sample, passed, "random interactions without a hit");
  }

  private LabelEstimate share(String target, Sample sample, List<Labelled> of, String what) {
    List<Labelled> decided =
        of.stream().filter(each -> each.opinions().majority().isPresent()).toList();
    if (decided.size() < leastShares) {
      String reason = "%s of %s labels of %s".formatted(decided.size(), leastShares, what);
      return none(target, sample, decided, Double.NaN, reason);
    }
    long yes =
        decided.stream()
            .map(each -> each.opinions().majority())
            .mapToDouble(OptionalDouble::getAsDouble)
            .filter(label -> label == 1)
            .count();
    return estimate(
        target,
        (double) yes / decided.size(),
        BinomialInterval.WILSON.of(yes, decided.size(), LabelEstimate.CONFIDENCE),
        sample,
        decided,
        0,
        Double.NaN,
        Double.NaN);
  }

  private static LabelEstimate none(
      String target, Sample sample, List<Labelled> used, double judgeMean, String reason) {
    List<Opinions> opinions = used.stream().map(Labelled::opinions).toList();
    return new LabelEstimate(
        target,
        Double.NaN,
        Optional.empty(),
        used.size(),
        0,
        Double.NaN,
        judgeMean,
        sample.people(),
        Opinions.agreement(opinions),
        Opinions.doubly(opinions),
        sample.unusable(),
        reason);
  }

  private static LabelEstimate estimate(
      String target,
      double value,
      Interval interval,
      Sample sample,
      List<Labelled> used,
      long judged,
      double lambda,
      double judgeMean) {
    List<Opinions> opinions = used.stream().map(Labelled::opinions).toList();
    return new LabelEstimate(
        target,
        value,
        Optional.of(interval),
        used.size(),
        judged,
        lambda,
        judgeMean,
        sample.people(),
        Opinions.agreement(opinions),
        Opinions.doubly(opinions),
        sample.unusable(),
        "");
  }
}

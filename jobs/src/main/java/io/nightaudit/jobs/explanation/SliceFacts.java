package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.comparison.BaselineNight;
import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.DerivedMeasures;
import io.nightaudit.jobs.comparison.SliceComparison;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.explanation.FigureFacts.Recomputed;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.SliceJudge;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.report.Identifiers;
import io.nightaudit.metrics.summary.Summary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything about one slice of one night: its figures are compared and judged anew, once. */
public final class SliceFacts {
  private final NightContext context;
  private final Slice slice;
  private final List<ProfileRow> profiles;
  private final Map<String, StoredFigure> stored;
  private final SliceComparison comparison;
  private final Optional<JudgedSlice> judged;
  private final SortedMap<Long, SortedMap<String, Summary>> summaries = new TreeMap<>();

  /**
   * A slice.
   *
   * @param profiles its profiles of the night and of the baseline before it
   * @param history its daily values of the nights before, by measure
   * @param stored its figures of the night, by measure
   */
  public SliceFacts(
      NightContext context,
      Slice slice,
      List<ProfileRow> profiles,
      SortedMap<String, List<StreamNight>> history,
      Map<String, StoredFigure> stored) {
    this.context = context;
    this.slice = slice;
    this.profiles = List.copyOf(profiles);
    this.stored = new TreeMap<>(stored);
    this.comparison =
        new SliceComparison(slice, profiles, context.configuration().policy().baselineNights());
    this.judged = judged(history);
    for (ProfileRow row : profiles) {
      summaries
          .computeIfAbsent(row.epochDay(), night -> new TreeMap<>())
          .put(row.metric(), Summary.fromBytes(row.summary()));
    }
  }

  private Optional<JudgedSlice> judged(SortedMap<String, List<StreamNight>> history) {
    TreeSet<Long> tonight = new TreeSet<>(List.of(context.epochDay()));
    if (comparison.isAbsent(tonight)) {
      return Optional.empty();
    }
    Policy policy = context.configuration().policy();
    ComparedSlice compared = comparison.compare(tonight, history);
    AlarmBudget budget = AlarmBudget.of(context.configuration());
    return Optional.of(
        new SliceJudge(policy, budget, context.unreliable(), context.accepted()).judge(compared));
  }

  FigureFacts of(Measure measure) {
    Optional<Recomputed> recomputed = judged.flatMap(found -> recomputed(found, measure));
    List<BaselineNight> window =
        recomputed.isEmpty() ? List.of() : comparison.baseline(measure, context.epochDay());
    return new FigureFacts(
        measure,
        slice,
        Optional.ofNullable(stored.get(measure.name())),
        context.reported(Identifiers.figure(measure, slice)),
        recomputed,
        summaries.getOrDefault(context.epochDay(), new TreeMap<>()),
        merged(measure, window),
        window,
        judged
            .map(found -> found.compared().streams().get(measure))
            .map(ComparedStream::nights)
            .orElse(new TreeMap<>()));
  }

  private Optional<Recomputed> recomputed(JudgedSlice found, Measure measure) {
    long night = context.epochDay();
    ComparedStream stream = found.compared().streams().get(measure);
    return stream == null || !stream.evidence().containsKey(night)
        ? Optional.empty()
        : found
            .judgement(measure, night)
            .map(
                judgement ->
                    new Recomputed(
                        stream.evidence().get(night), judgement, stream.nights().get(night)));
  }

  private SortedMap<String, Summary> merged(Measure measure, List<BaselineNight> window) {
    SortedMap<String, Summary> merged = new TreeMap<>();
    for (BaselineNight night : window) {
      if (night.use() == BaselineNight.Use.USED) {
        for (String source : DerivedMeasures.sources(measure)) {
          Summary summary = summaries.get(night.epochDay()).get(source);
          if (summary != null) {
            merged.merge(source, summary, Summary::plus);
          }
        }
      }
    }
    return merged;
  }

  /** Whether the slice has profiles of the night. */
  public boolean isProfiled() {
    return profiles.stream().anyMatch(row -> row.epochDay() == context.epochDay());
  }
}

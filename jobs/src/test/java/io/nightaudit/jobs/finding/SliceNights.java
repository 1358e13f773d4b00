package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.SliceComparison;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Nights of one slice with errors and lengths of answers that a test chooses. */
final class SliceNights {
  static final Measure ERRORS = Measure.of(Metric.ERRORS);
  static final Measure CHARACTERS = Measure.of(Metric.ANSWER_CHARACTERS);

  private final Slice slice;
  private final Policy policy;
  private final SliceJudge judge;
  private final SortedMap<Long, List<ProfileRow>> rows = new TreeMap<>();

  SliceNights(Slice slice, AuditConfiguration configuration) {
    this.slice = slice;
    this.policy = configuration.policy();
    this.judge = new SliceJudge(policy, AlarmBudget.of(configuration), Set.of());
  }

  /** An archive of answers and statuses, with the policy that a test chooses. */
  static AuditConfiguration configuration(Path folder, String policy) {
    String text =
        """
        system: s
        archive: {path: p, columns: {start_time: t, request_model: r, status: s, answer: a}}
        slices: {levels: [[request_model]], cap: 5}
        policy: {version: '1'%s}
        """
            .formatted(policy);
    try {
      Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
      return ConfigurationFile.read(file, List.of());
    } catch (IOException | ConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  SliceNights errors(long night, int rowsOfNight, double share) {
    return put(night, ERRORS, new Rate(Math.round(rowsOfNight * share), rowsOfNight, 0));
  }

  SliceNights lengths(long night, double... lengths) {
    LogHistogram.Accumulator histogram = new LogHistogram.Accumulator(0);
    for (double length : lengths) {
      histogram.add(length);
    }
    return put(night, CHARACTERS, histogram.build());
  }

  private SliceNights put(long night, Measure measure, Summary summary) {
    List<ProfileRow> of = rows.computeIfAbsent(night, n -> new ArrayList<>());
    if (of.isEmpty()) {
      Rate all = new Rate(summary.count(), summary.count(), 0);
      of.add(row(night, Measure.of(Metric.INTERACTIONS), all));
    }
    of.add(row(night, measure, summary));
    return this;
  }

  SliceNights without(long night) {
    rows.remove(night);
    return this;
  }

  private ProfileRow row(long night, Measure measure, Summary summary) {
    return new ProfileRow(
        night, slice.key(), measure.name(), summary.count(), 0, "definition", summary.toBytes());
  }

  /** Every night of a range judged by one run. */
  SortedMap<Long, Judgement> together(Measure measure) {
    return judge
        .judge(compared(new TreeSet<>(rows.keySet()), new TreeMap<>()))
        .judgements()
        .get(measure);
  }

  /** Every night judged by a run of its own that knows the nights before as the store has them. */
  SortedMap<Long, Judgement> nightByNight(Measure measure) {
    SortedMap<Long, Judgement> judgements = new TreeMap<>();
    SortedMap<String, List<StreamNight>> stored = new TreeMap<>();
    for (long night : rows.keySet()) {
      ComparedSlice compared = compared(new TreeSet<>(Set.of(night)), stored);
      judgements.put(night, judge.judge(compared).judgement(measure, night).orElseThrow());
      compared
          .streams()
          .forEach(
              (each, stream) ->
                  stored
                      .computeIfAbsent(each.name(), name -> new ArrayList<>())
                      .add(stream.nights().get(night)));
    }
    return judgements;
  }

  private ComparedSlice compared(
      SortedSet<Long> nights, SortedMap<String, List<StreamNight>> earlier) {
    List<ProfileRow> window = new ArrayList<>();
    rows.subMap(nights.first() - policy.baselineNights(), nights.last() + 1)
        .values()
        .forEach(window::addAll);
    return new SliceComparison(slice, window, policy.baselineNights()).compare(nights, earlier);
  }
}

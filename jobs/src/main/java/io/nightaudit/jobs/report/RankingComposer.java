package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.Ranking;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the list of what is unusual tonight. */
final class RankingComposer {
  private final NightRecord record;
  private final Map<Slice, JudgedSlice> slices;

  RankingComposer(NightRecord record) {
    this.record = record;
    this.slices =
        record.slices().stream().collect(Collectors.toMap(JudgedSlice::slice, Function.identity()));
  }

  SelfReport.Ranking compose() {
    Ranking ranking = record.ranking();
    return new SelfReport.Ranking(
        ranking.q(), ranking.tests(), ranking.unusual().stream().map(this::entry).toList());
  }

  private SelfReport.Unusual entry(Ranking.Unusual unusual) {
    Slice slice = unusual.slice();
    Measure measure = unusual.measure();
    JudgedSlice judged = slices.get(slice);
    Evidence evidence = judged.compared().streams().get(measure).evidence().get(record.epochDay());
    Judgement judgement = judged.judgement(measure, record.epochDay()).orElseThrow();
    return new SelfReport.Unusual(
        Identifiers.figure(measure, slice),
        measure.name(),
        measure.title(),
        slice.asMap(),
        slice.title(),
        unusual.z(),
        unusual.p(),
        unusual.adjusted(),
        unusual.z() > 0 ? "rise" : "fall",
        evidence.unit(measure),
        evidence.value(),
        judgement.expected());
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
import java.util.Optional;

/** Makes the findings section. */
final class FindingComposer {
  private static final int NIGHTS_OF_A_STREAK = 14;

  private final NightRecord record;

  FindingComposer(NightRecord record) {
    this.record = record;
  }

  List<Report.FindingEntry> compose() {
    return record.findings().stream().map(this::entry).toList();
  }

  private Report.FindingEntry entry(Finding finding) {
    return new Report.FindingEntry(
        finding.id(),
        finding.measure().name(),
        finding.slice().asMap(),
        finding.slice().title(),
        finding.verdict().name(),
        finding.cause().name(),
        Identifiers.date(finding.began()),
        Identifiers.date(finding.found()),
        finding.kind(),
        finding.sentence(),
        finding.evidence(),
        Identifiers.figure(finding.measure(), finding.slice()),
        nights(finding),
        Optional.of(ExplanationComposer.entry(finding.explanation())),
        finding.alsoIn().stream().map(Slice::asMap).toList());
  }

  private List<Report.NightMark> nights(Finding finding) {
    Optional<JudgedSlice> slice =
        record.slices().stream().filter(s -> s.slice().equals(finding.slice())).findFirst();
    Optional<Judgement> judgement =
        slice.flatMap(s -> s.judgement(finding.measure(), record.epochDay()));
    if (judgement.isEmpty()) {
      return List.of();
    }
    ComparedStream stream = slice.get().compared().streams().get(finding.measure());
    long tonight = record.epochDay();
    return stream.nights().subMap(tonight - NIGHTS_OF_A_STREAK + 1, tonight + 1).keySet().stream()
        .map(
            night ->
                new Report.NightMark(
                    Identifiers.date(night), FigureComposer.mark(judgement.get(), night)))
        .toList();
  }
}

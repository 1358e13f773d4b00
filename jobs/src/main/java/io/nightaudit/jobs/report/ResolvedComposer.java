package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.report.RegisterReport.ResolvedEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the findings of the night before that are open no more, and how they ended. */
final class ResolvedComposer {
  /** Findings of a run and those of the store come in other orders. */
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::verdict)
          .thenComparing(Finding::slice)
          .thenComparing(Finding::measure)
          .thenComparing(Finding::id);

  private final NightRecord record;

  ResolvedComposer(NightRecord record) {
    this.record = record;
  }

  List<ResolvedEntry> compose() {
    Set<String> open = record.findings().stream().map(Finding::id).collect(Collectors.toSet());
    return record.form().findingsBefore().stream()
        .filter(finding -> !open.contains(finding.id()))
        .sorted(WORST_FIRST)
        .map(this::entry)
        .toList();
  }

  private ResolvedEntry entry(Finding finding) {
    Ending ending = ending(finding);
    return new ResolvedEntry(
        finding.id(),
        finding.measure().name(),
        finding.slice().title(),
        finding.sentence(),
        Identifiers.date(finding.found()),
        Identifiers.date(finding.epochDay()),
        ending.outcome(),
        ending.why());
  }

  private record Ending(String outcome, String why) {}

  private Ending ending(Finding finding) {
    Optional<Decision> accepted =
        record.decisions().stream().filter(decision -> decision.accepts(finding.id())).findFirst();
    if (accepted.isPresent()) {
      return new Ending("ACCEPTED", "accepted as the new level by " + accepted.get().by());
    }
    if (record.coverage().rowsKept() == 0) {
      return new Ending("NOT_JUDGED", "there is no data of tonight");
    }
    if (finding.isOfRelease()) {
      return new Ending("EXPIRED", "a new release is told for seven nights, or until the next one");
    }
    return record.slices().stream()
        .filter(slice -> slice.slice().equals(finding.slice()))
        .findFirst()
        .flatMap(slice -> slice.judgement(finding.measure(), record.epochDay()))
        .map(ResolvedComposer::judged)
        .orElse(new Ending("GONE", "its slice is not among those that this report shows"));
  }

  private static Ending judged(Judgement judgement) {
    if (judgement.verdict().finds()) {
      return new Ending("TOLD_ELSEWHERE", "it moves together with another finding");
    }
    return switch (judgement.verdict()) {
      case WITHIN_TOLERANCE ->
          new Ending("BACK_TO_USUAL", "no limit is passed any more, and no alarm is open");
      default -> new Ending("NOT_JUDGED", judgement.reason());
    };
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.suppression.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what is withheld. */
final class SuppressionComposer {
  private SuppressionComposer() {}

  static PrivacyReport.Suppression compose(NightRecord record) {
    PrivacyFacts facts = record.privacy();
    return new PrivacyReport.Suppression(
        facts.minimumCell(),
        facts.personal(),
        count(facts, Reason.SMALL),
        count(facts, Reason.COMPLEMENTARY),
        count(facts, Reason.PERSISTENT),
        facts.figures(),
        facts.costKeys(),
        facts.costLines(),
        findings(facts));
  }

  private static long count(PrivacyFacts facts, Reason reason) {
    return facts.slices().stream().filter(cell -> cell.reason() == reason).count();
  }

  private static List<PrivacyReport.WithheldFindings> findings(PrivacyFacts facts) {
    SortedMap<Slice, SortedMap<Verdict, Long>> counts = new TreeMap<>();
    facts
        .findings()
        .forEach(
            finding ->
                counts
                    .computeIfAbsent(finding.around(), slice -> new TreeMap<>())
                    .merge(finding.verdict(), 1L, Long::sum));
    List<PrivacyReport.WithheldFindings> findings = new ArrayList<>();
    counts.forEach(
        (slice, verdicts) ->
            verdicts.forEach(
                (verdict, slices) ->
                    findings.add(
                        new PrivacyReport.WithheldFindings(
                            slice.asMap(), slice.title(), verdict.name(), slices))));
    return findings;
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The verdict of a night for programs: {@code verdict.json}, written like {@link ReportJson}. */
public final class VerdictJson {
  private VerdictJson() {}

  /** The bytes of the verdict of a report. */
  public static byte[] write(Report report) {
    return ReportJson.canonical(document(report));
  }

  private static Document document(Report report) {
    String night = report.identity().night();
    return new Document(
        "nightaudit-verdict/1",
        night,
        report.status(),
        report.action(),
        report.recommendations().stream().map(VerdictJson::recommendation).toList(),
        findings(report),
        "reports/" + night + "/report.html");
  }

  private static Recommendation recommendation(Report.RecommendationEntry entry) {
    return new Recommendation(
        entry.id(),
        entry.route(),
        entry.slice(),
        entry.action(),
        entry.fromRelease(),
        entry.toRelease(),
        entry.grade(),
        entry.reasons(),
        entry.standing().map(OversightReport.Standing::state).orElse(""));
  }

  /** Every verdict that can open a finding is counted, breaches that no section names too. */
  private static Map<String, Long> findings(Report report) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      if (verdict.finds()) {
        counts.put(verdict.name(), 0L);
      }
    }
    report.findings().forEach(finding -> counts.merge(finding.verdict(), 1L, Long::sum));
    report.privacy().findings().stream()
        .filter(finding -> finding.verdict().equals(Verdict.BREACH.name()))
        .forEach(finding -> counts.merge(finding.verdict(), finding.slices(), Long::sum));
    return counts;
  }

  record Document(
      String schema,
      String night,
      String status,
      String action,
      List<Recommendation> recommendations,
      Map<String, Long> findings,
      String report) {}

  record Recommendation(
      String id,
      Map<String, String> route,
      Map<String, String> slice,
      String action,
      String fromRelease,
      String toRelease,
      String grade,
      List<String> reasons,
      String state) {}
}

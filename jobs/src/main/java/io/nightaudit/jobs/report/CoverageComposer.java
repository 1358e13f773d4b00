package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.finding.CoverageJudgement;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Makes the coverage section. */
final class CoverageComposer {
  private final NightRecord record;
  private final Coverage coverage;
  private final CoverageJudgement judged;

  CoverageComposer(NightRecord record) {
    this.record = record;
    this.coverage = record.coverage();
    this.judged = record.judged();
  }

  Report.CoverageSection compose() {
    return new Report.CoverageSection(
        verdict(),
        judged.reasons(),
        coverage.rowsRead(),
        coverage.rowsKept(),
        coverage.rowsQuarantined(),
        coverage.rowsDuplicate(),
        coverage.rowsLate(),
        coverage.quarantine().entrySet().stream()
            .map(entry -> new Report.ReasonCount(entry.getKey(), entry.getValue()))
            .toList(),
        coverage.files().stream()
            .map(f -> new Report.FileEntry(f.sha256(), f.bytes(), f.rows(), f.problem()))
            .toList(),
        hours(),
        judged.volumeMedian().stream().boxed().findFirst(),
        checks(),
        missingColumns(),
        record.missedNights().stream().map(LocalDate::toString).toList());
  }

  private String verdict() {
    if (coverage.input() != Coverage.Input.READ) {
      return Verdict.FAILED.name();
    }
    return judged.reliable() ? Verdict.WITHIN_TOLERANCE.name() : "INCONCLUSIVE";
  }

  private List<Report.HourCount> hours() {
    List<Report.HourCount> hours = new ArrayList<>();
    for (int hour = 0; hour < coverage.hours().size(); hour++) {
      Optional<CoverageJudgement.UsualHour> usual =
          hour < judged.hours().size() ? Optional.of(judged.hours().get(hour)) : Optional.empty();
      hours.add(
          new Report.HourCount(
              hour,
              coverage.hours().get(hour),
              usual.map(CoverageJudgement.UsualHour::lowest),
              usual.map(CoverageJudgement.UsualHour::median),
              usual.map(CoverageJudgement.UsualHour::highest),
              judged.missingHours().contains(hour)));
    }
    return hours;
  }

  private List<Report.Check> checks() {
    long unreadable = coverage.unreadableFiles();
    long hours = coverage.hours().stream().filter(count -> count > 0).count();
    return List.of(
        check(
            "Files read",
            c -> c.files().size() - c.unreadableFiles(),
            unreadable == 0,
            unreadable + " cannot be read"),
        check("Rows read", Coverage::rowsRead, coverage.rowsRead() > 0, "nothing was read"),
        check("Rows kept", Coverage::rowsKept, volumeIsUsual(), "far from the usual volume"),
        check(
            "Rows quarantined",
            Coverage::rowsQuarantined,
            !judged.contractBroken(),
            "more than the policy tolerates"),
        check(
            "Duplicate rows",
            Coverage::rowsDuplicate,
            fewDuplicates(),
            "more than the policy tolerates"),
        check("Late rows found", Coverage::rowsLate, true, ""),
        new Report.Check(
            "Hours with traffic",
            hours + " of " + coverage.hours().size(),
            usual(c -> c.hours().stream().filter(count -> count > 0).count()),
            verdict(judged.missingHours().isEmpty()),
            judged.missingHours().isEmpty() ? "" : judged.missingHours().size() + " missing"),
        new Report.Check(
            "Nights missed since " + record.firstNight(),
            String.valueOf(record.missedNights().size()),
            "–",
            Verdict.WITHIN_TOLERANCE.name(),
            ""));
  }

  private boolean volumeIsUsual() {
    if (judged.volumeMedian().isEmpty()) {
      return true;
    }
    double share = coverage.rowsKept() / judged.volumeMedian().getAsDouble();
    var policy = record.configuration().policy().coverage();
    return share >= policy.minimumVolume() && share <= policy.maximumVolume();
  }

  private boolean fewDuplicates() {
    double limit = record.configuration().policy().coverage().maximumDuplicateShare();
    return coverage.rowsDuplicate() <= limit * coverage.rowsRead();
  }

  private Report.Check check(
      String name, ToLongFunction<Coverage> count, boolean holds, String problem) {
    return new Report.Check(
        name,
        Digits.whole(count.applyAsLong(coverage)),
        usual(count),
        verdict(holds),
        holds ? "" : problem);
  }

  private static String verdict(boolean holds) {
    return holds ? Verdict.WITHIN_TOLERANCE.name() : Verdict.WARNING.name();
  }

  private String usual(ToLongFunction<Coverage> count) {
    long[] usual =
        record.before().stream()
            .filter(night -> night.input() == Coverage.Input.READ)
            .mapToLong(count)
            .sorted()
            .toArray();
    if (usual.length == 0) {
      return "–";
    }
    String low = Digits.whole(usual[0]);
    String high = Digits.whole(usual[usual.length - 1]);
    return low.equals(high) ? low : low + " to " + high;
  }

  /** Each column that a metric lacks, once, with what is not computed without it. */
  private List<Report.MissingColumn> missingColumns() {
    if (coverage.input() != Coverage.Input.READ) {
      return List.of();
    }
    Map<String, List<String>> metrics = new java.util.TreeMap<>();
    Arrays.stream(Metric.values())
        .forEach(
            metric ->
                NotComputed.lacking(metric, record)
                    .ifPresent(
                        column ->
                            metrics
                                .computeIfAbsent(column, key -> new ArrayList<>())
                                .add(metric.id())));
    return metrics.entrySet().stream()
        .map(e -> new Report.MissingColumn(e.getKey(), reason(e.getKey()), e.getValue()))
        .toList();
  }

  private String reason(String column) {
    String looked = coverage.missingColumns().get(column);
    if (looked != null) {
      return looked;
    }
    return Column.named(column).isPresent()
        ? "The configuration maps no column to it."
        : "The archive does not have it.";
  }
}

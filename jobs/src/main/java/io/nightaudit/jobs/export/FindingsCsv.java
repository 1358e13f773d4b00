package io.nightaudit.jobs.export;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.metric.Slice;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as CSV (RFC 4180), one line for each night on which a finding was open. */
public final class FindingsCsv {
  static final List<String> COLUMNS =
      List.of(
          "night",
          "id",
          "verdict",
          "metric",
          "slice",
          "cause",
          "kind",
          "began",
          "found",
          "alarm",
          "sentence",
          "evidence",
          "also_in");

  private FindingsCsv() {}

  /** The file, its header first; no spreadsheet takes a cell for a formula. */
  public static String of(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparingLong(Finding::epochDay).thenComparing(Finding::id))
        .map(FindingsCsv::line)
        .collect(Collectors.joining("", CsvCells.line(COLUMNS.stream()), ""));
  }

  private static String line(Finding finding) {
    return CsvCells.line(
        Stream.of(
                day(finding.epochDay()),
                finding.id(),
                finding.verdict().name(),
                finding.measure().name(),
                finding.slice().title(),
                finding.cause().name(),
                finding.kind(),
                day(finding.began()),
                day(finding.found()),
                finding.alarm().map(FindingsCsv::day).orElse(""),
                finding.sentence(),
                finding.evidence(),
                finding.alsoIn().stream().map(Slice::title).collect(Collectors.joining("; ")))
            .map(CsvCells::text));
  }

  private static String day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }
}

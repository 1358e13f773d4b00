package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.regulation.ArticleMap;
import io.nightaudit.jobs.report.IntegrityReport.ColumnConformance;
import io.nightaudit.jobs.report.IntegrityReport.Gap;
import io.nightaudit.jobs.report.IntegrityReport.Integrity;
import io.nightaudit.jobs.report.IntegrityReport.Retention;
import io.nightaudit.jobs.report.Report.ReasonCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Says whether the logs are there, whole and well formed. */
final class IntegrityComposer {
  private static final int MONTHS_OF_THE_FLOOR = 6;
  private static final String KEEPING = "19";
  private static final String LATE = "LATE";

  private final NightRecord record;
  private final Coverage coverage;

  IntegrityComposer(NightRecord record) {
    this.record = record;
    this.coverage = record.coverage();
  }

  Integrity compose() {
    List<Gap> gaps = new GapComposer(record.configuration().archive().timezone()).compose(record);
    int due = (int) (record.epochDay() - record.firstNight().toEpochDay()) + 1;
    return new Integrity(
        record.judged().volumeMedian().stream().boxed().findFirst(),
        coverage.rowsRead(),
        due,
        due - record.missedNights().size(),
        gaps,
        gaps.stream().mapToLong(Gap::minutes).sum(),
        badRows(),
        conformance(),
        retention());
  }

  private List<ReasonCount> badRows() {
    long late = coverage.quarantine().getOrDefault(LATE, 0L);
    return List.of(
        new ReasonCount("LATE", late),
        new ReasonCount("DUPLICATE", coverage.rowsDuplicate()),
        new ReasonCount("MALFORMED", coverage.rowsQuarantined() - late));
  }

  /** Every mapped column; a row that breaks several rules counts for the first of them. */
  private List<ColumnConformance> conformance() {
    return record.configuration().archive().columns().keySet().stream()
        .map(this::conformance)
        .toList();
  }

  private ColumnConformance conformance(String column) {
    List<ReasonCount> reasons =
        coverage.quarantine().entrySet().stream()
            .filter(entry -> isOf(entry.getKey(), column))
            .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
            .toList();
    return new ColumnConformance(
        column,
        type(column),
        coverage.present().contains(column),
        reasons.stream().mapToLong(ReasonCount::rows).sum(),
        reasons);
  }

  private static boolean isOf(String reason, String column) {
    return switch (reason) {
      case "INVALID_TIME", "MISSING_TIME" -> column.equals(Column.START_TIME.id());
      case "MISSING_ID" -> column.equals(Column.INTERACTION_ID.id());
      default -> {
        String suffix = "_" + column.toUpperCase(Locale.ROOT);
        yield Stream.of("INVALID", "NEGATIVE", "ABSURD").anyMatch(r -> reason.equals(r + suffix));
      }
    };
  }

  private static String type(String column) {
    return Column.named(column)
        .map(known -> known.type().name().toLowerCase(Locale.ROOT))
        .orElse("score");
  }

  private Retention retention() {
    SortedSet<Long> archived = record.form().archived();
    LocalDate floor = record.night().minusMonths(MONTHS_OF_THE_FLOOR);
    boolean none = archived.isEmpty();
    return new Retention(
        none ? "" : Identifiers.date(archived.first()),
        archived.size(),
        none ? 0 : record.epochDay() - archived.first() + 1,
        floor.toString(),
        !none && archived.first() <= floor.toEpochDay(),
        floorApplies(),
        false);
  }

  /** From when on logs must be kept for so long, by the calendar as of the night. */
  private String floorApplies() {
    var regulation = record.configuration().regulation();
    return regulation
        .calendar()
        .of(KEEPING, ArticleMap.scope(regulation.applicability()), record.night())
        .map(date -> date.appliesFrom().toString())
        .orElse("");
  }
}

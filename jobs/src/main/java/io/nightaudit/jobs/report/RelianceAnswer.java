package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Report.CoverageSection;
import io.nightaudit.jobs.report.Report.HourCount;
import io.nightaudit.jobs.report.Report.MissingColumn;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.List;

/** Can tonight's numbers be relied on? */
final class RelianceAnswer {
  private static final int NAMED_COLUMNS = 4;

  private RelianceAnswer() {}

  static Answer of(Night night) {
    if (night.isEmpty()) {
      return empty(night.coverage());
    }
    List<String> sentences = new ArrayList<>();
    List<String> reasons = sentences(night.coverage());
    String headline = headline(night, reasons);
    reasons.stream().filter(reason -> !headline.endsWith(reason)).forEach(sentences::add);
    sentences.add(rows(night.coverage()));
    if (night.isReliable()) {
      hours(night.coverage(), sentences);
    }
    notComputed(night, sentences);
    if (!night.isReliable()) {
      sentences.add("What was found is listed all the same, but it leads to no rollback.");
    }
    return new Answer(headline, sentences);
  }

  private static List<String> sentences(CoverageSection coverage) {
    return coverage.reasons().stream().map(Sentences::closed).map(Mark::capital).toList();
  }

  private static String headline(Night night, List<String> reasons) {
    if (!night.isReliable()) {
      return "No. " + (reasons.isEmpty() ? "The night is not complete." : reasons.get(0));
    }
    boolean limited = "WARNING".equals(night.coverage().verdict());
    return limited ? "Yes, with limits." : "Yes, for what the archive records.";
  }

  private static Answer empty(CoverageSection coverage) {
    List<String> reasons = sentences(coverage);
    return reasons.isEmpty()
        ? new Answer("No. There is no data of this night.", List.of())
        : new Answer("No. " + reasons.get(0), reasons.subList(1, reasons.size()));
  }

  private static String rows(CoverageSection coverage) {
    long kept = coverage.rowsKept();
    if (kept == coverage.rowsRead()) {
      return "All %s were read and kept; none was quarantined or counted twice."
          .formatted(Sentences.count(kept, "interaction"));
    }
    return "Of %s read, %s were kept, %s quarantined and %s duplicate."
        .formatted(
            Sentences.count(coverage.rowsRead(), "row"),
            Digits.whole(kept),
            Digits.whole(coverage.rowsQuarantined()),
            Digits.whole(coverage.rowsDuplicate()));
  }

  private static void hours(CoverageSection coverage, List<String> sentences) {
    List<HourCount> hours = coverage.hours();
    long missing = hours.stream().filter(HourCount::missing).count();
    if (missing > 0) {
      sentences.add(
          "%s without traffic that usually %s some (section 3)."
              .formatted(Sentences.count(missing, "hour"), missing == 1 ? "has" : "have"));
    } else if (!hours.isEmpty() && hours.stream().allMatch(hour -> hour.tonight() > 0)) {
      sentences.add("Every hour had traffic.");
    }
  }

  private static void notComputed(Night night, List<String> sentences) {
    long count = night.figures().stream().filter(f -> Night.is(f, Verdict.NOT_COMPUTED)).count();
    List<String> columns =
        night.coverage().missingColumns().stream()
            .map(MissingColumn::column)
            .map(column -> "`" + column + "`")
            .toList();
    if (count == 0) {
      return;
    }
    String because =
        columns.isEmpty()
            ? ""
            : ", because the archive does not record " + Sentences.list(columns, NAMED_COLUMNS);
    sentences.add(
        "%s %s not computed%s (section 3)."
            .formatted(Sentences.count(count, "figure"), count == 1 ? "was" : "were", because));
  }
}

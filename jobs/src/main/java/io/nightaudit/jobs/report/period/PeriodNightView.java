package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Fields;
import io.nightaudit.jobs.report.Sentences;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The nights of a period as rows; nights still to come are one row. */
final class PeriodNightView {
  private PeriodNightView() {}

  static List<Map<String, Object>> of(PeriodReport report) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<PeriodReport.NightEntry> coming = new ArrayList<>();
    for (PeriodReport.NightEntry night : report.nights()) {
      if (night.state().equals(PeriodNights.NOT_YET)) {
        coming.add(night);
      } else {
        rows.add(row(night));
      }
    }
    if (!coming.isEmpty()) {
      rows.add(coming(coming));
    }
    return rows;
  }

  private static Map<String, Object> row(PeriodReport.NightEntry night) {
    return new Fields()
        .put("night", Nights.brief(night.night()))
        .put("mark", mark(night.state()))
        .put("loud", night.state().equals(PeriodNights.MISSED))
        .put("why", Mark.capital(String.join("; ", night.reasons())))
        .put("rows", night.rowsRead() == 0 ? "–" : Digits.whole(night.rowsKept()))
        .put("findings", findings(night))
        .put("signed", String.join(", ", night.signOffs().stream().map(s -> s.by()).toList()))
        .map();
  }

  private static String findings(PeriodReport.NightEntry night) {
    if (!isAudited(night)) {
      return "–";
    }
    String worst = night.worst().map(v -> ", worst: " + Mark.of(v).word()).orElse("");
    return night.findings() == 0 ? "none" : Digits.whole(night.findings()) + worst;
  }

  private static Map<String, Object> coming(List<PeriodReport.NightEntry> nights) {
    return new Fields()
        .put("night", ranges(nights))
        .put("mark", mark(PeriodNights.NOT_YET))
        .put("loud", false)
        .put("why", Sentences.count(nights.size(), "night") + " still to be audited")
        .put("rows", "–")
        .put("findings", "–")
        .put("signed", "")
        .map();
  }

  private static Mark mark(String state) {
    return switch (state) {
      case PeriodNights.RELIABLE -> new Mark("Reliable", "circle", "quiet");
      case PeriodNights.INCONCLUSIVE -> Mark.of(state);
      case PeriodNights.MISSED -> new Mark("Missed", "cross", "breach");
      case PeriodNights.NOT_AUDITED -> new Mark("Not audited", "cross", "warning");
      default -> new Mark("Not yet", "bar", "quiet");
    };
  }

  static boolean isAudited(PeriodReport.NightEntry night) {
    return !night.state().equals(PeriodNights.NOT_YET)
        && !night.state().equals(PeriodNights.NOT_AUDITED);
  }

  /** Dates, neighbours joined: "1 to 4 June, 7 June". */
  static String ranges(List<PeriodReport.NightEntry> nights) {
    List<String> ranges = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= nights.size(); i++) {
      if (i == nights.size() || !follows(nights.get(i - 1), nights.get(i))) {
        ranges.add(Nights.range(nights.get(begin).night(), nights.get(i - 1).night()));
        begin = i;
      }
    }
    return String.join(", ", ranges);
  }

  private static boolean follows(PeriodReport.NightEntry one, PeriodReport.NightEntry next) {
    return LocalDate.parse(one.night()).plusDays(1).equals(LocalDate.parse(next.night()));
  }
}

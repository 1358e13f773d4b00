package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.IntegrityReport.Gap;
import io.nightaudit.jobs.report.wording.Nights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Lists the times without logs: whole nights, and hours that usually have some traffic. */
final class GapComposer {
  private final ZoneId zone;

  GapComposer(ZoneId zone) {
    this.zone = zone;
  }

  List<Gap> compose(NightRecord record) {
    List<Gap> gaps = new ArrayList<>(nights(record.missedNights()));
    record.form().missingHours().forEach((night, hours) -> gaps.addAll(hours(night, hours)));
    gaps.sort(Comparator.comparing((Gap gap) -> Instant.parse(gap.from())));
    return gaps;
  }

  /** Nights that follow each other are one gap. */
  List<Gap> nights(List<LocalDate> missed) {
    List<Gap> gaps = new ArrayList<>();
    for (int first = 0; first < missed.size(); ) {
      int next = first + 1;
      while (next < missed.size() && missed.get(next).equals(missed.get(next - 1).plusDays(1))) {
        next++;
      }
      gaps.add(ofNights(missed.get(first), missed.get(next - 1)));
      first = next;
    }
    return gaps;
  }

  private Gap ofNights(LocalDate first, LocalDate last) {
    long nights = last.toEpochDay() - first.toEpochDay() + 1;
    return gap(
        "NIGHT",
        first.atStartOfDay(zone).toInstant(),
        last.plusDays(1).atStartOfDay(zone).toInstant(),
        Sentences.count(nights, "night"));
  }

  /** Hours that follow each other are one gap; they count from the night's begin. */
  List<Gap> hours(long night, List<Integer> missing) {
    LocalDate date = LocalDate.ofEpochDay(night);
    Instant begin = date.atStartOfDay(zone).toInstant();
    List<Gap> gaps = new ArrayList<>();
    for (int first = 0; first < missing.size(); ) {
      int next = first + 1;
      while (next < missing.size() && missing.get(next) == missing.get(next - 1) + 1) {
        next++;
      }
      int from = missing.get(first);
      int to = missing.get(next - 1) + 1;
      gaps.add(
          gap(
              "HOUR",
              begin.plus(Duration.ofHours(from)),
              begin.plus(Duration.ofHours(to)),
              span(date, from, to)));
      first = next;
    }
    return gaps;
  }

  private static String span(LocalDate date, int from, int to) {
    return "hours %s to %s of %s".formatted(hour(from), hour(to), Nights.brief(date.toString()));
  }

  private static String hour(int hour) {
    return String.format(Locale.ROOT, "%2s", hour).replace(' ', '0');
  }

  private static Gap gap(String kind, Instant from, Instant to, String span) {
    return new Gap(
        kind, from.toString(), to.toString(), Duration.between(from, to).toMinutes(), span);
  }
}

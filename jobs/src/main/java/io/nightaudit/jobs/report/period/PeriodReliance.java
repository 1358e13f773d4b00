package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Sentences;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;

/** Could the nights be relied on? */
final class PeriodReliance {
  private static final int NAMED = 8;

  private PeriodReliance() {}

  static Answer of(PeriodFacts facts) {
    List<String> sentences = new ArrayList<>();
    inconclusive(facts, sentences);
    add(sentences, facts.of(PeriodNights.MISSED), "had no archive that could be measured");
    add(sentences, facts.of(PeriodNights.NOT_AUDITED), "%s not audited");
    notYet(facts, sentences);
    if (facts.measured() > 0) {
      sentences.add(
          "%s were measured; a night without values leaves a gap and is estimated nowhere."
              .formatted(
                  Sentences.count(
                      facts.nights().stream().mapToLong(PeriodReport.NightEntry::rowsKept).sum(),
                      "interaction")));
    }
    return new Answer(headline(facts), sentences);
  }

  private static String headline(PeriodFacts facts) {
    int all = facts.nights().size();
    int reliable = facts.count(PeriodNights.RELIABLE);
    if (facts.audited().isEmpty()) {
      return "No. No night of the period was audited.";
    }
    if (facts.measured() == 0) {
      return "No. No night of the period has values.";
    }
    if (reliable == all) {
      return "Yes, " + (all == 1 ? "the one night." : "all %s nights.".formatted(all));
    }
    if (facts.count(PeriodNights.NOT_YET) > 0) {
      int past = all - facts.count(PeriodNights.NOT_YET);
      return "So far %s of %s; the period is not over."
          .formatted(reliable, Sentences.count(past, "night"));
    }
    return reliable == 0
        ? "No. Not one of %s can be relied on.".formatted(Sentences.count(all, "night"))
        : "In part: %s of %s.".formatted(reliable, Sentences.count(all, "night"));
  }

  private static void inconclusive(PeriodFacts facts, List<String> sentences) {
    List<PeriodReport.NightEntry> nights = facts.of(PeriodNights.INCONCLUSIVE);
    nights.stream()
        .limit(NAMED)
        .forEach(
            night ->
                sentences.add(
                    "%s is inconclusive: %s."
                        .formatted(
                            Nights.brief(night.night()), String.join("; ", night.reasons()))));
    if (nights.size() > NAMED) {
      sentences.add("%s more are inconclusive (section 2).".formatted(nights.size() - NAMED));
    }
  }

  private static void add(
      List<String> sentences, List<PeriodReport.NightEntry> nights, String what) {
    if (!nights.isEmpty()) {
      String verb = nights.size() == 1 ? "was" : "were";
      sentences.add("%s %s.".formatted(names(nights), what.formatted(verb)));
    }
  }

  private static String names(List<PeriodReport.NightEntry> nights) {
    return Sentences.list(
        nights.stream().map(night -> Nights.brief(night.night())).toList(), NAMED);
  }

  private static void notYet(PeriodFacts facts, List<String> sentences) {
    List<PeriodReport.NightEntry> nights = facts.of(PeriodNights.NOT_YET);
    if (!nights.isEmpty()) {
      sentences.add(
          "%s, from %s on, %s not audited yet."
              .formatted(
                  Sentences.count(nights.size(), "night"),
                  Nights.brief(nights.get(0).night()),
                  nights.size() == 1 ? "is" : "are"));
    }
  }
}

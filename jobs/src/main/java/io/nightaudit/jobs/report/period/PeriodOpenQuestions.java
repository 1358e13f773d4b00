package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Sentences;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;

/** What was decided, and what is still open? */
final class PeriodOpenQuestions {
  private static final int NAMED = 4;

  private PeriodOpenQuestions() {}

  static Answer of(PeriodFacts facts) {
    List<String> sentences = new ArrayList<>();
    decisions(facts, sentences);
    recommendations(facts, sentences);
    findings(facts, sentences);
    signOffs(facts, sentences);
    return new Answer(headline(facts), sentences);
  }

  private static String headline(PeriodFacts facts) {
    int decided = facts.decisions().size();
    int open = facts.advice(PeriodAdvice.OPEN).size();
    String taken = decided == 0 ? "Nothing was decided" : Sentences.count(decided, "decision");
    String waiting =
        open == 0
            ? "no recommendation awaits an answer."
            : "%s %s an answer."
                .formatted(Sentences.count(open, "recommendation"), open == 1 ? "awaits" : "await");
    return taken + "; " + waiting;
  }

  private static void decisions(PeriodFacts facts, List<String> sentences) {
    List<PeriodReport.DecisionEntry> decisions = facts.decisions();
    decisions.stream().limit(NAMED).forEach(decision -> sentences.add(sentence(decision)));
    if (decisions.size() > NAMED) {
      sentences.add(
          "%s more %s in section 5."
              .formatted(decisions.size() - NAMED, decisions.size() - NAMED == 1 ? "is" : "are"));
    }
  }

  private static String sentence(PeriodReport.DecisionEntry decision) {
    String about = decision.title().isEmpty() ? "`" + decision.subject() + "`" : decision.title();
    return "%s by %s on %s: %s (%s)."
        .formatted(
            Mark.words(decision.answer().isEmpty() ? decision.kind() : decision.answer()),
            decision.by(),
            Nights.brief(decision.decidedOn()),
            about,
            Sentences.open(decision.reason()));
  }

  private static void recommendations(PeriodFacts facts, List<String> sentences) {
    facts.advice(PeriodAdvice.OPEN).stream()
        .limit(NAMED)
        .forEach(
            entry ->
                sentences.add(
                    "%s, %s: proposed since %s, not answered."
                        .formatted(
                            Mark.words(entry.action()),
                            entry.routeTitle(),
                            Nights.brief(entry.firstNight()))));
    int lapsed = facts.advice(PeriodAdvice.LAPSED).size();
    if (lapsed > 0) {
      sentences.add(
          "%s %s no longer proposed and %s never answered."
              .formatted(
                  Sentences.count(lapsed, "recommendation"),
                  lapsed == 1 ? "is" : "are",
                  lapsed == 1 ? "was" : "were"));
    }
  }

  private static void findings(PeriodFacts facts, List<String> sentences) {
    long open = facts.stillOpen().stream().filter(finding -> finding.accepted().isEmpty()).count();
    if (open > 0) {
      sentences.add(
          "%s %s open and not accepted."
              .formatted(Sentences.count(open, "finding"), open == 1 ? "is" : "are"));
    }
  }

  private static void signOffs(PeriodFacts facts, List<String> sentences) {
    List<PeriodReport.NightEntry> audited = facts.audited();
    long without = audited.stream().filter(night -> night.signOffs().isEmpty()).count();
    if (audited.isEmpty()) {
      return;
    }
    if (without == 0) {
      sentences.add("The report of every audited night was signed off.");
    } else {
      sentences.add(
          "The reports of %s of %s have no sign-off."
              .formatted(without, Sentences.count(audited.size(), "audited night")));
    }
  }
}

package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.finding.PeriodMove;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Sentences;
import io.nightaudit.jobs.report.wording.ChangeText;
import io.nightaudit.jobs.report.wording.Nights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What changed in the period? */
final class PeriodMovements {
  private static final int NAMED_FINDINGS = 4;
  private static final int NAMED_FIGURES = 4;
  private static final int NAMED_RELEASES = 3;

  private PeriodMovements() {}

  static Answer of(PeriodFacts facts) {
    if (facts.measured() == 0) {
      return new Answer("Nothing is known: no night of the period has values.", List.of());
    }
    List<String> sentences = new ArrayList<>();
    facts.findings().stream()
        .limit(NAMED_FINDINGS)
        .forEach(finding -> sentences.add(sentence(finding)));
    if (facts.findings().size() > NAMED_FINDINGS) {
      sentences.add(
          "%s more %s in section 3."
              .formatted(
                  facts.findings().size() - NAMED_FINDINGS,
                  facts.findings().size() - NAMED_FINDINGS == 1 ? "is" : "are"));
    }
    figures(facts, sentences);
    releases(facts, sentences);
    costs(facts, sentences);
    return new Answer(headline(facts), sentences);
  }

  private static String headline(PeriodFacts facts) {
    if (facts.findings().isEmpty()) {
      return "No finding was open.";
    }
    int passing = facts.standing(PeriodFindings.OPENED_AND_CLOSED).size();
    int opened = facts.standing(PeriodFindings.OPENED).size() + passing;
    int closed = facts.standing(PeriodFindings.CLOSED).size() + passing;
    return "%s opened, %s closed; %s open at the end."
        .formatted(
            Sentences.count(opened, "finding"),
            closed,
            facts.stillOpen().size() + (facts.stillOpen().size() == 1 ? " is" : " are"));
  }

  private static String sentence(PeriodReport.FindingEntry finding) {
    String standing =
        switch (finding.standing()) {
          case PeriodFindings.OPENED -> "Opened on " + Nights.brief(finding.found());
          case PeriodFindings.OPENED_AND_CLOSED ->
              "Opened on %s, gone on %s"
                  .formatted(
                      Nights.brief(finding.found()),
                      Nights.brief(finding.closedOn().orElse(finding.lastNight())));
          case PeriodFindings.CLOSED ->
              "Gone on " + Nights.brief(finding.closedOn().orElse(finding.lastNight()));
          default -> "Open since " + Nights.brief(finding.found());
        };
    return standing + ": " + Sentences.closed(finding.sentence());
  }

  private static void figures(PeriodFacts facts, List<String> sentences) {
    List<PeriodReport.FigureEntry> compared =
        facts.figures().stream()
            .filter(figure -> !figure.move().equals(PeriodMove.NOT_COMPARED.name()))
            .toList();
    if (compared.isEmpty()) {
      sentences.add("No figure can be compared with the period before.");
      return;
    }
    List<PeriodReport.FigureEntry> harmful = moved(compared, PeriodMove.HARMFUL);
    List<PeriodReport.FigureEntry> moved = moved(compared, PeriodMove.MOVED);
    if (harmful.isEmpty() && moved.isEmpty()) {
      sentences.add(
          "Against the period before, none of %s moved beyond its material limit and beyond chance."
              .formatted(Sentences.count(compared.size(), "figure")));
      return;
    }
    sentences.add(
        "Against the period before, %s of %s moved beyond the material limit and beyond chance%s."
            .formatted(
                harmful.size() + moved.size(),
                Sentences.count(compared.size(), "figure"),
                harmful.isEmpty() ? ", none of them towards harm" : ""));
    if (!harmful.isEmpty()) {
      sentences.add("Towards harm: %s.".formatted(named(harmful)));
    }
  }

  private static List<PeriodReport.FigureEntry> moved(
      List<PeriodReport.FigureEntry> figures, PeriodMove move) {
    return figures.stream().filter(figure -> figure.move().equals(move.name())).toList();
  }

  private static String named(List<PeriodReport.FigureEntry> figures) {
    return Sentences.list(
        figures.stream()
            .map(
                figure ->
                    "%s for %s (%s)"
                        .formatted(
                            figure.title(),
                            figure.sliceTitle(),
                            figure
                                .change()
                                .map(
                                    change ->
                                        ChangeText.of(
                                            Quantity.of(figure.metric(), figure.unit()), change))
                                .orElse("–")))
            .toList(),
        NAMED_FIGURES);
  }

  private static void releases(PeriodFacts facts, List<String> sentences) {
    List<PeriodReport.ReleaseEntry> fresh =
        facts.releases().stream().filter(PeriodReport.ReleaseEntry::fresh).toList();
    fresh.stream()
        .limit(NAMED_RELEASES)
        .forEach(
            release ->
                sentences.add(
                    "`%s` began to answer for %s on %s%s."
                        .formatted(
                            release.release(),
                            release.routeTitle(),
                            Nights.brief(release.firstNight()),
                            release
                                .share()
                                .map(share -> " and served " + Quantity.SHARE.value(share))
                                .orElse(""))));
    if (fresh.size() > NAMED_RELEASES) {
      sentences.add(
          "%s more began to answer (section 6).".formatted(fresh.size() - NAMED_RELEASES));
    }
  }

  private static void costs(PeriodFacts facts, List<String> sentences) {
    if (facts.costs().nights().isEmpty()) {
      return;
    }
    sentences.add("The period cost %s.".formatted(cost(facts.costs())));
  }

  /** With the nights behind each sum, which may differ. */
  static String cost(PeriodReport.Costs costs) {
    String before =
        costs
            .usdBefore()
            .map(usd -> ", the period before " + cost(usd, costs.nightsBefore()))
            .orElse("");
    return cost(costs.usd(), costs.nights().size()) + before;
  }

  private static String cost(String usd, int nights) {
    return Quantity.MONEY.value(new BigDecimal(usd).doubleValue())
        + " over "
        + Sentences.count(nights, "night");
  }
}

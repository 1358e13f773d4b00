package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.Applicability.RiskClass;
import io.nightaudit.jobs.policy.Redaction;
import io.nightaudit.jobs.policy.RegulationSettings;
import io.nightaudit.jobs.regulation.Fact;
import io.nightaudit.jobs.regulation.NightFacts;
import io.nightaudit.jobs.report.ActReport.ArticleEntry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The AI Act in a report. */
class ActComposerTest {
  private static final Report BREACH = ReportFixture.breach();

  @Test
  void compose_nightBeforeTheAct_saysSoAndShowsReadiness() {
    ActReport.Act act = BREACH.act();

    assertThat(act.articles()).hasSize(17);
    assertThat(act.articles()).allMatch(line -> line.status().equals("NOT_YET_APPLICABLE"));
    assertThat(act.articles()).noneMatch(line -> line.readiness().equals("NOT_YET_APPLICABLE"));
    assertThat(act.notes())
        .anyMatch(
            note ->
                note.equals(
                    "On the night of 24 June 2023 the AI Act was not yet law: it entered into force on 1 August 2024."))
        .anyMatch(note -> note.contains("verified as late as 15 October 2026, after this night"))
        .anyMatch(note -> note.startsWith("17 of 17 lines do not apply"))
        .anyMatch(note -> note.startsWith("From when on Art. 72, 73 and 86 apply is disputed"));
    assertThat(act.calendar()).allMatch(line -> line.remark().equals("Not yet law on this night."));
  }

  @Test
  void compose_archiveWithoutGuardrails_saysSoInEveryArticleThatNeedsThem() {
    for (String article : List.of("9", "12", "15", "26", "72", "73")) {
      ArticleEntry line = line(BREACH.act(), article);
      assertThat(line.readiness()).isEqualTo("EVIDENCE_PARTIAL");
      assertThat(line.gaps()).anyMatch(gap -> gap.contains("no column `guardrails`"));
    }
    assertThat(line(BREACH.act(), "14").readiness()).isEqualTo("NO_EVIDENCE_IN_LOGS");
    assertThat(line(BREACH.act(), "50").readiness()).isEqualTo("NO_EVIDENCE_IN_LOGS");
  }

  @Test
  void compose_evidence_namesItsFiguresOfAllTraffic() {
    ArticleEntry line = line(BREACH.act(), "13");

    assertThat(line.metrics()).contains("scores.correct");
    assertThat(line.figures()).isNotEmpty();
    for (String id : line.figures()) {
      Report.Figure figure = FigureFixture.figure(BREACH, id);
      assertThat(figure.slice()).isEmpty();
      assertThat(line.metrics()).contains(figure.metric());
    }
  }

  @Test
  void compose_places_areSectionsOfThePage() {
    assertThat(BREACH.act().articles())
        .allSatisfy(line -> assertThat(Page.SECTIONS).containsAll(line.places()));
  }

  @Test
  void compose_systemFromBefore_isToldOfArticle111() {
    ActReport.Act act = compose(LocalDate.of(2026, 11, 23), Optional.of(LocalDate.of(2026, 3, 1)));

    assertThat(act.notes())
        .anyMatch(
            note ->
                note.contains("placed on the market on 1 March 2026, before 2 December 2027")
                    && note.contains("Art. 111(2)"))
        .noneMatch(note -> note.contains("not yet law"))
        .noneMatch(note -> note.contains("verified"));
    ActReport.Act later =
        compose(LocalDate.of(2028, 11, 23), Optional.of(LocalDate.of(2028, 3, 1)));
    assertThat(later.notes()).noneMatch(note -> note.contains("Art. 111(2)"));
  }

  @Test
  void compose_assertionAfterTheNight_isSaid() {
    assertThat(compose(LocalDate.of(2026, 10, 1), Optional.empty()).notes())
        .anyMatch(note -> note.contains("asserted on 2 November 2026, after this night"));
  }

  @Test
  void compose_secretsOfTheEnvironment_areNotPrinted() {
    Applicability said = said(Optional.empty());
    Redaction redaction = new Redaction(new java.util.TreeMap<>(Map.of("hunter2", "env:WHO")));
    ActReport.Act act =
        ActComposer.compose(
            facts(LocalDate.of(2026, 11, 23)), settings(said), redaction, List.of());

    assertThat(act.applicability().assertedBy()).contains("counsel (env:WHO)");
    assertThat(act.toString()).doesNotContain("hunter2");
  }

  @Test
  void render_unsaid_saysThatTheOperatorHasNotSaid() {
    assertThat(html(BREACH))
        .contains("The operator has not said what it is under the Act:")
        .contains("not a conformity assessment, not legal advice")
        .contains("The absence of a signal is no evidence of absence")
        .contains("NOT_YET_APPLICABLE")
        .contains("CELEX 32026R1744");
  }

  @Test
  void render_cost_hasNoRegulatoryMapping() {
    assertThat(html(BREACH)).contains("No regulatory mapping");
    assertThat(html(ReportFixture.missing())).contains("No regulatory mapping");
  }

  @Test
  void render_nightWithoutAnArchive_hasNoEvidence() {
    Report missing = ReportFixture.missing();

    assertThat(missing.act().articles())
        .allMatch(line -> line.readiness().equals("NO_EVIDENCE_IN_LOGS"));
    assertThat(html(missing)).contains("There is no archive of this night that could be read.");
  }

  private static ActReport.Act compose(LocalDate night, Optional<LocalDate> placed) {
    return ActComposer.compose(facts(night), settings(said(placed)), Redaction.NONE, List.of());
  }

  private static RegulationSettings settings(Applicability said) {
    return new RegulationSettings(said, RegulationSettings.unsaid().calendar(), Optional.empty());
  }

  private static Applicability said(Optional<LocalDate> placed) {
    return new Applicability(
        Optional.empty(),
        RiskClass.HIGH_RISK,
        "5(b)",
        "",
        "",
        List.of(),
        placed,
        Optional.empty(),
        List.of(),
        "",
        "counsel hunter2",
        Optional.of(LocalDate.of(2026, 11, 2)),
        "",
        "");
  }

  private static NightFacts facts(LocalDate night) {
    Map<Fact, String> lacking =
        Arrays.stream(Fact.values()).collect(Collectors.toMap(Function.identity(), Fact::name));
    return new NightFacts(
        night, true, new TreeSet<>(), new TreeSet<>(), Collections.emptyMap(), lacking);
  }

  private static ArticleEntry line(ActReport.Act act, String article) {
    return act.articles().stream()
        .filter(line -> line.article().equals(article))
        .findFirst()
        .orElseThrow();
  }

  private static String html(Report report) {
    return new String(ReportHtml.render(report), StandardCharsets.UTF_8);
  }
}

package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Report.CoverageSection;
import io.nightaudit.jobs.report.Report.FamilyLine;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.Report.RecommendationEntry;
import io.nightaudit.jobs.report.Report.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryWriterTest {
  @Test
  void of_quietNight_saysThatNothingMoved() {
    Summary summary = ReportFixture.quiet().summary();
    assertThat(summary.reliance().headline()).isEqualTo("Yes, for what the archive records.");
    assertThat(summary.changes().headline())
        .isEqualTo("Nothing. No figure moved further than it usually does.");
    assertThat(summary.changes().sentences())
        .contains("42 figures were judged against the nights before.");
    assertThat(summary.actions().headline()).isEqualTo("Nothing. Every release is kept.");
    assertThat(summary.leadFigures()).containsExactly("F-025");
  }

  @Test
  void of_unusualNightWithoutFinding_saysSoAndThatItMayBeChance() {
    Report base = ReportFixture.quiet();
    Answer changes =
        SummaryWriter.of(
                base.status(),
                base.coverage(),
                base.figures(),
                List.of(),
                base.recommendations(),
                ReportFixture.breach().ranking())
            .changes();

    assertThat(changes.headline())
        .isEqualTo("Nothing lasting so far. What is unusual tonight may be chance.");
    assertThat(changes.sentences())
        .contains(
            "Unusual tonight, without a finding: Unusual words in answers of gpt-4, 245 where 12"
                + " was expected, Unusual words in answers of gpt-3.5-turbo, 165 where 13.8 was"
                + " expected and 12 more figures (section 4); about one in ten of these may be"
                + " chance.");
  }

  @Test
  void of_unusualFiguresWithAFinding_areNotNamedTwice() {
    assertThat(text(ReportFixture.breach().summary().changes()))
        .doesNotContain("Unusual tonight, without a finding");
  }

  @Test
  void of_shortHistory_saysHowFarLearningIs() {
    Summary summary = ReportFixture.learning().summary();
    assertThat(summary.changes().headline())
        .isEqualTo("Nothing can be judged yet: 6 of 14 nights.");
    assertThat(summary.actions().headline()).startsWith("Nothing yet.");
  }

  @Test
  void of_excludedNight_saysThatItIsNotJudgedAndWhy() {
    Summary summary = ReportFixture.excluded().summary();
    assertThat(summary.changes().headline())
        .isEqualTo("Nothing is judged tonight: excluded by the calendar: public holiday.");
    assertThat(summary.families())
        .filteredOn(line -> line.verdict().equals("INSUFFICIENT_DATA"))
        .isNotEmpty()
        .allMatch(line -> line.sentence().equals("Not judged tonight: the calendar excludes it."));
  }

  @Test
  void of_missingInput_saysNoAndWhatToDo() {
    Summary summary = ReportFixture.missing().summary();
    assertThat(summary.reliance().headline()).isEqualTo("No. There is no archive of this night.");
    assertThat(summary.changes().headline()).startsWith("Nothing can be said");
    assertThat(summary.actions().headline())
        .isEqualTo("Find out why the night is missing, then run it again.");
    assertThat(summary.leadFigures()).isEmpty();
    assertThat(summary.families()).hasSize(6);
  }

  @Test
  void of_missingHours_givesTheReasonFirstAndNoRollback() {
    Summary summary = ReportFixture.incomplete().summary();
    assertThat(summary.reliance().headline())
        .isEqualTo("No. 2 hours have no row, though they usually have some.");
    assertThat(summary.reliance().sentences())
        .contains("Of 120 rows read, 100 were kept, 15 quarantined and 5 duplicate.");
    assertThat(summary.actions().headline()).isEqualTo("Find out what changed in gpt-3.5-turbo.");
    assertThat(text(summary.actions())).contains("Repair the input first").doesNotContain("Roll");
  }

  @Test
  void of_breach_namesTheWorstThreeAndCountsTheOthers() {
    Answer changes = ReportFixture.breach().summary().changes();
    assertThat(changes.headline()).isEqualTo("GPT-4 is wrong on every prime number.");
    assertThat(changes.sentences().get(0)).isEqualTo("The figure is F-027: 0 of 21 tonight.");
    assertThat(text(changes))
        .contains("F-011")
        .contains("F-009")
        .contains("And 12 more findings (section 4).")
        .contains("No change in the questions was found.");
  }

  @Test
  void of_mostFindingsOfOneNight_namesThatNightAndItsRelease() {
    assertThat(text(ReportFixture.breach().summary().changes()))
        .contains("of the 15 began on 22 June, the first night of");
  }

  @Test
  void of_slicesThatMovedInOppositeWays_saysThatTheTotalHidesThem() {
    assertThat(text(ReportFixture.breach().summary().changes()))
        .contains("The total hides it: over all traffic correct is 50.9%, before 61.5% (F-025)")
        .contains("gpt-4 · prime fell (F-027)")
        .contains("gpt-4 · composite rose (F-028)");
  }

  @Test
  void of_slicesThatMovedTheSameWay_doesNotBlameTheTotal() {
    Report base = ReportFixture.breach();
    Figure figure = FigureFixture.figure(base, "F-027");
    FindingEntry only = FigureFixture.finding(figure, "BREACH", "It fell", "2023-06-22");
    assertThat(text(summary(base, List.of(only)).changes()))
        .doesNotContain("The total hides it")
        .contains("It began on 22 June");
  }

  @Test
  void of_breachAndItsCounterpart_drawsBoth() {
    assertThat(ReportFixture.breach().summary().leadFigures()).containsExactly("F-027", "F-028");
  }

  @Test
  void of_rollback_namesTheReleaseAndThePerson() {
    Answer actions = ReportFixture.breach().summary().actions();
    assertThat(actions.headline())
        .isEqualTo("Roll gpt-4 back to `openaichat/gpt-4-0314`, after preserving the evidence.");
    assertThat(text(actions))
        .contains("Find out what changed in gpt-3.5-turbo.")
        .contains("A person decides (section 2).");
  }

  @Test
  void of_families_givesTheWorstVerdictAndOneSentence() {
    List<FamilyLine> families = ReportFixture.breach().summary().families();
    assertThat(families)
        .extracting(FamilyLine::family)
        .containsExactly("INPUT", "OUTPUT", "PERFORMANCE", "QUALITY", "GUARDRAIL", "COST");
    assertThat(families)
        .extracting(FamilyLine::verdict)
        .containsExactly(
            "WITHIN_TOLERANCE", "BREACH", "WARNING", "BREACH", "NOT_COMPUTED", "WARNING");
    assertThat(families.get(4).sentence())
        .isEqualTo("Nothing is known: the archive does not record it.");
    assertThat(families.get(3).figures()).isEqualTo(15);
    assertThat(families.get(3).notComputed()).isEqualTo(4);
  }

  @Test
  void of_missingColumns_namesTheFirstFour() {
    assertThat(text(ReportFixture.breach().summary().reliance()))
        .contains(
            "17 figures were not computed, because the archive does not record `guardrails`,"
                + " `feedback`, `status`, `finish_reasons` and 5 more (section 3).");
  }

  @Test
  void of_unreadableFiles_saysHowMany() {
    CoverageSection c = ReportFixture.missing().coverage();
    CoverageSection unreadable =
        new CoverageSection(
            "FAILED",
            List.of("2 of 2 files cannot be read"),
            0,
            0,
            0,
            0,
            0,
            List.of(),
            List.of(
                new Report.FileEntry("00", 1, 0, "not Parquet"),
                new Report.FileEntry("01", 1, 0, "not Parquet")),
            List.of(),
            c.volumeMedian(),
            List.of(),
            List.of(),
            List.of());
    Summary summary =
        SummaryWriter.of(
            "INCONCLUSIVE",
            unreadable,
            List.of(),
            List.of(),
            List.of(),
            SelfReportFixture.nothingRanked());
    assertThat(summary.reliance().headline()).isEqualTo("No. 2 of 2 files cannot be read.");
    assertThat(summary.reliance().sentences()).isEmpty();
  }

  private static Summary summary(Report base, List<FindingEntry> findings) {
    List<RecommendationEntry> none = List.of();
    return SummaryWriter.of(
        "BREACH", base.coverage(), base.figures(), findings, none, base.ranking());
  }

  private static String text(Answer answer) {
    return answer.headline() + " " + String.join(" ", answer.sentences());
  }
}

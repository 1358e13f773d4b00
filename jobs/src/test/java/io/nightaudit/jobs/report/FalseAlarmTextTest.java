package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FalseAlarmTextTest {
  private static List<String> sentences(SelfReport.PlaceboStudy study) {
    return new FalseAlarmText(
            new Report.Method(List.of(), List.of(), List.of(), SelfReportFixture.budget(), study))
        .sentences();
  }

  @Test
  void sentences_study_putsWhatIsRaisedBesideWhatIsAccepted() {
    assertThat(sentences(SelfReportFixture.study()))
        .contains(
            "They raised 0.7 false alarms in 30 nights (95% interval 0.2 to 1.9), where they may"
                + " raise 0.75: the accepted number lies within the interval.",
            "2 streams with a score were left out: the history without a change is too short, or"
                + " the stream is beyond the largest that are studied.",
            "3 of 40 streams have nights that depend on each other (autocorrelation of 0.3 or"
                + " more), the most Correct, gpt-4 · prime (F-027; 0.62). Such a stream alarms"
                + " more often than its share.");
  }

  @Test
  void sentences_limitNextToNone_isNotWrittenOut() {
    SelfReport.PlaceboStudy s = SelfReportFixture.study();
    SelfReport.PlaceboStudy tiny =
        new SelfReport.PlaceboStudy(
            s.alarmsPerMonth(),
            Optional.of(1e-32),
            s.high(),
            s.confidence(),
            s.budget(),
            s.reorderings(),
            s.blockNights(),
            s.streams(),
            s.leftOut(),
            s.nights(),
            s.dependent(),
            s.mostDependent(),
            s.reason());

    assertThat(String.join(" ", sentences(tiny))).contains("(95% interval less than 0.001 to 1.9)");
  }

  @Test
  void sentences_shortHistory_giveTheReasonAndNoNumber() {
    assertThat(sentences(SelfReportFixture.shortHistory()))
        .containsExactly(
            "You accept 2 false alarms in 30 nights. They are shared out by the policy alone,"
                + " over levels, slices and metrics: what other slices do moves no limit.",
            "There is no placebo study tonight: the longest history without a change has 23"
                + " nights, 28 are needed.");
  }
}

package io.nightaudit.jobs.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.finding.Cause;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recommendation has one name for as long as it lasts, and its evidence one hash. */
class LastingAdviceTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final int CHANGE = 22;

  @TempDir static Path folder;
  private static Policy policy;

  @BeforeAll
  static void read() throws Exception {
    String text =
        "system: s\narchive: {path: p, columns: {start_time: t, request_model: r, status: s}}\n";
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    policy = ConfigurationFile.read(file, List.of()).policy();
  }

  private static CanaryNights nights(int last, double rate) {
    CanaryNights nights = new CanaryNights();
    for (int night = 1; night <= last; night++) {
      for (String task : List.of("a", "b")) {
        double wave = 1 + 0.1 * ((night * 7 % 5) - 2) / 2.0;
        String release = night >= CHANGE ? "m-2" : "m-1";
        long errors = Math.round(1_000 * wave * (night >= CHANGE ? rate : 0.02));
        nights.serve(release, night, task, 1_000);
        nights.rate(ERRORS, release, night, task, errors, 1_000);
      }
    }
    return nights;
  }

  private static Finding breach(String id, long night, long found) {
    return new Finding(
        id,
        night,
        CanaryNights.ROUTE,
        ERRORS,
        Verdict.BREACH,
        Cause.RELEASE,
        CHANGE,
        found,
        Optional.of(found),
        "score",
        "Errors rose.",
        "");
  }

  private static Recommendation advise(RouteCase route) {
    Recommendation advice = new RouteAdvisor(policy).advise(route);
    return new EvidenceFreeze("hash", policy).on(advice, List.of(route));
  }

  private static Recommendation rollback(int night, double rate, String finding) {
    Recommendation advice =
        advise(nights(night, rate).with(breach(finding, night, CHANGE)).on(night));
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    return advice;
  }

  @Test
  void id_ofARollback_isTheSameOnEveryNightWhateverTheFindings() {
    Recommendation first = rollback(24, 0.2, "f1");
    Recommendation later = rollback(27, 0.2, "f2");
    assertThat(later.id()).isEqualTo(first.id());
    assertThat(first.id()).matches("R-[0-9a-f]{10}");
  }

  @Test
  void id_whenTheReleaseIsAwayForAWhile_isAnother() {
    CanaryNights again = nights(24, 0.2);
    for (int night = 25; night <= 27; night++) {
      again.serve("m-1", night, "a", 1_000);
    }
    again.serve("m-2", 28, "a", 1_000);
    RouteCase back = again.on(28);
    assertThat(back.releases().servingSince("m-2", 24)).isEqualTo(CHANGE);
    assertThat(back.releases().servingSince("m-2", 28)).isEqualTo(28);
    RouteCase blink = nights(24, 0.2).serve("m-1", 25, "a", 9).serve("m-2", 26, "a", 9).on(26);
    assertThat(blink.releases().servingSince("m-2", 26)).isEqualTo(CHANGE);
  }

  @Test
  void id_ofAdviceToLook_lastsAsLongAsTheOldestOfItsWorstFindings() {
    RouteCase one = nights(24, 0.02).with(breach("f1", 24, 22)).on(24);
    RouteCase two = nights(25, 0.02).with(breach("f2", 25, 23)).with(breach("f1", 25, 22)).on(25);
    RouteCase other = nights(26, 0.02).with(breach("f2", 26, 23)).on(26);
    assertThat(advise(one).action()).isEqualTo(Action.INVESTIGATE);
    assertThat(advise(two).id()).isEqualTo(advise(one).id());
    assertThat(advise(other).id()).isNotEqualTo(advise(one).id());
  }

  @Test
  void freeze_sameEvidence_sameHashAndAnyChangeIsAnother() {
    String hash = rollback(24, 0.2, "f1").evidenceFreeze();
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(rollback(24, 0.2, "f1").evidenceFreeze()).isEqualTo(hash);
    assertThat(rollback(24, 0.201, "f1").evidenceFreeze()).isNotEqualTo(hash);
    assertThat(rollback(25, 0.2, "f1").evidenceFreeze()).isNotEqualTo(hash);
    assertThat(rollback(24, 0.2, "f2").evidenceFreeze()).isNotEqualTo(hash);
    RouteCase route = nights(24, 0.2).with(breach("f1", 24, CHANGE)).on(24);
    Recommendation elsewhere =
        new EvidenceFreeze("other", policy)
            .on(new RouteAdvisor(policy).advise(route), List.of(route));
    assertThat(elsewhere.evidenceFreeze()).isNotEqualTo(hash);
  }

  @Test
  void freeze_ofAnythingElse_isNone() {
    RouteCase route = nights(24, 0.02).with(breach("f1", 24, 22)).on(24);
    assertThat(advise(route).evidenceFreeze()).isEmpty();
  }
}

package io.nightaudit.jobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.cohort.Contrast;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.metrics.interval.DifferenceOfRates;
import io.nightaudit.metrics.interval.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateJudgeTest {
  private static final String CONFIGURATION =
      """
      system: shop
      archive:
        path: data
        columns:
          start_time: at
          response_model: model
          duration_ms: latency
          scores.correct: {column: correct, type: boolean}
      policy:
        metrics:
          scores.correct: {material: 5 points, harm: decrease, gate: true}
      """;

  @TempDir private Path folder;

  private AuditConfiguration configuration(String... settings) {
    try {
      Path file = Files.writeString(folder.resolve("nightaudit.yaml"), CONFIGURATION);
      return ConfigurationFile.read(file, List.of(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GateDecision judge(
      AuditConfiguration configuration, Releases releases, String... candidates) {
    var comparisons =
        List.of(candidates).stream().map(name -> releases.compare("base", name)).toList();
    return new GateJudge(configuration, GateMetric.of(configuration, List.of(Releases.CORRECT)))
        .judge(comparisons);
  }

  private MetricJudgement only(Releases releases, String... settings) {
    return judge(configuration(settings), releases, "next").candidates().get(0).metrics().get(0);
  }

  @Test
  void judge_intervalShortOfMaterialHarm_passes() {
    MetricJudgement judgement =
        only(new Releases().correct("base", 8_000, 10_000).correct("next", 7_900, 10_000));
    assertThat(judgement.outcome()).isEqualTo(Outcome.PASSES);
    assertThat(judgement.limit()).isEqualTo(0.05);
    Interval interval = DifferenceOfRates.newcombe(7_900, 10_000, 8_000, 10_000, 0.95);
    Contrast counting = judgement.comparisons().counting().orElseThrow();
    assertThat(counting.low()).isEqualTo(interval.low());
    assertThat(counting.high()).isEqualTo(interval.high());
    assertThat(judgement.reason()).isEqualTo("the interval, −2.1 to +0.1, ends before −5.0 points");
  }

  @Test
  void judge_sureAndMaterialHarm_fails() {
    MetricJudgement judgement =
        only(new Releases().correct("base", 8_000, 10_000).correct("next", 7_000, 10_000));
    assertThat(judgement.outcome()).isEqualTo(Outcome.FAILS);
    assertThat(judgement.reason()).contains("−10.0 points is beyond −5.0 points");
  }

  @Test
  void judge_intervalAroundTheLimit_isUndecided() {
    MetricJudgement judgement =
        only(new Releases().correct("base", 160, 200).correct("next", 156, 200));
    assertThat(judgement.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(judgement.reason()).contains("no harm at all is possible too");
  }

  @Test
  void judge_sureHarmThatIsNotSurelyMaterial_isUndecided() {
    MetricJudgement judgement =
        only(new Releases().correct("base", 8_000, 10_000).correct("next", 7_550, 10_000));
    assertThat(judgement.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(judgement.reason()).contains("the estimate does not");
  }

  @Test
  void judge_tooFewRows_isUndecidedWithTheReason() {
    MetricJudgement judgement =
        only(new Releases().correct("base", 8_000, 10_000).correct("next", 0, 99));
    assertThat(judgement.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(judgement.reason())
        .isEqualTo("the candidate has 99 values; the policy asks for 100");
  }

  @Test
  void judge_candidateWithoutValues_isUndecided() {
    MetricJudgement judgement = only(new Releases().correct("base", 8_000, 10_000));
    assertThat(judgement.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(judgement.reason()).isEqualTo("the candidate has no value of it");
  }

  /** Easy topics fell from 90 % of the traffic to 10 %; within each, nothing changed. */
  @Test
  void judge_otherMix_doesNotDecide() {
    Releases releases =
        new Releases()
            .correct("base", 8_100 + 500, 10_000)
            .correct("next", 900 + 4_500, 10_000)
            .correctIn("easy", "base", 8_100, 9_000)
            .correctIn("hard", "base", 500, 1_000)
            .correctIn("easy", "next", 900, 1_000)
            .correctIn("hard", "next", 4_500, 9_000);
    MetricJudgement judgement = only(releases);
    assertThat(judgement.outcome()).isEqualTo(Outcome.PASSES);
    Contrast counting = judgement.comparisons().counting().orElseThrow();
    assertThat(counting.basis()).isEqualTo(Contrast.Basis.STANDARDIZED);
    assertThat(counting.value()).isCloseTo(0, within(1e-12));
    assertThat(judgement.comparisons().plain().orElseThrow().value())
        .isCloseTo(-0.32, within(1e-12));
  }

  @Test
  void judge_littleOfTheBaselinesMix_isUndecided() {
    Releases releases =
        new Releases()
            .correct("base", 8_000, 10_000)
            .correct("next", 800, 1_000)
            .correctIn("easy", "base", 7_000, 8_000)
            .correctIn("hard", "base", 1_000, 2_000)
            .correctIn("hard", "next", 800, 1_000);
    MetricJudgement judgement = only(releases);
    assertThat(judgement.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(judgement.reason())
        .isEqualTo("the candidate answered only 20.0% of the baseline's mix");
  }

  @Test
  void judge_enoughPairs_decideInsteadOfTheRest() {
    Releases releases =
        new Releases()
            .correct("base", 8_000, 10_000)
            .correct("next", 7_000, 10_000)
            .paired(Releases.CORRECT, 10, 10, 400, 500);
    MetricJudgement judgement = only(releases);
    assertThat(judgement.outcome()).isEqualTo(Outcome.PASSES);
    assertThat(judgement.comparisons().counting().orElseThrow().basis())
        .isEqualTo(Contrast.Basis.PAIRED);
    assertThat(judgement.comparisons().mismatch().orElseThrow().share()).isEqualTo(0.04);
  }

  @Test
  void judge_fewPairs_doNotDecide() {
    Releases releases =
        new Releases()
            .correct("base", 8_000, 10_000)
            .correct("next", 7_000, 10_000)
            .paired(Releases.CORRECT, 10, 10, 40, 99);
    assertThat(only(releases).outcome()).isEqualTo(Outcome.FAILS);
  }

  @Test
  void judge_severalCandidates_divideTheError() {
    Releases releases = new Releases().correct("base", 8_000, 10_000);
    String[] names = IntStream.rangeClosed(1, 10).mapToObj(i -> "c" + i).toArray(String[]::new);
    for (String name : names) {
      releases.correct(name, 8_000, 10_000);
    }
    GateDecision decision = judge(configuration(), releases, names);
    assertThat(decision.each()).isCloseTo(0.995, within(1e-12));
    assertThat(decision.passes()).isTrue();
    assertThat(decision.recommended().orElseThrow().release()).isEqualTo("c1");
    assertThat(decision.rivals()).hasSize(9);
  }

  @Test
  void recommended_amongThosePassing_hasTheLeastExpectedHarm() {
    Releases releases =
        new Releases()
            .correct("base", 8_000, 10_000)
            .correct("bad", 7_000, 10_000)
            .correct("good", 8_100, 10_000)
            .correct("best", 9_500, 10_000);
    GateDecision decision = judge(configuration(), releases, "bad", "good", "best");
    assertThat(decision.passes()).isFalse();
    assertThat(decision.recommended().orElseThrow().release()).isEqualTo("best");
    assertThat(decision.rivals()).isEmpty();
  }

  @Test
  void passes_undecidedCandidate_followsThePolicy() {
    Releases releases = new Releases().correct("base", 160, 200).correct("next", 156, 200);
    assertThat(judge(configuration(), releases, "next").passes()).isFalse();
    GateDecision lenient = judge(configuration("policy.gate.undecided=pass"), releases, "next");
    assertThat(lenient.passes()).isTrue();
    assertThat(lenient.candidates().get(0).outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void judge_fixedLimitBroken_failsWhateverTheBaselineDoes() {
    Releases releases = new Releases().correct("base", 700, 1_000).correct("next", 700, 1_000);
    String limit = "policy.rules.floor={metric: scores.correct, below: 0.8}";
    CandidateJudgement candidate =
        judge(configuration(limit), releases, "next").candidates().get(0);
    assertThat(candidate.metrics().get(0).outcome()).isEqualTo(Outcome.PASSES);
    assertThat(candidate.outcome()).isEqualTo(Outcome.FAILS);
    assertThat(candidate.reasons())
        .containsExactly("Score “correct” is 70.0% (67 to 73%); the limit is at least 80.0%");
  }

  @Test
  void judge_fixedLimitWithinTheInterval_isKept() {
    Releases releases = new Releases().correct("base", 790, 1_000).correct("next", 790, 1_000);
    String limit = "policy.rules.floor={metric: scores.correct, below: 0.8}";
    assertThat(judge(configuration(limit), releases, "next").passes()).isTrue();
  }

  /** A mean is compared by its ratio, so that its limit is a share of the baseline. */
  @Test
  void judge_meanWithRelativeLimit_isARatio() {
    double[] slow = IntStream.range(0, 400).mapToDouble(i -> 1_300 + i % 7).toArray();
    double[] fast = IntStream.range(0, 400).mapToDouble(i -> 1_000 + i % 7).toArray();
    AuditConfiguration configuration =
        configuration(
            "policy.metrics.duration_ms={material: 20%, gate: true}",
            "policy.metrics.scores.correct.gate=false");
    Releases releases = new Releases().durations("base", fast).durations("next", slow);
    MetricJudgement judgement =
        judge(configuration, releases, "next").candidates().get(0).metrics().get(0);
    assertThat(judgement.outcome()).isEqualTo(Outcome.FAILS);
    assertThat(judgement.limit()).isEqualTo(0.2);
    assertThat(judgement.comparisons().counting().orElseThrow().value())
        .isCloseTo(0.2991, within(1e-4));
  }

  @Test
  void judge_quantile_isARatioWithAnInterval() {
    double[] slow = IntStream.range(0, 1_000).mapToDouble(i -> 2 * (100 + i)).toArray();
    double[] fast = IntStream.range(0, 1_000).mapToDouble(i -> 100 + i).toArray();
    AuditConfiguration configuration =
        configuration(
            "policy.metrics.duration_p95={material: 20%, gate: true}",
            "policy.metrics.scores.correct.gate=false");
    Releases releases = new Releases().durations("base", fast).durations("next", slow);
    MetricJudgement judgement =
        judge(configuration, releases, "next").candidates().get(0).metrics().get(0);
    assertThat(judgement.outcome()).isEqualTo(Outcome.FAILS);
    Contrast counting = judgement.comparisons().counting().orElseThrow();
    assertThat(counting.value()).isCloseTo(1, within(0.03));
    assertThat(counting.low()).isBetween(0.9, 1.0);
    assertThat(counting.high()).isBetween(1.0, 1.1);
  }

  @Test
  void declared_noGateWithItsColumns_isFalse() {
    assertThat(GateMetric.declared(configuration())).isTrue();
    assertThat(GateMetric.declared(configuration("policy.metrics.scores.correct.gate=false")))
        .isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GateJudge(configuration(), List.of()))
        .withMessageContaining("gate: true}");
  }
}

package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.Applicability.RiskClass;
import io.nightaudit.jobs.policy.Applicability.Role;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator asserts under the AI Act, and what it cannot. */
class ApplicabilityTest {
  private static final String SAID =
      """
      applicability:
        operator-role: deployer
        risk-class: high-risk
        annex-iii-point: 5(b)
        gpai-models: [gpt-4o]
        placed-on-market: 2026-03-01
        ai-office: false
        member-states: [NL, DE]
        monitoring-plan: PMM-7
        asserted-by: counsel
        asserted-on: 2026-11-02
        environment: production
        classification: internal
      """;

  @TempDir private Path folder;

  @Test
  void read_nothingSaid_staysUnsaid() throws Exception {
    AuditConfiguration configuration = Configurations.read(folder, Configurations.SMALLEST);

    assertThat(configuration.regulation().applicability()).isEqualTo(Applicability.UNSAID);
    assertThat(configuration.regulation().applicability().asserted()).isFalse();
    assertThat(configuration.regulation().incidentsFrom()).isEmpty();
    assertThat(configuration.regulation().calendar()).isEqualTo(RegulatoryCalendarFile.shipped());
  }

  @Test
  void read_everythingSaid_isTakenAsItIs() throws Exception {
    Applicability said =
        Configurations.read(folder, Configurations.SMALLEST + SAID).regulation().applicability();

    assertThat(said.role()).contains(Role.DEPLOYER);
    assertThat(said.riskClass()).isEqualTo(RiskClass.HIGH_RISK);
    assertThat(said.annexPoint()).isEqualTo("5(b)");
    assertThat(said.models()).containsExactly("gpt-4o");
    assertThat(said.placedOnMarket()).contains(LocalDate.of(2026, 3, 1));
    assertThat(said.aiOffice()).contains(false);
    assertThat(said.memberStates()).containsExactly("DE", "NL");
    assertThat(said.monitoringPlan()).isEqualTo("PMM-7");
    assertThat(said.assertedBy()).isEqualTo("counsel");
    assertThat(said.assertedOn()).contains(LocalDate.of(2026, 11, 2));
    assertThat(said.environment()).isEqualTo("production");
    assertThat(said.classification()).isEqualTo("internal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          operator-role: deployer | operator-role: deployr | applicability.operator-role is "deployr"; it must be one of provider, deployer, both (did you mean deployer?)
          operator-role: deployer | operator-rolle: deployer | applicability.operator-rolle is not a key here; did you mean applicability.operator-role?
          risk-class: high-risk | risk-class: high | applicability.risk-class is "high"; it must be one of high-risk, not-high-risk, unknown
          risk-class: high-risk | risk-class: not-high-risk | applicability.art-6-3-note is missing: annex-iii-point is 5(b)
          annex-iii-point: 5(b) | annex-iii-point: 5(z) | applicability.annex-iii-point is "5(z)"; it must be one of
          member-states: [NL, DE] | member-states: [UK] | applicability.member-states[0] is "UK"; it must be one of AT, BE
          member-states: [NL, DE] | member-states: [NL, NL] | applicability.member-states names something twice
          placed-on-market: 2026-03-01 | placed-on-market: 1 March | it must be a date like 2026-01-31
          placed-on-market: 2026-03-01 | placed-on-market: 2026-02-30 | applicability.placed-on-market is "2026-02-30", which is no day of the calendar
          ai-office: false | ai-office: maybe | applicability.ai-office is the text "maybe"; it must be true or false
          asserted-by: counsel | environment: test | applicability.asserted-by is missing: who asserts this
          asserted-on: 2026-11-02 | art-6-3-note: narrow task | applicability.asserted-on is missing: when it was asserted
          """)
  void read_saidWrongly_isAProblem(String good, String bad, String said) {
    String text = SAID.replace(good, bad);
    assertThat(text).isNotEqualTo(SAID);

    assertThat(Configurations.problems(folder, Configurations.SMALLEST + text))
        .anyMatch(problem -> problem.contains(said));
  }

  @Test
  void read_exceptionOfAHighRiskSystem_contradictsItself() {
    String text = Configurations.SMALLEST + SAID + "  art-6-3-note: a narrow task\n";

    assertThat(Configurations.problems(folder, text))
        .anyMatch(
            problem -> problem.contains("applicability.art-6-3-note is there, but risk-class"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "applicability.risk-class=unknown",
        "applicability.monitoring-plan=other",
        "applicability.asserted-on=2026-11-03",
        "regulation.art72-73-effective-from=2027-12-02"
      })
  void hash_ofAnotherAssertion_changes(String setting) throws Exception {
    String text = Configurations.SMALLEST + SAID;

    assertThat(ConfigurationHash.of(Configurations.read(folder, text, setting)))
        .isNotEqualTo(ConfigurationHash.of(Configurations.read(folder, text)));
  }

  @Test
  void hash_memberStatesInAnotherOrder_staysTheSame() throws Exception {
    String text = Configurations.SMALLEST + SAID;
    String other = text.replace("[NL, DE]", "[DE, NL]");

    assertThat(ConfigurationHash.of(Configurations.read(folder, other)))
        .isEqualTo(ConfigurationHash.of(Configurations.read(folder, text)));
  }
}

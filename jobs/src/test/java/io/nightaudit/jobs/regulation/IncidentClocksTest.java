package io.nightaudit.jobs.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.Applicability.RiskClass;
import io.nightaudit.jobs.policy.Applicability.Role;
import io.nightaudit.jobs.policy.RegulationSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentClocksTest {
  private static RegulationSettings settings(
      RiskClass risk, Role role, Optional<LocalDate> incidentsFrom) {
    RegulationSettings unsaid = RegulationSettings.unsaid();
    return new RegulationSettings(
        new Applicability(
            Optional.ofNullable(role),
            risk,
            "5(b)",
            "",
            "",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "",
            "the operator",
            Optional.of(LocalDate.parse("2026-10-01")),
            "",
            ""),
        unsaid.calendar(),
        incidentsFrom);
  }

  @Test
  void on_highRiskSystem_runFromTheEarlierDayOfTheCalendar() {
    RegulationSettings settings = settings(RiskClass.HIGH_RISK, Role.PROVIDER, Optional.empty());

    assertThat(IncidentClocks.on(LocalDate.parse("2026-11-22"), settings).live()).isTrue();
    assertThat(IncidentClocks.on(LocalDate.parse("2026-08-01"), settings).live()).isFalse();
    assertThat(IncidentClocks.on(LocalDate.parse("2026-11-22"), settings).deploys()).isFalse();
  }

  @Test
  void on_counselReadsALaterDay_areADrillUntilThen() {
    RegulationSettings settings =
        settings(RiskClass.HIGH_RISK, Role.DEPLOYER, Optional.of(LocalDate.parse("2027-12-02")));

    assertThat(IncidentClocks.on(LocalDate.parse("2027-12-01"), settings))
        .satisfies(
            standing -> {
              assertThat(standing.live()).isFalse();
              assertThat(standing.why()).contains("2027-12-02");
              assertThat(standing.deploys()).isTrue();
            });
    assertThat(IncidentClocks.on(LocalDate.parse("2027-12-02"), settings).live()).isTrue();
  }

  @Test
  void on_systemThatIsNotHighRiskOrUnsaid_areADrill() {
    LocalDate day = LocalDate.parse("2030-01-01");

    assertThat(
            IncidentClocks.on(day, settings(RiskClass.NOT_HIGH_RISK, Role.BOTH, Optional.empty()))
                .live())
        .isFalse();
    assertThat(IncidentClocks.on(day, RegulationSettings.unsaid()))
        .satisfies(
            standing -> {
              assertThat(standing.live()).isFalse();
              assertThat(standing.why()).contains("has not said");
              assertThat(standing.deploys()).isTrue();
            });
  }
}

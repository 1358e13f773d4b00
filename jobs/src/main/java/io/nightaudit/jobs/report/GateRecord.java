package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.cohort.Cohort;
import io.nightaudit.jobs.gate.GateDecision;
import io.nightaudit.jobs.policy.AuditConfiguration;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that a report of the gate is made of.
 *
 * @param configuration the configuration
 * @param configurationHash its hash
 * @param version of this program
 * @param from the first night
 * @param to the last night
 * @param coverage what was read of all nights together
 * @param contractBroken why the archive breaks its contract, empty where it does not
 * @param baseline the baseline
 * @param decision what the gate says
 */
public record GateRecord(
    AuditConfiguration configuration,
    String configurationHash,
    String version,
    LocalDate from,
    LocalDate to,
    Coverage coverage,
    List<String> contractBroken,
    Cohort baseline,
    GateDecision decision) {
  public GateRecord {
    contractBroken = List.copyOf(contractBroken);
  }
}

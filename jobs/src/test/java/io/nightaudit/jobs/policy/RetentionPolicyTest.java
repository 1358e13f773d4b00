package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionPolicyTest {
  @TempDir private Path folder;

  private AuditConfiguration read(String... settings) throws ConfigurationException {
    return Configurations.read(folder, Configurations.FULL, settings);
  }

  @Test
  void retention_unsaid_isLong() throws ConfigurationException {
    RetentionPolicy retention = read().policy().retention();
    assertThat(retention).isEqualTo(new RetentionPolicy(25, 120));
    assertThat(retention.isBelowFloor()).isFalse();
  }

  @Test
  void retention_belowSixMonths_isBelowTheFloor() throws ConfigurationException {
    assertThat(read("policy.retention.tables-months=6").policy().retention().isBelowFloor())
        .isFalse();
    assertThat(read("policy.retention.tables-months=5").policy().retention().isBelowFloor())
        .isTrue();
  }

  @Test
  void retention_reportsShorterThanRows_isRefused() {
    assertThat(
            Configurations.problems(
                folder, Configurations.FULL, "policy.retention.reports-months=24"))
        .singleElement()
        .asString()
        .contains("policy.retention.reports-months", "24", "25", "raise it");
  }

  @Test
  void retention_other_changesNoHash() throws ConfigurationException {
    AuditConfiguration usual = read();
    AuditConfiguration other = read("policy.retention={tables-months: 12, reports-months: 36}");
    assertThat(ConfigurationHash.of(other)).isEqualTo(ConfigurationHash.of(usual));
    assertThat(ConfigurationHash.ofPolicy(other)).isEqualTo(ConfigurationHash.ofPolicy(usual));
    assertThat(ConfigurationHash.ofThresholds(other.policy()))
        .isEqualTo(ConfigurationHash.ofThresholds(usual.policy()));
  }
}

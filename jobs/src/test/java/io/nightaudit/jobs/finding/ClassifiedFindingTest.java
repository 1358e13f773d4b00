package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifiedFindingTest {
  @TempDir static Path folder;
  private static Policy policy;

  @BeforeAll
  static void read() throws Exception {
    String text =
        """
        system: shop
        archive: {path: data, columns: {start_time: at, guardrails: guards}}
        policy: {harm-categories: [guardrail-hits]}
        """;
    AuditConfiguration configuration =
        ConfigurationFile.read(Files.writeString(folder.resolve("n.yaml"), text), List.of());
    policy = configuration.policy();
  }

  @ParameterizedTest
  @CsvSource({
    "BREACH, error-rate, 2, 100, true, 2, it lasts",
    "BREACH, '', 9, 100, true, 2, it lasts",
    "BREACH, error-rate, 1, 100, true, 1, seen on 1 of the 2 nights",
    "BREACH, error-rate, 2, 9, true, 1, '9 rows tonight, fewer than the 10'",
    "BREACH, error-rate, 2, 100, false, 1, cannot be relied on",
    "WARNING, error-rate, 9, 100, true, 1, no harmful move beyond",
    "CHANGED, '', 9, 100, true, 1, 'it moved, but not towards harm'",
    "BREACH, guardrail-hits, 1, 5, false, 3, whether there is a risk is not known here",
    "WARNING, guardrail-hits, 1, 100, true, 3, the policy marks guardrail-hits"
  })
  void of_eachCase_hasItsClassAndSaysWhy(
      Verdict verdict, String rule, int nights, long n, boolean reliable, int number, String why) {
    ClassifiedFinding classified =
        ClassifiedFinding.of(verdict, List.of(rule), nights, n, reliable, policy);
    assertThat(classified.is().number()).isEqualTo(number);
    assertThat(classified.reason()).contains(why);
  }

  @Test
  void of_anything_isNeverASuspectedIncident() {
    for (Verdict verdict : Verdict.values()) {
      for (String rule : List.of("", "guardrail-hits")) {
        for (int nights : new int[] {1, 2, 400}) {
          for (boolean reliable : new boolean[] {true, false}) {
            assertThat(
                    ClassifiedFinding.of(verdict, List.of(rule), nights, 1000, reliable, policy)
                        .is())
                .isNotIn(FindingClass.SUSPECTED_INCIDENT, FindingClass.WITHIN_LIMITS);
          }
        }
      }
    }
  }

  @Test
  void number_ofEachClass_isItsPlace() {
    assertThat(Arrays.stream(FindingClass.values()).map(FindingClass::number))
        .containsExactly(0, 1, 2, 3, 4);
  }
}

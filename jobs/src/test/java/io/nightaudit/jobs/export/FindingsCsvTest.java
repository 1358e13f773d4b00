package io.nightaudit.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsCsvTest {
  @Test
  void of_sentenceThatIsAFormula_isNone() {
    String csv =
        FindingsCsv.of(
            List.of(
                AssessmentResultsTest.finding("N-2", "=HYPERLINK(\"http://x\")"),
                AssessmentResultsTest.finding("N-1", "Errors, again")));

    assertThat(csv)
        .startsWith("night,id,verdict,metric,slice,cause,kind,began,found,alarm,")
        .contains("2026-11-22,N-1,BREACH,errors,gpt-4,BEHAVIOUR,score,2026-11-19,2026-11-21")
        .contains(",\"Errors, again\",")
        .contains(",\"'=HYPERLINK(\"\"http://x\"\")\",");
    assertThat(csv.indexOf("N-1")).isLessThan(csv.indexOf("N-2"));
  }

  @Test
  void of_noFinding_isTheHeaderAlone() {
    assertThat(FindingsCsv.of(List.of()).lines()).hasSize(1);
  }
}

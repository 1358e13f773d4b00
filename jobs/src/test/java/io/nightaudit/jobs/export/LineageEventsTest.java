package io.nightaudit.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.archive.Coverage;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientUtils;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineageEventsTest {
  private static LineageRun run(boolean failed) {
    Coverage night =
        new Coverage(
            LocalDate.parse("2026-11-22"),
            Coverage.Input.READ,
            10,
            8,
            2,
            0,
            0,
            new TreeMap<>(),
            List.of(new Coverage.ArchiveFile("aa", 1_000, 10, "")),
            Collections.nCopies(24, 0L),
            new TreeMap<>(),
            List.of());
    return new LineageRun(
        "0192c9a0-0000-7000-8000-000000000001",
        "shop",
        "0.1.0",
        Instant.parse("2026-11-23T03:00:00Z"),
        Instant.parse("2026-11-23T03:01:00Z"),
        failed,
        failed ? "exit status 4" : "",
        ZoneOffset.UTC,
        List.of(night),
        List.of("findings"));
  }

  /** Read back by the client of OpenLineage, which knows the specification. */
  @Test
  void of_run_isWhatOpenLineageUnderstands() {
    List<ObjectNode> events = LineageEvents.of(run(false));

    OpenLineage.RunEvent start = OpenLineageClientUtils.runEventFromJson(events.get(0).toString());
    OpenLineage.RunEvent end = OpenLineageClientUtils.runEventFromJson(events.get(1).toString());
    assertThat(start.getEventType()).isEqualTo(OpenLineage.RunEvent.EventType.START);
    assertThat(end.getEventType()).isEqualTo(OpenLineage.RunEvent.EventType.COMPLETE);
    assertThat(end.getRun().getRunId()).isEqualTo(start.getRun().getRunId());
    assertThat(end.getRun().getFacets().getNominalTime().getNominalEndTime())
        .hasToString("2026-11-23T00:00Z");
    OpenLineage.InputDatasetInputFacets read = end.getInputs().get(0).getInputFacets();
    assertThat(read.getDataQualityMetrics().getRowCount()).isEqualTo(10);
    assertThat(read.getDataQualityMetrics().getBytes()).isEqualTo(1_000);
    assertThat(read.getDataQualityAssertions().getAssertions())
        .extracting(OpenLineage.DataQualityAssertionsDatasetFacetAssertions::getSuccess)
        .containsExactly(true, false);
    assertThat(end.getOutputs())
        .extracting(OpenLineage.OutputDataset::getName)
        .containsExactly("shop.store.findings", "shop.reports");
  }

  @Test
  void of_failedRun_endsWithItsMessage() {
    OpenLineage.RunEvent end =
        OpenLineageClientUtils.runEventFromJson(LineageEvents.of(run(true)).get(1).toString());

    assertThat(end.getEventType()).isEqualTo(OpenLineage.RunEvent.EventType.FAIL);
    assertThat(end.getRun().getFacets().getErrorMessage().getMessage()).isEqualTo("exit status 4");
  }
}

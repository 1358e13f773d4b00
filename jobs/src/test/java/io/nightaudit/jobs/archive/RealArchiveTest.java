package io.nightaudit.jobs.archive;

import static io.nightaudit.jobs.archive.ArchiveFixture.expression;
import static io.nightaudit.jobs.archive.ArchiveFixture.pattern;
import static io.nightaudit.jobs.archive.ArchiveFixture.unit;
import static io.nightaudit.jobs.archive.ArchiveFixture.yesOrNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.ColumnMapping.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RealArchiveTest {
  private static Path archive(String name) {
    String archives = System.getProperty("archives", "");
    Path folder = Path.of(archives, "data", name);
    assumeTrue(
        !archives.isEmpty() && Files.isDirectory(folder),
        "the real archive " + name + " is not in the folder of the property archives");
    return folder.toAbsolutePath().normalize();
  }

  static ArchiveFixture llmdrift() {
    return new ArchiveFixture(archive("llmdrift/nightly"))
        .map("interaction_id", "id")
        .map("start_time", "served_at")
        .map("prompt", "query")
        .map("answer", "answer")
        .map("request_model", "requested_model")
        .map("response_model", "model")
        .map("output_tokens", "answer_token")
        .map("max_tokens", "max_tokens")
        .map("duration_ms", unit("latency", Unit.S))
        .map("reported_cost", "cost")
        .map("scores.correct", yesOrNo("correct"))
        .dimension("dataset", ColumnMapping.column("dataset"))
        .key("dataset", "interaction_id", "response_model");
  }

  private static ArchiveFixture azure() {
    return new ArchiveFixture(archive("azure-llm-2023"))
        .layout("")
        .map("start_time", pattern("TIMESTAMP", "yyyy-MM-dd HH:mm:ss.SSSSSSS", "UTC"))
        .map("input_tokens", "ContextTokens")
        .map("output_tokens", "GeneratedTokens")
        .dimension("service", expression("regexp_extract(_file, '^([a-z]+)', 1)"));
  }

  @Test
  void read_everyNightOfLlmdrift_keepsAll106Rows() {
    LocalDate first = LocalDate.of(2023, 6, 1);
    for (int i = 0; i < 28; i++) {
      NightInteractions night = llmdrift().read(first.plusDays(i).toString());
      assertThat(night.coverage().rowsRead()).isEqualTo(106);
      assertThat(night.coverage().rowsKept()).isEqualTo(106);
      assertThat(night.coverage().hours()).hasSize(24);
      assertThat(night.coverage().missingColumns()).isEmpty();
      assertThat(night.schema().booleanScores()).containsExactly("correct");
      assertThat(night.interactions().count()).isEqualTo(106);
    }
  }

  @Test
  void read_azureHour_keepsBothServices() {
    NightInteractions night = azure().read("2023-11-16");
    assertThat(night.coverage().rowsRead()).isEqualTo(8819 + 19366);
    assertThat(night.coverage().rowsKept()).isEqualTo(8819 + 19366);
    assertThat(night.interactions().filter("service = 'code'").count()).isEqualTo(8819);
    assertThat(night.interactions().filter("service = 'conv'").count()).isEqualTo(19366);
    assertThat(night.coverage().present())
        .containsExactly("start_time", "input_tokens", "output_tokens");
  }
}

package io.nightaudit.jobs.archive.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of labels: what is read, and what is said of rows that say nothing. */
class LabelReaderTest {
  private static final LabelColumns COLUMNS = new LabelColumns("id", "label", "who", "when");
  private static final String HEADER = "id,label,who,when\n";

  private static LabelReader reader(boolean yesOrNo) {
    return new LabelReader(
        "scores.good", yesOrNo, List.of("Ja"), List.of("nein"), ZoneId.of("Europe/Berlin"));
  }

  private static LabelReader.Content read(String csv) {
    return read(reader(false), csv);
  }

  private static LabelReader.Content read(LabelReader reader, String csv) {
    return reader.content("hash", new LabelCsv(COLUMNS).read(csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static HumanLabel only(String row) {
    LabelReader.Content content = read(HEADER + row + "\n");
    assertThat(content.problems()).isEmpty();
    return content.labels().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 1",
    "YES, 1",
    "ja, 1",
    "1, 1",
    "1.0, 1",
    "false, 0",
    "No, 0",
    "NEIN, 0",
    "0, 0",
    "0.25, 0.25",
    "-3, -3",
    "4.5e1, 45",
    ".5, 0.5"
  })
  void label_ofAnyWriting_isItsNumber(String written, double value) {
    assertThat(only("a," + written + ",p,2026-03-02").value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z",
    "2026-03-02T10:00:00+02:00, 2026-03-02T08:00:00Z",
    "2026-03-02 10:00:00, 2026-03-02T09:00:00Z",
    "2026-03-02T10:00, 2026-03-02T09:00:00Z",
    "2026-03-02, 2026-03-01T23:00:00Z"
  })
  void when_withoutOffset_isInTheZoneOfTheArchive(String written, String instant) {
    assertThat(only("a,1,p," + written).labelledAt()).isEqualTo(Instant.parse(instant));
  }

  @Test
  void rows_thatSayNothing_areListedByReasonAndLine() {
    LabelReader.Content content =
        read(
            HEADER
                + "a,1,p,2026-03-02\n"
                + ",1,p,2026-03-02\n"
                + "\n"
                + "a,,p,2026-03-02\n"
                + "a,NaN,p,2026-03-02\n"
                + "\"b\nb\",0x1p3,p,2026-03-02\n"
                + "a,1,,2026-03-02\n"
                + "a,1,p\n"
                + "a,1,p,yesterday\n"
                + "a,1,p\u202Eq,2026-03-02\n"
                + "a,1e999,p,2026-03-02\n"
                + "last,0,p,2026-03-02\n");
    assertThat(content.labels()).extracting(HumanLabel::interactionId).containsExactly("a", "last");
    assertThat(content.problems())
        .isEqualTo(
            Map.of(
                LabelProblem.MISSING_ID, List.of(3L),
                LabelProblem.MISSING_LABEL, List.of(5L),
                LabelProblem.NOT_A_LABEL, List.of(6L, 7L, 13L),
                LabelProblem.MISSING_WHO, List.of(9L),
                LabelProblem.MISSING_TIME, List.of(10L),
                LabelProblem.NOT_A_TIME, List.of(11L),
                LabelProblem.HIDDEN_CHARACTERS, List.of(12L)));
    assertThat(content.leftOut()).isEqualTo(9);
  }

  @Test
  void label_ofYesOrNo_isNoNumber() {
    LabelReader.Content content =
        read(reader(true), HEADER + "a,yes,p,2026-03-02\nb,0.5,p,2026-03-02\n");
    assertThat(content.labels()).hasSize(1);
    assertThat(content.problems()).isEqualTo(Map.of(LabelProblem.NOT_YES_OR_NO, List.of(3L)));
  }

  @Test
  void csv_quotesMarkAndColumnsInAnyOrder_areRead() {
    LabelReader.Content content =
        read("\uFEFFwhen,other,who,label,id\r\n2026-03-02,\"x, \"\"y\"\"\",p,1,\" a,b\"\r\n");
    assertThat(content.labels().get(0).interactionId()).isEqualTo("a,b");
  }

  @Test
  void csv_thatIsNone_isRefusedWithoutACell() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> read("id;label;who;when\n"))
        .isInstanceOf(LabelFileException.class)
        .hasMessageContaining("not separated by commas");
    assertThatThrownBy(() -> read("id,label,who\n"))
        .hasMessageContaining("there is no column when; the file has [id, label, who]");
    assertThatThrownBy(() -> read(HEADER + "a,1,p,2026-03-02\n\"secret\"x,1,p,2026-03-02\n"))
        .isInstanceOf(LabelFileException.class)
        .hasMessageContaining("line 3 is not as RFC 4180 has it")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(
            () -> new LabelCsv(COLUMNS).read("id\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessageContaining("save it as UTF-8");
  }
}

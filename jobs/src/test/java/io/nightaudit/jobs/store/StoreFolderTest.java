package io.nightaudit.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a store: who may open it, and the files beside the tables. */
class StoreFolderTest {
  private static final long NIGHT = Samples.NIGHT;

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void name() {
    folder = parent.resolve("store of a team");
  }

  private AuditStore open() {
    return AuditStore.open(TestSpark.session(), folder.toString(), "run 1");
  }

  @Test
  void open_whileOpen_isRefusedUntilClosed() {
    try (AuditStore store = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("another run holds the store")
          .hasMessageContaining("wait for it");
      assertThat(store.nights()).isEmpty();
    }
    open().close();
  }

  @Test
  void open_whileAnotherProcessHolds_isRefusedUntilThatIsKilled() throws Exception {
    open().close();
    Process other = holder();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("since 20");
    } finally {
      other.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
    open().close();
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void open_ofANewerFormat_isRefused() throws IOException {
    open().close();
    Files.writeString(folder.resolve("store.json"), "{\"format\":4}");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("made by a newer Nightaudit; upgrade");
  }

  @Test
  void open_ofAnUnreadableFormat_saysWhatToDo() throws IOException {
    open().close();
    for (String text : List.of("", "format: 1", "{\"format\":\"1\"}", "[]")) {
      Files.writeString(folder.resolve("store.json"), text);
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("restore it");
    }
  }

  @Test
  void open_ofAnotherFolder_isRefusedAndLeavesNothing() throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is no audit store")
        .hasMessageContaining("name an empty or a new folder");
    assertThat(folder.toFile().list()).containsExactly("thesis.txt");
  }

  @Test
  void open_afterAKillWhileItWasMade_marksTheStore() throws IOException {
    Files.createDirectory(folder);
    Files.createFile(folder.resolve(".lock"));
    Files.writeString(folder.resolve(".store.json.new"), "{\"fo");
    open().close();
    assertThat(folder.resolve("store.json")).hasContent("{\"format\":3}");
  }

  @Test
  void reports_writtenAgain_replaceAndLeaveNothingElse() throws IOException {
    try (AuditStore store = open()) {
      store.reports().write(NIGHT, "report.html", new byte[] {1, 2});
      store.reports().write(NIGHT, "report.pdf", new byte[] {3});
      store.reports().write(NIGHT, "report.html", new byte[] {4});
      store.reports().keepOnly(NIGHT, Set.of("report.html"));
      Path night = folder.resolve("reports/2026-03-29");
      assertThat(night.toFile().list()).containsExactly("report.html");
      assertThat(night.resolve("report.html")).hasBinaryContent(new byte[] {4});
      assertThat(store.reports().path(NIGHT, "report.html"))
          .isEqualTo("reports/2026-03-29/report.html");
    }
  }

  @Test
  void reports_ofANameThatIsAPath_areRefused() {
    try (AuditStore store = open()) {
      for (String name : List.of("", "../x", "a/b", ".hidden", "a\\b")) {
        assertThatThrownBy(() -> store.reports().write(NIGHT, name, new byte[0]))
            .hasMessageContaining("cannot be the name of a report file");
      }
    }
  }

  @Test
  void write_afterClose_isRefused() {
    AuditStore store = open();
    store.close();
    assertThatThrownBy(
            () -> store.releases().overwrite(List.of(NIGHT), List.of(Samples.release(NIGHT))))
        .hasMessageContaining("is closed");
  }
}

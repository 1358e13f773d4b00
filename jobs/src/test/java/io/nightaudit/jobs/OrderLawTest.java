package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store after the last run does not depend on the order of the runs, nor on their number. */
class OrderLawTest {
  private static final int NIGHTS = SampleNight.NIGHTS;

  @TempDir static Path folder;

  private final SampleArchive archive = SampleStore.shared().archive();
  private final StoreContent expected = SampleStore.shared().content();

  /** From one night to another, both included. */
  record Nights(int from, int to) {}

  private void run(String store, Nights nights) {
    Audit audit = Audit.nights(archive, folder.resolve(store), nights.from(), nights.to());
    assertThat(audit.status()).as(audit.err()).isZero();
  }

  /** The same content, sealed by whatever chain of manifests. */
  private void assertSame(String name) throws IOException {
    Path store = folder.resolve(name);
    StoreContent.of(store).assertSameAs(expected);
    assertThat(SealedStore.verify(store).differences()).isEmpty();
    assertThat(SealedStore.rows(store)).isEqualTo(SealedStore.rows(SampleStore.shared().folder()));
  }

  @Test
  void range_ranAgainOnACopy_sameStore() throws IOException {
    SampleStore.shared().copy(folder.resolve("range"));
    run("range", new Nights(1, NIGHTS));
    run("range", new Nights(NIGHTS, NIGHTS));
    assertSame("range");
  }

  static List<List<Nights>> orders() {
    return List.of(
        List.of(one(1), one(2), one(3), one(4), one(5), one(6), one(7), one(8), one(9)),
        // A backfill: the first nights come last, then some in the middle, one of them twice.
        List.of(new Nights(6, 9), one(4), new Nights(1, 3), one(4), one(5)));
  }

  private static Nights one(int night) {
    return new Nights(night, night);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void runs_inAnotherOrder_sameStore(List<Nights> order) throws IOException {
    String store = "order" + order.size();
    order.forEach(nights -> run(store, nights));
    assertSame(store);
  }
}

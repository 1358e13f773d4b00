package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.store.AuditStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.spark.sql.SparkSession;

/** The decisions of a store, while one is added. */
final class DecisionBook {
  private final AuditStore store;
  private final SortedSet<Long> nights;
  private final List<Decision> decisions;

  /**
   * A book.
   *
   * @throws Refusal if no night was judged: there is nothing to decide about
   */
  DecisionBook(AuditStore store) {
    this.store = store;
    this.nights = store.nights();
    if (nights.isEmpty()) {
      throw new Refusal("no night was judged in this store; run one first");
    }
    this.decisions = new ArrayList<>(store.decisions().list());
  }

  /** Opens the store of a configuration, which must be there already. */
  static AuditStore open(AuditConfiguration configuration, Optional<String> master) {
    SparkSession spark = Sessions.open(master);
    if (!AuditStore.exists(spark, configuration.store())) {
      throw new Refusal(
          "there is no audit store at %s; run a night first, or name another one with --store"
              .formatted(configuration.store()));
    }
    return AuditStore.open(Sessions.forStore(spark), configuration.store());
  }

  AuditStore store() {
    return store;
  }

  /** The nights that were judged; at least one. */
  SortedSet<Long> nights() {
    return nights;
  }

  /** The first night that a decision of today acts on: no report changes behind anyone's back. */
  long nextNight() {
    return nights.last() + 1;
  }

  List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  /** The equal decision that was kept before, if one was. */
  Optional<Decision> equal(Decision decision) {
    return decisions.stream().filter(earlier -> earlier.id().equals(decision.id())).findFirst();
  }

  /** Keeps a decision, with its place in the store. */
  Decision append(Decision decision) {
    long sequence = decisions.stream().mapToLong(Decision::sequence).max().orElse(0) + 1;
    Decision taken = decision.taken(sequence, Instant.now().truncatedTo(ChronoUnit.MICROS));
    store.decisions().append(taken);
    decisions.add(taken);
    return taken;
  }
}

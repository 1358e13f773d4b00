package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.cli.RetainRequest;
import io.nightaudit.jobs.cli.RetainRun;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.Sha256;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Removed;
import io.nightaudit.jobs.finding.DecisionDetails.Scope;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import io.nightaudit.jobs.finding.FindingId;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.NightRemoval;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Removes what is older than the policy keeps it: tombstones first, then rows, then files, then a
 * manifest that names the commits. Stopped at any point, the next one finishes what is left.
 */
final class Retention implements RetainRun {
  /** What is done, in this order. */
  enum Step {
    TOMBSTONES,
    ROWS,
    PARTITIONS,
    REPORTS,
    SEAL
  }

  private static final String REMOVE = "remove";

  private final Consumer<Step> before;

  Retention() {
    this(step -> {});
  }

  /**
   * A retention.
   *
   * @param before is told of each step before it is done
   */
  Retention(Consumer<Step> before) {
    this.before = before;
  }

  @Override
  public int retain(AuditConfiguration configuration, RetainRequest request, PrintWriter out) {
    try (AuditStore store = DecisionBook.open(configuration, request.master())) {
      DecisionBook book = new DecisionBook(store);
      requireFinished(store.sealer().leftByRuns(book.nights()));
      Removals removals = Removals.of(store, book, configuration.policy(), request.asOf());
      Removals done =
          request.dryRun() ? removals : remove(removals, book, configuration, request.by());
      RetentionText text = new RetentionText(done, configuration.policy(), request.dryRun());
      out.print(request.json() ? text.json() : text.plain());
    }
    return ExitStatus.DONE.code();
  }

  private static void requireFinished(SortedSet<Long> left) {
    if (!left.isEmpty()) {
      LocalDate first = LocalDate.ofEpochDay(left.first());
      throw new Refusal(
          "a run was stopped before it sealed %s, and must finish first: nightaudit run --night %s"
              .formatted(
                  left.stream()
                      .map(night -> LocalDate.ofEpochDay(night).toString())
                      .collect(Collectors.joining(", ")),
                  first));
    }
  }

  private Removals remove(
      Removals removals, DecisionBook book, AuditConfiguration configuration, String by) {
    AuditStore store = book.store();
    NightRemoval removal = store.removal();
    before.accept(Step.TOMBSTONES);
    Removals told = tombstones(removals, book, by);
    Set<LocalDate> nights = removals.nightsOf(Scope.TABLES);
    before.accept(Step.ROWS);
    removal.removeRows(nights);
    before.accept(Step.PARTITIONS);
    removal.removePartitions(nights);
    before.accept(Step.REPORTS);
    removal.removeFiles(removals.pathsOf(Scope.REPORTS));
    removal.removeFiles(removals.pathsOf(Scope.PERIODS));
    before.accept(Step.SEAL);
    boolean anew = told.goes().stream().anyMatch(each -> each.tombstone().isPresent());
    Optional<Long> sealed = store.sealer().sealAgain(book.nights(), anew);
    List<String> warnings = new ArrayList<>();
    new ManifestSigning(store.reports(), configuration.evidence(), warnings::add)
        .sign(sealed.stream().toList());
    return told.with(warnings);
  }

  /** Says of everything that goes, and of which no tombstone tells yet, that it does. */
  private static Removals tombstones(Removals removals, DecisionBook book, String by) {
    List<Removals.Removal> told = new ArrayList<>();
    for (Removals.Removal each : removals.goes()) {
      told.add(each.begun() ? each : each.with(book.append(decision(each, removals, book, by))));
    }
    return removals.with(told, List.of());
  }

  private static Decision decision(
      Removals.Removal each, Removals removals, DecisionBook book, String by) {
    Removals.Limit limit = removals.limits().get(each.scope());
    Removed removed =
        new Removed(
            each.scope(),
            each.from().toEpochDay(),
            each.to().toEpochDay(),
            limit.months(),
            each.paths().size(),
            digest(book.store().removal().describe(each.paths())));
    String reason =
        "older than %s, %s months before %s"
            .formatted(limit.cutOff(), limit.months(), removals.asOf());
    String subject = "R-" + FindingId.hash(String.join("\n", removed.content()));
    return Decision.taken(subject, REMOVE, new Words(by, reason), book.nextNight(), removed);
  }

  private static String digest(List<NamedFile> files) {
    String list =
        new TreeSet<>(files)
            .stream()
                .map(file -> "%s %s %s\n".formatted(file.sha256(), file.bytes(), file.path()))
                .collect(Collectors.joining());
    return Sha256.of(list.getBytes(StandardCharsets.UTF_8));
  }
}

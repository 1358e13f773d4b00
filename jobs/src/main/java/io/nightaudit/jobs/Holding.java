package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.DecisionRequest.AddHold;
import io.nightaudit.jobs.cli.DecisionRequest.ReleaseHold;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.decision.Hold;
import io.nightaudit.jobs.decision.LegalHolds;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import io.nightaudit.jobs.finding.DecisionDetails.Released;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import io.nightaudit.jobs.report.VisibleText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Places, releases and lists legal holds. */
final class Holding {
  private static final String HOLD = "hold";
  private static final String RELEASE = "release";

  private final DecisionBook book;
  private final LegalHolds holds;

  Holding(DecisionBook book) {
    this.book = book;
    this.holds = LegalHolds.of(book.decisions());
  }

  String add(AddHold request) {
    Held nights =
        new Held(
            request.from().map(LocalDate::toEpochDay), request.to().map(LocalDate::toEpochDay));
    Optional<Hold> same =
        holds.open().stream().filter(hold -> isSame(hold, nights, request)).findFirst();
    if (same.isPresent()) {
      return placed("In force before: ", same.get(), true);
    }
    String id = LegalHolds.id(nights, request.by(), request.reason(), book.nextNight());
    holds.of(id).ifPresent(Holding::refuse);
    Decision decision =
        book.append(
            Decision.taken(
                id, HOLD, new Words(request.by(), request.reason()), book.nextNight(), nights));
    return placed("In force: ", new Hold(id, nights, decision, Optional.empty()), false);
  }

  private static boolean isSame(Hold hold, Held nights, AddHold request) {
    return hold.nights().equals(nights)
        && hold.placed().by().equals(request.by())
        && hold.placed().reason().equals(request.reason());
  }

  private static void refuse(Hold ended) {
    throw new Refusal(
        "the equal hold %s was released on %s; to place it again, give a reason that says so"
            .formatted(ended.id(), ended.released().orElseThrow().decidedOn()));
  }

  private static String placed(String headline, Hold hold, boolean before) {
    return new DecisionText(headline + "hold " + hold.id() + " on " + nights(hold.nights()))
        .decision(hold.placed(), before)
        .line("shown in", "reports from " + night(hold.placed().effectiveNight()) + " on")
        .sentence("What this store holds of these nights stays until the hold is released.")
        .toString();
  }

  String release(ReleaseHold request) {
    Hold hold = holds.of(request.hold()).orElseThrow(() -> new Refusal(unknown(request.hold())));
    Decision decision =
        hold.released()
            .orElseGet(
                () ->
                    book.append(
                        Decision.taken(
                            hold.id(),
                            RELEASE,
                            new Words(request.by(), request.reason()),
                            book.nextNight(),
                            new Released())));
    boolean before = hold.released().isPresent();
    return new DecisionText(
            (before ? "Released before: " : "Released: ")
                + "hold %s on %s".formatted(hold.id(), nights(hold.nights())))
        .decision(decision, before)
        .line("shown in", "reports from " + night(decision.effectiveNight()) + " on")
        .toString();
  }

  private String unknown(String id) {
    String none = "there is no hold " + VisibleText.of(id);
    List<Hold> open = holds.open();
    return open.isEmpty()
        ? none + ", and none is open"
        : none + "; open:\n" + open.stream().map(Holding::line).collect(Collectors.joining("\n"));
  }

  String list() {
    return holds.all().isEmpty()
        ? "No legal hold was ever placed on this store.\n"
        : holds.all().stream()
            .sorted(Comparator.comparing(Hold::isOpen).reversed())
            .map(hold -> line(hold) + "\n")
            .collect(Collectors.joining());
  }

  private static String line(Hold hold) {
    Decision placed = hold.placed();
    String line =
        "  %s  %s, placed on %s by %s: %s"
            .formatted(
                hold.id(), nights(hold.nights()), placed.decidedOn(), placed.by(), placed.reason());
    return VisibleText.of(
        hold.released()
            .map(
                end ->
                    "%s; released on %s by %s: %s"
                        .formatted(line, end.decidedOn(), end.by(), end.reason()))
            .orElse(line));
  }

  private static String nights(Held held) {
    if (held.from().isEmpty() && held.to().isEmpty()) {
      return "all nights";
    }
    return "nights"
        + held.from().map(first -> " from " + night(first)).orElse("")
        + held.to().map(last -> " to " + night(last)).orElse("");
  }

  private static LocalDate night(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}

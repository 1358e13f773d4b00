package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ChangeEvidence;
import io.nightaudit.jobs.comparison.CostChange;
import io.nightaudit.jobs.comparison.MixSplit;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Quantity;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * What a finding is put down to. The first of these rules that holds decides:
 *
 * <ol>
 *   <li>DATA: only a night with an incomplete archive shows it; or the measure was redefined; or
 *       the share of interactions that have a value at all fell below half.
 *   <li>DATA: the volume moved. INPUT_MIX where the volume of a slice moved and that of all traffic
 *       did not.
 *   <li>INPUT_MIX: it is a measure of the questions (input tokens may also be a release's).
 *   <li>DATA: most of a change of the cost of a night is other volume.
 *   <li>INPUT_MIX: at the mix of before less than half of the change is left, or the exact split
 *       gives the mix more than the behaviour; and the shares moved by more than chance, or the
 *       questions moved.
 *   <li>RELEASE, SILENT_PROVIDER_CHANGE: a release changed within a night of the begin on a route
 *       that meets the slice, and the part of the change on that route is most of it.
 *   <li>INPUT_MIX: a cost or a number of tokens moved by its tokens, and most of these are input.
 *   <li>UNKNOWN: nothing can be split, too few rows, or the mix explains it but did not stand out.
 *   <li>BEHAVIOUR: at the same mix it changed.
 * </ol>
 */
final class CauseRule {
  /** Values on a side without which a split says nothing. */
  private static final int LEAST_ROWS = 30;

  private static final double MOST = 0.5;

  private static final Set<Metric> VOLUMES =
      Set.of(Metric.INTERACTIONS, Metric.USERS, Metric.CONVERSATIONS);

  private CauseRule() {}

  /** A cause and why. */
  record Ruling(Cause cause, String reason) {}

  static Ruling of(CauseFacts facts) {
    return data(facts)
        .or(() -> questions(facts))
        .or(() -> volume(facts))
        .or(() -> mix(facts))
        .or(() -> release(facts))
        .or(() -> tokens(facts))
        .orElseGet(() -> behaviour(facts));
  }

  private static Optional<Ruling> data(CauseFacts facts) {
    if (facts.incomplete()) {
      return ruling(Cause.DATA, "only a night with an incomplete archive shows it");
    }
    if (facts.redefined()) {
      return ruling(Cause.DATA, "its definition changed within the nights compared");
    }
    if (VOLUMES.contains(facts.measure().metric())) {
      return facts.share()
          ? ruling(
              Cause.INPUT_MIX, "its share of the traffic moved, the traffic as a whole did not")
          : ruling(Cause.DATA, "the volume of traffic moved");
    }
    return facts
        .change()
        .map(ChangeEvidence::valued)
        .filter(share -> share.since() < share.before() * MOST)
        .map(
            share ->
                new Ruling(
                    Cause.DATA,
                    "only %s of interactions have a value, before %s"
                        .formatted(
                            Quantity.SHARE.value(share.since()),
                            Quantity.SHARE.value(share.before()))));
  }

  private static Optional<Ruling> questions(CauseFacts facts) {
    boolean input = facts.measure().metric().family() == Family.INPUT;
    boolean released =
        facts.measure().metric() == Metric.INPUT_TOKENS && release(facts).isPresent();
    return input && !released
        ? ruling(Cause.INPUT_MIX, "the questions themselves moved")
        : Optional.empty();
  }

  private static Optional<Ruling> volume(CauseFacts facts) {
    return facts
        .change()
        .filter(change -> facts.measure().metric() == Metric.COST_TOTAL)
        .filter(change -> isMost(change, CostChange.VOLUME))
        .map(change -> new Ruling(Cause.DATA, "other volume is most of it"));
  }

  private static boolean isMost(ChangeEvidence change, String factor) {
    double total = change.raw().value();
    return change.cost().isPresent()
        && total != 0
        && change.cost().get().effect(factor) / total > MOST;
  }

  private static Optional<Ruling> mix(CauseFacts facts) {
    boolean total =
        facts.measure().metric() == Metric.COST_TOTAL
            && facts.change().map(change -> isMost(change, CostChange.MIX)).orElse(false);
    return isShifted(facts) || total && facts.inputAlarmed()
        ? ruling(Cause.INPUT_MIX, "at the mix of before most of it is gone")
        : Optional.empty();
  }

  /** Another mix explains it, and that the mix is another one is not chance. */
  private static boolean isShifted(CauseFacts facts) {
    return facts
        .split()
        .filter(MixSplit::mostlyMix)
        .map(split -> facts.inputAlarmed() || split.shift().excludesZero())
        .orElse(false);
  }

  private static Optional<Ruling> release(CauseFacts facts) {
    return facts
        .release()
        .filter(change -> !isShifted(facts) && facts.releasesCarryIt())
        .map(
            change ->
                new Ruling(
                    change.silent() ? Cause.SILENT_PROVIDER_CHANGE : Cause.RELEASE,
                    facts.split().isPresent()
                        ? "a release changed as it began, and the mix does not explain it"
                        : "a release changed as it began"));
  }

  private static Optional<Ruling> tokens(CauseFacts facts) {
    Metric metric = facts.measure().metric();
    boolean byTokens =
        metric == Metric.TOTAL_TOKENS
            || metric.family() == Family.COST
                && facts.change().map(change -> isMost(change, CostChange.TOKENS)).orElse(false);
    return byTokens && facts.inputTokens() > MOST
        ? ruling(Cause.INPUT_MIX, "most of it are tokens of the questions")
        : Optional.empty();
  }

  private static Ruling behaviour(CauseFacts facts) {
    if (facts.change().isEmpty()) {
      return new Ruling(Cause.UNKNOWN, unsplit(facts));
    }
    ChangeEvidence change = facts.change().get();
    if (facts.measure().metric() == Metric.COST_TOTAL) {
      return byLargestFactor(change, facts);
    }
    if (Math.min(change.before().n(), change.after().n()) < LEAST_ROWS) {
      return new Ruling(
          Cause.UNKNOWN,
          "%s values before and %s since are too few to tell"
              .formatted(Digits.whole(change.before().n()), Digits.whole(change.after().n())));
    }
    if (facts.split().isEmpty()) {
      return new Ruling(Cause.UNKNOWN, "no finer slices are at hand that could hold the mix");
    }
    return facts.split().get().mostlyMix()
        ? new Ruling(
            Cause.UNKNOWN, "the mix explains most of it, but no shift of the mix stands out")
        : new Ruling(Cause.BEHAVIOUR, same(facts));
  }

  private static String unsplit(CauseFacts facts) {
    Extraction extraction = facts.measure().metric().extraction();
    String reason = "fewer than three nights before it began are at hand";
    if (extraction instanceof Extraction.Quantile) {
      reason = "a quantile cannot be split over slices";
    } else if (extraction instanceof Extraction.Terms
        || extraction instanceof Extraction.Category
        || extraction instanceof Extraction.Categories) {
      reason = "a mix or a list of words cannot be split over slices";
    }
    return facts.ownInputs().isEmpty() ? reason : reason + ", and the questions moved as well";
  }

  /** The cost of a night is put down to the factor that adds most to its change. */
  private static Ruling byLargestFactor(ChangeEvidence change, CauseFacts facts) {
    double direction = Math.signum(change.raw().value());
    String largest =
        change.cost().orElseThrow().factors().entrySet().stream()
            .max(Comparator.comparingDouble(factor -> direction * factor.getValue()))
            .orElseThrow()
            .getKey();
    return switch (largest) {
      case CostChange.VOLUME -> new Ruling(Cause.DATA, "other volume is the largest part of it");
      case CostChange.TOKENS ->
          new Ruling(Cause.BEHAVIOUR, "tokens of an interaction are the largest part of it");
      case CostChange.PRICE ->
          new Ruling(Cause.BEHAVIOUR, "the price of a token is the largest part of it");
      case CostChange.RATE ->
          new Ruling(Cause.BEHAVIOUR, "the cost of an interaction is the largest part of it");
      default ->
          facts.inputAlarmed()
              ? new Ruling(Cause.INPUT_MIX, "the mix is the largest part of it")
              : new Ruling(Cause.UNKNOWN, "the mix is the largest part, but did not stand out");
    };
  }

  private static String same(CauseFacts facts) {
    String reason = "no release coincides and the mix does not explain it";
    return facts.ownInputs().isEmpty()
        ? reason
        : reason + ", though the questions moved as well: " + names(facts);
  }

  private static String names(CauseFacts facts) {
    return String.join(", ", facts.ownInputs().stream().map(Measure::title).limit(3).toList());
  }

  private static Optional<Ruling> ruling(Cause cause, String reason) {
    return Optional.of(new Ruling(cause, reason));
  }
}

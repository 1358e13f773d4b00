package io.nightaudit.metrics.decision;

import io.nightaudit.metrics.interval.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether to roll a release back that serves beside its baseline: a function of the evidence alone.
 *
 * <p>α is shared out over the gate metrics. In this order:
 *
 * <ol>
 *   <li>A rate that must not exceed a limit does so surely: ROLL_BACK.
 *   <li>The arms are not what they should be, or it is too early: HOLD.
 *   <li>A gate metric is surely worse than the baseline and rolling back is expected to save more
 *       than it costs: ROLL_BACK.
 *   <li>No gate metric can be worse by more than its margin: KEEP.
 *   <li>The last night is reached: ROLL_BACK if that is expected to save anything, else KEEP.
 *   <li>HOLD.
 * </ol>
 *
 * "Surely" means by an interval that holds on all nights at once, so that one may look every night.
 * More harm in the evidence never turns ROLL_BACK into KEEP.
 *
 * <p>Source: M. Lindon, C. Sanden and V. Shirikian, KDD 2022, arXiv 2205.14762 (the intervals); the
 * losses as in {@link ExpectedLoss}.
 *
 * @param alpha probability to call a metric worse that is not, over all gate metrics, in (0, ½)
 * @param leastNights nights before any decision on gate metrics, at least 1
 * @param leastRows rows of the smaller arm before any decision on gate metrics, at least 1
 * @param lastNight night on which the expected loss decides, at least {@code leastNights}
 */
public record RollbackRule(double alpha, int leastNights, long leastRows, int lastNight) {
  /** What to do. */
  public enum Action {
    KEEP,
    HOLD,
    ROLL_BACK
  }

  /** Why. */
  public enum Reason {
    /** A rate is surely above its limit; the value is the lower end of its interval. */
    LIMIT_EXCEEDED,
    /** Rows are not divided between the arms as wanted. */
    ARMS_UNEVEN,
    /** Fewer nights than needed; the value is how many there are. */
    TOO_FEW_NIGHTS,
    /** Fewer rows than needed; the value is how many there are. */
    TOO_FEW_ROWS,
    /** Surely worse; the value is the upper end of the interval. */
    WORSE,
    /** Surely worse, but rolling back costs more than it saves; the value is the saving. */
    NOT_WORTH_IT,
    /** Surely not worse by more than the margin; the value is the lower end of the interval. */
    WITHIN_MARGIN,
    /** Neither surely worse nor surely within the margin; the value is the lower end. */
    UNDECIDED,
    /** The last night decided by the expected saving, which is the value. */
    LAST_NIGHT
  }

  /**
   * One reason with the numbers that make it so.
   *
   * @param reason why
   * @param metric of what, empty where it is of the comparison as a whole
   * @param value what was seen
   * @param limit what it was compared with
   */
  public record Ground(Reason reason, String metric, double value, double limit) {}

  /**
   * What to do and why.
   *
   * @param action what to do
   * @param grounds why, in the order of the metrics
   */
  public record Advice(Action action, List<Ground> grounds) {
    public Advice {
      grounds = List.copyOf(grounds);
    }
  }

  /**
   * What is known of a metric that may lead to a rollback.
   *
   * @param metric its name
   * @param nights nightly differences to the baseline, turned so that negative is harm
   * @param margin what may be lost without a word, above 0
   * @param loss what keeping and rolling back cost
   */
  public record Gate(String metric, ConfidenceSequence nights, double margin, ExpectedLoss loss) {
    public Gate {
      if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The margin of %s must be a finite number above 0. Provided: %s"
                .formatted(metric, margin));
      }
    }
  }

  /**
   * What is known of a rate that must not exceed a limit.
   *
   * @param metric its name
   * @param lower lower end of an interval of the rate that holds on all nights at once
   * @param limit what it must not exceed
   */
  public record HardLimit(String metric, double lower, double limit) {}

  /**
   * All that the decision depends on.
   *
   * @param gates gate metrics, at least one
   * @param limits rates with a limit
   * @param armsAsWanted whether rows are divided between the arms as wanted
   * @param nightCount nights on which both arms served
   * @param rows rows of the smaller arm
   */
  public record Evidence(
      List<Gate> gates, List<HardLimit> limits, boolean armsAsWanted, int nightCount, long rows) {
    public Evidence {
      gates = List.copyOf(gates);
      limits = List.copyOf(limits);
      if (gates.isEmpty()) {
        throw new IllegalArgumentException("A decision needs at least one gate metric: name one");
      }
    }
  }

  public RollbackRule {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha must be above 0 and below 0.5. Provided: " + alpha);
    }
    if (leastNights < 1 || leastRows < 1 || lastNight < leastNights) {
      throw new IllegalArgumentException(
          "At least %s nights and %s rows, the last night %s: give 1 or more, the last not earlier"
              .formatted(leastNights, leastRows, lastNight));
    }
  }

  /** What to do. */
  public Advice advise(Evidence evidence) {
    List<Ground> exceeded =
        evidence.limits().stream()
            .filter(limit -> limit.lower() > limit.limit())
            .map(
                limit ->
                    new Ground(Reason.LIMIT_EXCEEDED, limit.metric(), limit.lower(), limit.limit()))
            .toList();
    if (!exceeded.isEmpty()) {
      return new Advice(Action.ROLL_BACK, exceeded);
    }
    List<Ground> unfit = unfit(evidence);
    return unfit.isEmpty() ? byGates(evidence) : new Advice(Action.HOLD, unfit);
  }

  private List<Ground> unfit(Evidence evidence) {
    List<Ground> grounds = new ArrayList<>();
    if (!evidence.armsAsWanted()) {
      grounds.add(new Ground(Reason.ARMS_UNEVEN, "", evidence.rows(), Double.NaN));
    }
    if (evidence.nightCount() < leastNights) {
      grounds.add(new Ground(Reason.TOO_FEW_NIGHTS, "", evidence.nightCount(), leastNights));
    }
    if (evidence.rows() < leastRows) {
      grounds.add(new Ground(Reason.TOO_FEW_ROWS, "", evidence.rows(), leastRows));
    }
    return grounds;
  }

  private Advice byGates(Evidence evidence) {
    List<Ground> grounds =
        evidence.gates().stream().map(gate -> ground(gate, evidence.gates().size())).toList();
    if (grounds.stream().anyMatch(ground -> ground.reason() == Reason.WORSE)) {
      return new Advice(Action.ROLL_BACK, grounds);
    }
    if (grounds.stream().allMatch(ground -> ground.reason() == Reason.WITHIN_MARGIN)) {
      return new Advice(Action.KEEP, grounds);
    }
    return evidence.nightCount() < lastNight
        ? new Advice(Action.HOLD, grounds)
        : onTheLastNight(evidence.gates());
  }

  private Ground ground(Gate gate, int gates) {
    // A one-sided error of α is a two-sided interval of 2α.
    Interval interval = gate.nights().withAlpha(2 * alpha / gates).interval();
    if (interval.high() < 0) {
      double saving = gate.loss().saving();
      return saving > 0
          ? new Ground(Reason.WORSE, gate.metric(), interval.high(), 0)
          : new Ground(Reason.NOT_WORTH_IT, gate.metric(), saving, 0);
    }
    return new Ground(
        interval.low() > -gate.margin() ? Reason.WITHIN_MARGIN : Reason.UNDECIDED,
        gate.metric(),
        interval.low(),
        -gate.margin());
  }

  private static Advice onTheLastNight(List<Gate> gates) {
    List<Ground> grounds =
        gates.stream()
            .map(gate -> new Ground(Reason.LAST_NIGHT, gate.metric(), gate.loss().saving(), 0))
            .toList();
    boolean saves = grounds.stream().anyMatch(ground -> ground.value() > 0);
    return new Advice(saves ? Action.ROLL_BACK : Action.KEEP, grounds);
  }
}

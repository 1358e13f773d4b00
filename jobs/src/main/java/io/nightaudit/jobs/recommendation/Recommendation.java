package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What is recommended for one route on one night.
 *
 * @param id the same on every night on which it is made, see {@link RecommendationId}
 * @param epochDay the night
 * @param route what callers ask for; all traffic where a finding belongs to no route
 * @param slice the slice that opened the question; the route itself where none did
 * @param action keep, hold, investigate or roll back
 * @param fromRelease the release that serves now, empty where it is not known
 * @param toRelease the last known good release, empty where there is none to go back to
 * @param grade of the evidence: A concurrent, B against unaffected traffic, C before and after, or
 *     none
 * @param title what a person reads first
 * @param effect the size of the effect, where one was estimated
 * @param reasons why, in sentences
 * @param conditions what a rollback needs, and whether it holds
 * @param placebos the same estimate at dates without a release
 * @param objections what speaks against it
 * @param alternatives what else can be done
 * @param findings ids of the findings behind it
 * @param loss what it is expected to cost to keep the release, where an effect was estimated
 * @param decision what two releases in the same nights were decided by, where there were two
 * @param evidenceFreeze hash of the evidence that a rollback rests on, see {@link EvidenceFreeze};
 *     empty for anything else
 */
public record Recommendation(
    String id,
    long epochDay,
    Slice route,
    Slice slice,
    Action action,
    String fromRelease,
    String toRelease,
    Grade grade,
    String title,
    Optional<Effect> effect,
    List<String> reasons,
    List<Condition> conditions,
    List<Placebo> placebos,
    List<Objection> objections,
    List<String> alternatives,
    List<String> findings,
    Optional<Loss> loss,
    Optional<Decision> decision,
    String evidenceFreeze)
    implements Serializable {
  public Recommendation {
    reasons = List.copyOf(reasons);
    conditions = List.copyOf(conditions);
    placebos = List.copyOf(placebos);
    objections = List.copyOf(objections);
    alternatives = List.copyOf(alternatives);
    findings = List.copyOf(findings);
  }

  /** The same with the hash of its evidence. */
  Recommendation frozen(String evidence) {
    return new Recommendation(
        id,
        epochDay,
        route,
        slice,
        action,
        fromRelease,
        toRelease,
        grade,
        title,
        effect,
        reasons,
        conditions,
        placebos,
        objections,
        alternatives,
        findings,
        loss,
        decision,
        evidence);
  }

  /** How far evidence bears. */
  public enum Grade {
    A,
    B,
    C,
    NONE
  }

  /**
   * The size of an effect, with the mix held at that of the nights before.
   *
   * @param metric the gate metric
   * @param value after minus before, in the unit; for grade A the later release minus the earlier
   * @param after values after
   * @param before values before
   * @param since the night of the release change; for grade A the first night of both
   * @param material the material limit, in the unit
   */
  public record Effect(
      String metric,
      double value,
      double low,
      double high,
      String unit,
      long after,
      long before,
      long since,
      double material)
      implements Serializable {}

  /** One condition of a rollback. */
  public record Condition(String name, boolean holds, String text) implements Serializable {}

  /** The same estimate at a date without a release. */
  public record Placebo(long epochDay, double effect) implements Serializable {}

  /**
   * Expected costs, in days of a harm of one material limit.
   *
   * @param keep of keeping the release until a mended one would go out; negative where it is better
   * @param rollback of a rollback, as the policy says
   * @param days until a mended one would go out
   */
  public record Loss(double keep, double rollback, int days) implements Serializable {
    /** The unit of both. */
    public static final String UNIT = "days of a harm of one material limit";

    /** Of one more night. */
    public double nightly() {
      return keep / days;
    }
  }

  /**
   * What two releases that served the same nights were decided by.
   *
   * @param later the release that was judged
   * @param earlier the release that it was judged by
   * @param nights nights that both served
   * @param laterRows values of the later one in them
   * @param earlierRows values of the earlier one in them
   * @param sampleRatio p-value of the traffic against the planned shares, NaN if none were planned
   * @param gates the gate metrics
   */
  public record Decision(
      String later,
      String earlier,
      int nights,
      long laterRows,
      long earlierRows,
      double sampleRatio,
      List<GateLine> gates)
      implements Serializable {
    public Decision {
      gates = List.copyOf(gates);
    }
  }

  /**
   * One gate metric of such a decision.
   *
   * @param difference later minus earlier at the mix of the earlier, in the unit
   * @param low lower end of its interval, valid on every night
   * @param high upper end
   * @param material the material limit, in the unit
   * @param loss expected cost of keeping
   */
  public record GateLine(
      String metric,
      double difference,
      double low,
      double high,
      String unit,
      double material,
      double loss)
      implements Serializable {}
}

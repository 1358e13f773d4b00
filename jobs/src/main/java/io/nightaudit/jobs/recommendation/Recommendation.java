package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What is recommended for one route on one night.
 *
 * @param id hash of route and night
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
 * @param against what speaks against it
 * @param alternatives what else can be done
 * @param findings ids of the findings behind it
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
    List<String> against,
    List<String> alternatives,
    List<String> findings)
    implements Serializable {
  public Recommendation {
    reasons = List.copyOf(reasons);
    conditions = List.copyOf(conditions);
    placebos = List.copyOf(placebos);
    against = List.copyOf(against);
    alternatives = List.copyOf(alternatives);
    findings = List.copyOf(findings);
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
   * @param value after minus before, in the unit
   * @param after values after
   * @param before values before
   * @param since the night of the release change
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
}

package io.nightaudit.jobs.profile.review;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.ReviewPolicy;
import io.nightaudit.jobs.profile.review.Stratum.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which strata of a night can be drawn from, and why the others cannot.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param size how many interactions are drawn from each stratum
 * @param rules the strata, in order
 * @param absent strata that the night lacks something for, with the reason
 * @param scores the names of the scores of an interaction, in order
 */
public record ReviewPlan(
    long epochDay,
    int size,
    List<StratumRule> rules,
    SortedMap<Stratum, String> absent,
    List<String> scores)
    implements Serializable {
  public ReviewPlan {
    rules = List.copyOf(rules);
    absent = Collections.unmodifiableSortedMap(new TreeMap<>(absent));
    scores = List.copyOf(scores);
  }

  /** The plan of a night; costs are known where there are prices. */
  public static ReviewPlan of(
      long epochDay, Policy policy, InteractionSchema schema, boolean priced) {
    Builder builder = new Builder(policy, schema);
    builder.addIf(Column.GUARDRAILS, StratumRule.flag(Kind.GUARDRAIL_HIT));
    builder.addScores();
    builder.addIf(Column.FEEDBACK, StratumRule.flag(Kind.LOW_FEEDBACK));
    ReviewPolicy review = policy.review();
    builder.addIf(Column.PROMPT, StratumRule.tail(Kind.NEW_TERMS, review.unlistedWords()));
    StratumRule cost = StratumRule.tail(Kind.HIGH_COST, review.highCosts());
    builder.addIf(priced ? Column.INTERACTION_ID : Column.REPORTED_COST, cost);
    builder.add(StratumRule.flag(Kind.RANDOM));
    return new ReviewPlan(
        epochDay, review.perStratum(), builder.rules, builder.absent, schema.scores());
  }

  /** An empty sample for each stratum. */
  public ReviewSampler sampler() {
    return new ReviewSampler(this);
  }

  private static final class Builder {
    private final Policy policy;
    private final InteractionSchema schema;
    private final List<StratumRule> rules = new ArrayList<>();
    private final SortedMap<Stratum, String> absent = new TreeMap<>();

    Builder(Policy policy, InteractionSchema schema) {
      this.policy = policy;
      this.schema = schema;
    }

    /** Without ids there is nothing to hand to a person. */
    void add(StratumRule rule) {
      addIf(Column.INTERACTION_ID, rule);
    }

    void addIf(Column needed, StratumRule rule) {
      if (lacks(Column.INTERACTION_ID)) {
        lacking(rule.stratum(), Column.INTERACTION_ID);
      } else if (lacks(needed)) {
        lacking(rule.stratum(), needed);
      } else {
        rules.add(rule);
      }
    }

    private boolean lacks(Column column) {
      return schema.position(column) < 0;
    }

    private void lacking(Stratum stratum, Column column) {
      absent.put(stratum, "the archive has no column " + column.id());
    }

    /** A score without a direction of harm has no low end. */
    void addScores() {
      Stratum none = Stratum.of(Kind.LOW_SCORE);
      if (schema.scores().isEmpty()) {
        lacking(none, Column.SCORES);
        return;
      }
      for (int i = 0; i < schema.scores().size(); i++) {
        addScore(schema.scores().get(i), i);
      }
      if (rules.stream().noneMatch(rule -> rule.stratum().kind() == Kind.LOW_SCORE)
          && !lacks(Column.INTERACTION_ID)) {
        absent.put(none, "the policy names no direction of harm for any score");
      }
    }

    private void addScore(String name, int position) {
      Harm harm = policy.of(new Measure(Metric.SCORES, name)).harm();
      if (harm != Harm.NEITHER) {
        boolean yesOrNo = schema.booleanScores().contains(name);
        double share = yesOrNo ? Double.NaN : policy.review().lowScores();
        add(new StratumRule(new Stratum(Kind.LOW_SCORE, name), position, yesOrNo, harm, share));
      }
    }
  }
}

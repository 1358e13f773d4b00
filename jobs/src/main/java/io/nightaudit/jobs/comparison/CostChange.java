package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.attribution.CostBridge;
import io.nightaudit.metrics.attribution.LogMeanDivisia;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The change of a cost in terms of its factors: how many interactions (for the cost of a night),
 * which parts they fall into, how many tokens one takes, and what a token costs, all meters
 * together. Where tokens are not known, cost per interaction stands for the last two.
 *
 * @param bridge the factors; effects, entry and exit add up to the change
 */
public record CostChange(CostBridge bridge) {
  /** Interactions of a night. */
  public static final String VOLUME = "volume";

  /** Shares of the parts. */
  public static final String MIX = "mix";

  /** Tokens of an interaction. */
  public static final String TOKENS = "tokens";

  /** Price of a token. */
  public static final String PRICE = "price";

  /** Cost of an interaction, where tokens are not known. */
  public static final String RATE = "cost_per_interaction";

  /** Parts that came or went. */
  public static final String PARTS = "parts";

  /** One part: costs and tokens of single interactions by night. */
  record Part(SortedMap<Long, StratumMoments> costs, SortedMap<Long, StratumMoments> tokens) {}

  /**
   * The factors of a change.
   *
   * @param total whether it is the cost of a night, or that of an interaction
   */
  static CostChange of(List<Part> parts, ChangeNights nights, boolean total) {
    boolean tokens =
        parts.stream()
            .allMatch(part -> priced(part, nights.before()) && priced(part, nights.after()));
    List<String> factors = new ArrayList<>(total ? List.of(VOLUME, MIX) : List.of(MIX));
    factors.addAll(tokens ? List.of(TOKENS, PRICE) : List.of(RATE));
    return new CostChange(
        LogMeanDivisia.of(
            factors,
            rows(parts, nights.before(), total, tokens),
            rows(parts, nights.after(), total, tokens)));
  }

  /** Whether tokens explain the cost of a part where it has one. */
  private static boolean priced(Part part, List<Long> nights) {
    StratumMoments costs = MixSplit.pooled(part.costs(), nights);
    return costs.n() == 0 || costs.mean() == 0 || MixSplit.pooled(part.tokens(), nights).mean() > 0;
  }

  private static double[][] rows(
      List<Part> parts, List<Long> nights, boolean total, boolean tokens) {
    double all = parts.stream().mapToLong(part -> MixSplit.pooled(part.costs(), nights).n()).sum();
    return parts.stream()
        .map(part -> row(part, nights, all, total, tokens))
        .toArray(double[][]::new);
  }

  private static double[] row(
      Part part, List<Long> nights, double all, boolean total, boolean tokens) {
    StratumMoments costs = MixSplit.pooled(part.costs(), nights);
    List<Double> factors = new ArrayList<>();
    if (total) {
      factors.add(all / nights.size());
    }
    factors.add(all == 0 ? 0 : costs.n() / all);
    if (tokens) {
      double used = MixSplit.pooled(part.tokens(), nights).mean();
      factors.add(used);
      factors.add(used == 0 ? 0 : costs.mean() / used);
    } else {
      factors.add(costs.mean());
    }
    return factors.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What came from a factor, by its name; 0 for one that this bridge does not have. */
  public double effect(String factor) {
    return factors().getOrDefault(factor, 0.0);
  }

  /** All factors by name; they add up to the change. */
  public SortedMap<String, Double> factors() {
    SortedMap<String, Double> factors = new TreeMap<>();
    bridge.effects().forEach(effect -> factors.put(effect.factor(), effect.value()));
    if (bridge.entry() != 0 || bridge.exit() != 0) {
      factors.put(PARTS, bridge.entry() + bridge.exit());
    }
    return factors;
  }
}

package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class AttributionLawsTest {
  private static final List<String> FACTORS = List.of("volume", "mix", "tokens", "price");

  /** Factors of segments before and now, some of them 0. */
  record Costs(double[][] before, double[][] now) {
    /** The largest sum of products on any way from before to now, which rounding goes with. */
    double reach() {
      double reach = 0;
      for (int s = 0; s < before.length; s++) {
        double product = 1;
        for (int f = 0; f < before[s].length; f++) {
          product *= Math.max(before[s][f], now[s][f]);
        }
        reach += product;
      }
      return reach;
    }
  }

  @Provide
  Arbitrary<Costs> costs() {
    Arbitrary<Double> positive = Arbitraries.doubles().between(-6, 6).map(x -> Math.pow(10, x));
    Arbitrary<Double> factor =
        Arbitraries.frequencyOf(
            Tuple.of(12, positive),
            Tuple.of(1, Arbitraries.just(0.0)),
            Tuple.of(2, Arbitraries.just(1.0)));
    Arbitrary<double[]> row = factor.array(double[].class).ofSize(FACTORS.size());
    return Arbitraries.integers()
        .between(0, 6)
        .flatMap(
            size -> {
              Arbitrary<double[][]> rows = row.array(double[][].class).ofSize(size);
              return Combinators.combine(rows, rows).as(Costs::new);
            });
  }

  @Property(seed = "71", edgeCases = EdgeCasesMode.NONE)
  void bridge_terms_sumToTheTotal(@ForAll("costs") Costs costs) {
    for (CostBridge bridge : bridges(costs)) {
      double sum = bridge.entry() + bridge.exit();
      double size = costs.reach();
      for (CostBridge.Effect effect : bridge.effects()) {
        sum += effect.value();
        size += Math.abs(effect.value());
      }
      assertThat(sum).isCloseTo(bridge.total(), within(1e-12 * size));
    }
  }

  @Property(seed = "72", edgeCases = EdgeCasesMode.NONE)
  void bridge_timeReversed_changesSign(@ForAll("costs") Costs costs) {
    Costs reversed = new Costs(costs.now(), costs.before());
    for (int method = 0; method < 2; method++) {
      CostBridge bridge = bridges(costs).get(method);
      CostBridge back = bridges(reversed).get(method);
      assertThat(back.total()).isEqualTo(0 - bridge.total());
      assertThat(back.entry()).isEqualTo(0 - bridge.exit());
      for (int f = 0; f < FACTORS.size(); f++) {
        assertThat(back.effects().get(f).value())
            .isCloseTo(-bridge.effects().get(f).value(), within(1e-12 * costs.reach()));
      }
    }
  }

  /** The logarithmic mean is symmetric to the last bit, and so is the index. */
  @Property(seed = "73", edgeCases = EdgeCasesMode.NONE)
  void logMeanDivisia_timeReversed_changesSignExactly(@ForAll("costs") Costs costs) {
    CostBridge bridge = LogMeanDivisia.of(FACTORS, costs.before(), costs.now());
    CostBridge back = LogMeanDivisia.of(FACTORS, costs.now(), costs.before());
    for (int f = 0; f < FACTORS.size(); f++) {
      assertThat(back.effects().get(f).value() + bridge.effects().get(f).value()).isZero();
    }
  }

  @Property(seed = "74", edgeCases = EdgeCasesMode.NONE)
  void bridge_otherOrderOrSplitSegments_isTheSame(
      @ForAll("costs") Costs costs, @ForAll @IntRange(min = 1, max = 3) int parts) {
    Costs split = new Costs(split(costs.before(), parts), split(costs.now(), parts));
    for (int method = 0; method < 2; method++) {
      CostBridge whole = bridges(costs).get(method);
      CostBridge pieces = bridges(split).get(method);
      for (int f = 0; f < FACTORS.size(); f++) {
        assertThat(pieces.effects().get(f).value())
            .isCloseTo(whole.effects().get(f).value(), within(1e-12 * costs.reach()));
      }
      assertThat(pieces.entry()).isCloseTo(whole.entry(), within(1e-12 * costs.reach()));
      assertThat(pieces.exit()).isCloseTo(whole.exit(), within(1e-12 * costs.reach()));
    }
  }

  /** A factor that changes alone takes all the change, by either method. */
  @Property(seed = "75", edgeCases = EdgeCasesMode.NONE)
  void bridge_oneFactorChanges_takesAll(
      @ForAll("costs") Costs costs, @ForAll @IntRange(min = 1, max = 50) int times) {
    double[][] now = new double[costs.before().length][];
    for (int s = 0; s < now.length; s++) {
      now[s] = costs.before()[s].clone();
      now[s][2] *= times;
    }
    for (CostBridge bridge : bridges(new Costs(costs.before(), now))) {
      assertThat(bridge.effect("tokens"))
          .isCloseTo(bridge.total(), within(1e-12 * (1 + times) * costs.reach()));
      assertThat(bridge.effect("price")).isZero();
    }
  }

  @Property(seed = "76", edgeCases = EdgeCasesMode.NONE)
  void logMean_any_liesBetweenGeometricAndArithmeticMean(
      @ForAll @LongRange(min = 1) long first, @ForAll @LongRange(min = 1) long second) {
    double mean = LogMeanDivisia.logMean(first, second);
    double slack = 1 + 1e-14;
    assertThat(mean).isBetween(Math.sqrt(first) * Math.sqrt(second) / slack, middle(first, second));
  }

  @Property(seed = "77", edgeCases = EdgeCasesMode.NONE)
  void shapley_anyGame_keepsItsAxioms(
      @ForAll @IntRange(min = 2, max = 6) int players, @ForAll long seed) {
    double[] worth = new SplittableRandom(seed).doubles(1L << players, -10, 10).toArray();
    double[] values = Shapley.values(players, subset -> worth[subset]);
    assertThat(Arrays.stream(values).sum())
        .isCloseTo(worth[worth.length - 1] - worth[0], within(1e-11));

    // Player 0 adds 3 wherever it joins: a dummy has exactly that.
    double[] dummy =
        Shapley.values(players, subset -> worth[subset & ~1] + ((subset & 1) == 1 ? 3 : 0));
    assertThat(dummy[0]).isCloseTo(3, within(1e-11));
    double[] none = Shapley.values(players, subset -> worth[subset & ~1]);
    assertThat(none[0]).isZero();

    // Players 0 and 1 are alike.
    double[] alike = Shapley.values(players, s -> worth[(s & 3) == 2 ? s ^ 3 : s]);
    assertThat(alike[0]).isCloseTo(alike[1], within(1e-11));

    double[] twice = Shapley.values(players, subset -> 2 * worth[subset] + subset);
    for (int i = 0; i < players; i++) {
      assertThat(twice[i]).isCloseTo(2 * values[i] + (1 << i), within(1e-11));
    }
  }

  @Property(seed = "78", edgeCases = EdgeCasesMode.NONE)
  void kitagawa_any_sumsReversesAndSplits(
      @ForAll @IntRange(min = 1, max = 8) int size, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] sides = new double[4][];
    for (int i = 0; i < 4; i++) {
      sides[i] = random.doubles(size, i % 2 == 0 ? 0.1 : -10, 10).toArray();
    }
    // Some strata are absent on one side.
    for (int s = 1; s < size; s++) {
      int side = random.nextInt(4);
      if (side < 2) {
        sides[2 * side][s] = 0;
        sides[2 * side + 1][s] = Double.NaN;
      }
    }
    Kitagawa split = Kitagawa.of(sides[0], sides[1], sides[2], sides[3]);
    assertThat(split.total())
        .isCloseTo(mean(sides[2], sides[3]) - mean(sides[0], sides[1]), within(1e-12));
    assertThat(Arrays.stream(split.mixes()).sum()).isCloseTo(split.mix(), within(1e-12));
    Kitagawa back = Kitagawa.of(sides[2], sides[3], sides[0], sides[1]);
    assertThat(back.mix()).isCloseTo(-split.mix(), within(1e-12));
    assertThat(back.within()).isCloseTo(-split.within(), within(1e-12));
    Kitagawa parts =
        Kitagawa.of(
            halves(sides[0], .5), halves(sides[1], 1), halves(sides[2], .5), halves(sides[3], 1));
    assertThat(parts.mix()).isCloseTo(split.mix(), within(1e-12));
    assertThat(parts.within()).isCloseTo(split.within(), within(1e-12));
  }

  private static List<CostBridge> bridges(Costs costs) {
    return List.of(
        LogMeanDivisia.of(FACTORS, costs.before(), costs.now()),
        Shapley.of(FACTORS, costs.before(), costs.now()));
  }

  /** Each segment as equal parts of its share, in reverse order. */
  private static double[][] split(double[][] rows, int parts) {
    double[][] split = new double[rows.length * parts][];
    for (int i = 0; i < split.length; i++) {
      split[split.length - 1 - i] = rows[i / parts].clone();
      split[split.length - 1 - i][1] /= parts;
    }
    return split;
  }

  /** Each value twice, in reverse order, times a factor. */
  private static double[] halves(double[] values, double factor) {
    double[] halves = new double[2 * values.length];
    for (int i = 0; i < halves.length; i++) {
      halves[halves.length - 1 - i] = values[i / 2] * factor;
    }
    return halves;
  }

  private static double middle(double first, double second) {
    return (first + second) / 2 * (1 + 1e-14);
  }

  private static double mean(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] == 0 ? 0 : weights[i] * values[i];
    }
    return sum / Arrays.stream(weights).sum();
  }
}

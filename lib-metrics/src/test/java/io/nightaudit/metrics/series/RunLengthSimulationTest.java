package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.metrics.interval.BinomialInterval;
import io.nightaudit.metrics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Promised rates of false alarms, kept by simulation. Seeded; the bands hold the interval of a
 * larger simulation and the Monte-Carlo error of the small one here.
 */
class RunLengthSimulationTest {
  /** Chance that an interval below misses a true share, for one that is exactly at a bound. */
  private static final double CONFIDENCE = 0.999;

  private static final int LEARNING = 14;
  private static final int NIGHTS = 360;

  /** Noise of about unit deviation; AR(.3) and normal, Student's t with 4 degrees, exponential. */
  enum Noise {
    NORMAL {
      @Override
      double next(Random random, double previous) {
        return random.nextGaussian();
      }
    },
    STUDENT_4 {
      @Override
      double next(Random random, double previous) {
        double squares = 0;
        for (int i = 0; i < 4; i++) {
          double value = random.nextGaussian();
          squares += value * value;
        }
        return random.nextGaussian() / Math.sqrt(squares / 4) / Math.sqrt(2);
      }
    },
    EXPONENTIAL {
      @Override
      double next(Random random, double previous) {
        return -Math.log(1 - random.nextDouble()) - 1;
      }
    },
    AUTOREGRESSIVE {
      @Override
      double next(Random random, double previous) {
        return 0.3 * previous + Math.sqrt(1 - 0.09) * random.nextGaussian();
      }
    };

    abstract double next(Random random, double previous);

    double[] series(int size, long seed) {
      Random random = new Random(seed);
      double[] values = new double[size];
      double previous = random.nextGaussian();
      for (int i = 0; i < size; i++) {
        previous = next(random, previous);
        values[i] = previous;
      }
      return values;
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Mean run length promised; share of streams with an alarm within 360 nights, 1,500 runs each
    // (95 % interval). A geometric run length promises .622 and .302.
    "NORMAL, 370, .624", // .599 to .648
    "STUDENT_4, 370, .681", // .657 to .704
    "AUTOREGRESSIVE, 370, .718", // .695 to .740
    "NORMAL, 1000, .289", // .267 to .313
    "STUDENT_4, 1000, .363", // .339 to .388
    "AUTOREGRESSIVE, 1000, .371" // .347 to .395
  })
  void selfStartingScore_noChange_alarmsAsOftenAsMeasured(
      Noise noise, double runLength, double measured) {
    int runs = 100;
    int alarms = streamsWithEwmaAlarm(noise, runLength, runs);
    assertHolds(alarms, runs, measured);
  }

  private static int streamsWithEwmaAlarm(Noise noise, double runLength, int runs) {
    double limit = EwmaLimit.forRunLength(0.1, runLength);
    SelfStartingScore score =
        SelfStartingScore.with(ScoreOptions.defaults().withLimits(limit, 100));
    return (int)
        IntStream.range(0, runs)
            .filter(
                run ->
                    score.replay(nights(noise.series(LEARNING + NIGHTS, 50_000 + run))).stream()
                        .anyMatch(ScoredNight::ewmaAlarm))
            .count();
  }

  @ParameterizedTest
  @CsvSource({
    // Share of streams with an alarm within 360 nights, 6,000 runs each (95 % interval). The table
    // of SpikeLimit promises .095 at 2.5 and .024 at 2.8: kept for normal and t noise, not for
    // purely exponential noise.
    "NORMAL, 2.5, .0003", // .0001 to .0012
    "STUDENT_4, 2.5, .058", // .052 to .064
    "STUDENT_4, 2.8, .014", // .011 to .017
    "EXPONENTIAL, 2.5, .297", // .286 to .309
    "EXPONENTIAL, 2.8, .110" // .102 to .118
  })
  void spikeRule_noChange_alarmsAsOftenAsMeasured(Noise noise, double limit, double measured) {
    int runs = 120;
    assertHolds(streamsWithSpike(noise, limit, runs), runs, measured);
  }

  private static int streamsWithSpike(Noise noise, double limit, int runs) {
    SelfStartingScore score =
        SelfStartingScore.with(ScoreOptions.defaults().withLimits(100, limit));
    return (int)
        IntStream.range(0, runs)
            .filter(
                run ->
                    score.replay(nights(noise.series(LEARNING + NIGHTS, 90_000 + run))).stream()
                        .anyMatch(ScoredNight::spikeAlarm))
            .count();
  }

  /** The step of the table, from the night after the history on, is found in four of five. */
  @ParameterizedTest
  @CsvSource({
    "1000, 7, 14",
    "100000, 14, 14",
    "10000, 7, 28",
    "1000000, 28, 28",
    "10000, 14, 56",
    "1000, 28, 112"
  })
  void minimumDetectableChange_itsStep_isFoundInFourOfFive(
      double runLength, int nights, int history) {
    double step = MinimumDetectableChange.inDeviations(runLength, nights, history);
    double limit = EwmaLimit.forRunLength(0.1, runLength);
    SelfStartingScore score =
        SelfStartingScore.with(ScoreOptions.defaults().withLimits(limit, 100));
    int quiet = 0;
    int found = 0;
    for (int run = 0; run < 250; run++) {
      double[] values = Noise.NORMAL.series(history + nights, 130_000 + run);
      for (int i = history; i < values.length; i++) {
        values[i] += step;
      }
      List<ScoredNight> scored = score.replay(nights(values));
      boolean before = scored.subList(0, history).stream().anyMatch(ScoredNight::ewmaAlarm);
      quiet += before ? 0 : 1;
      found += !before && scored.stream().anyMatch(ScoredNight::ewmaAlarm) ? 1 : 0;
    }
    assertHolds(found, quiet, 0.8);
  }

  /** The Wilson interval of the small run holds the share of the large one. */
  private static void assertHolds(int alarms, int runs, double measured) {
    Interval interval = BinomialInterval.WILSON.of(alarms, runs, CONFIDENCE);
    assertThat(interval.contains(measured))
        .as("%s alarms in %s runs, interval %s, measured %s", alarms, runs, interval, measured)
        .isTrue();
  }

  private static List<Night> nights(double[] values) {
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      nights.add(new Night(19_000 + i, values[i], 1e-3, false));
    }
    return nights;
  }

  /** Charts and integral equations know nothing of each other. */
  @Test
  void charts_normalScores_keepTheRunLengthOfTheEquation() {
    assertRunLength(
        scores -> firstAlarm(Cusum.with(0.5, 3).chart(scores), Cusum.Point::alarm),
        CusumLimit.twoSided(0.5).averageRunLength(3, 0));
    assertRunLength(
        scores -> firstAlarm(Ewma.with(0.1, 2).chart(scores), Ewma.Point::alarm),
        EwmaLimit.averageRunLength(0.1, 2, 0));
  }

  /** 1,500 run lengths; four standard errors, so wrong once in 16,000 seeds. */
  private static void assertRunLength(ToIntFunction<double[]> firstAlarm, double expected) {
    double[] lengths =
        IntStream.range(0, 1500)
            .mapToDouble(run -> firstAlarm.applyAsInt(Noise.NORMAL.series(1500, 10 + run)))
            .toArray();
    double mean = IntStream.range(0, 1500).mapToDouble(i -> lengths[i]).average().orElseThrow();
    double squares =
        IntStream.range(0, 1500).mapToDouble(i -> (lengths[i] - mean) * (lengths[i] - mean)).sum();
    double error = Math.sqrt(squares / 1499 / 1500);
    assertThat(Math.abs(mean - expected)).as("mean %s of %s", mean, expected).isLessThan(4 * error);
  }

  /**
   * The lower 99.9 % limit of the mean run length is above the promise of 60 nights, for each noise
   * that has mean 0 given its past once clipped.
   */
  @ParameterizedTest
  @CsvSource({"NORMAL", "STUDENT_4"})
  void eDetector_noChange_runsLongerThanPromised(Noise noise) {
    EDetector detector = EDetector.withRunLength(60);
    int runs = 1200;
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < runs; run++) {
      double length =
          firstAlarm(detector.chart(noise.series(600, 70_000 + run)), EDetector.Point::alarm);
      sum += length;
      squares += length * length;
    }
    double mean = sum / runs;
    double error = Math.sqrt((squares / runs - mean * mean) / (runs - 1));
    assertThat(mean - 3.09 * error).as("mean %s, error %s", mean, error).isGreaterThan(60);
  }

  private static <T> int firstAlarm(List<T> points, Predicate<T> alarm) {
    for (int i = 0; i < points.size(); i++) {
      if (alarm.test(points.get(i))) {
        return i + 1;
      }
    }
    return points.size();
  }
}

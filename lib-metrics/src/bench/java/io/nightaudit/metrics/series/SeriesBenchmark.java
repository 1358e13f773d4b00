package io.nightaudit.metrics.series;

import io.nightaudit.metrics.Measured;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Microseconds to judge one stream of 400 nights, and to solve a limit, which is done once. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SeriesBenchmark extends Measured {
  private static final int NIGHTS = 400;

  private final Random random = new Random(4);
  private final double[] values = random.doubles(NIGHTS).toArray();
  private final List<Night> nights =
      IntStream.range(0, NIGHTS).mapToObj(i -> new Night(i, values[i], 0.01, false)).toList();
  private final SelfStartingScore score = SelfStartingScore.withDefaults();

  @Benchmark
  public Object selfStartingScore() {
    return score.replay(nights);
  }

  @Benchmark
  public Object changePoints() {
    return ChangePoint.pelt(values);
  }

  @Benchmark
  public Object senSlope() {
    return SenSlope.of(values, 0.95);
  }

  @Benchmark
  public double ewmaLimit() {
    return EwmaLimit.forRunLength(0.1, 6_000);
  }
}

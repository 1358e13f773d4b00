package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.series.ChangeShape;
import io.nightaudit.metrics.series.SenSlope;
import java.util.List;
import java.util.Optional;

/**
 * How fast a stream moved: in a step or in a slope, by the shape that fits the nights from two
 * weeks before it began. The slope is the median one of the nights since it began to slope; one
 * that could be level is none.
 */
final class ChangeSpeed {
  private static final int NIGHTS_BEFORE = 28;
  private static final int WEEK = 7;
  private static final double CONFIDENCE = 0.95;

  private ChangeSpeed() {}

  static Optional<Explanation.Speed> of(ComparedStream stream, long began, long night) {
    List<StreamNight> nights = nights(stream, began - NIGHTS_BEFORE, night);
    ChangeShape shape = ChangeShape.of(days(nights), values(nights), began);
    return switch (shape.kind()) {
      case NONE -> Optional.empty();
      case STEP -> Optional.of(step(shape));
      case SLOPE -> slope(shape, nights);
    };
  }

  /** The nights that meant what tonight means. */
  private static List<StreamNight> nights(ComparedStream stream, long from, long night) {
    String definition = stream.nights().get(night).definition();
    return stream.nights().subMap(from, night + 1).values().stream()
        .filter(each -> each.definition().equals(definition))
        .filter(each -> Double.isFinite(each.value()))
        .toList();
  }

  private static Explanation.Speed step(ChangeShape shape) {
    return new Explanation.Speed(false, (long) shape.start(), Double.NaN, Double.NaN, Double.NaN);
  }

  private static Optional<Explanation.Speed> slope(ChangeShape shape, List<StreamNight> nights) {
    List<StreamNight> since =
        nights.stream().filter(night -> night.epochDay() >= shape.start()).toList();
    SenSlope slope = SenSlope.of(days(since), values(since), CONFIDENCE);
    Interval interval = slope.interval();
    boolean level = interval.contains(0) || slope.slope() == 0;
    return level
        ? Optional.empty()
        : Optional.of(
            new Explanation.Speed(
                true,
                (long) shape.start() + 1,
                slope.slope() * WEEK,
                interval.low() * WEEK,
                interval.high() * WEEK));
  }

  private static double[] days(List<StreamNight> nights) {
    return nights.stream().mapToDouble(StreamNight::epochDay).toArray();
  }

  private static double[] values(List<StreamNight> nights) {
    return nights.stream().mapToDouble(StreamNight::value).toArray();
  }
}

package io.nightaudit.jobs.store;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;

/**
 * One figure of one night: a row of the table {@code measurements}. Numbers that do not exist are
 * NaN here and NULL there.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param slice the slice's key
 * @param metric the measure's name
 * @param family the measure's family
 * @param unit unit of the value
 * @param value tonight's value
 * @param n values behind it
 * @param numerator values that count, −1 where the value is no share
 * @param low lower end of the 95 % interval of the value
 * @param high upper end
 * @param y the value on the scale on which the stream is followed
 * @param variance sampling variance of y
 * @param definition hash of what the measure meant
 * @param verdict what is said of it
 * @param reason why
 * @param z tonight's score
 * @param ewma the moving average of the scores
 * @param history nights that the score knows
 * @param expected what the value was expected to be
 * @param expectedLow lower end of where 19 of 20 nights fall if nothing changes
 * @param expectedHigh upper end
 * @param distance how far the distribution lay from that of the nights before
 */
public record MeasurementRow(
    long epochDay,
    String slice,
    String metric,
    Family family,
    String unit,
    double value,
    long n,
    long numerator,
    double low,
    double high,
    double y,
    double variance,
    String definition,
    Verdict verdict,
    String reason,
    double z,
    double ewma,
    int history,
    double expected,
    double expectedLow,
    double expectedHigh,
    DailyDistance distance)
    implements Serializable {

  /** A figure with its judgement, and what the night teaches about its stream. */
  public static MeasurementRow of(
      Slice slice,
      Measure measure,
      long night,
      Evidence evidence,
      Judgement judgement,
      StreamNight daily) {
    return new MeasurementRow(
        night,
        slice.key(),
        measure.name(),
        measure.metric().family(),
        measure.metric().unit(),
        evidence.value(),
        evidence.n(),
        evidence.numerator(),
        evidence.low(),
        evidence.high(),
        evidence.y(),
        evidence.variance(),
        daily.definition(),
        judgement.verdict(),
        judgement.reason(),
        judgement.z(),
        judgement.ewma(),
        judgement.history(),
        judgement.expected(),
        judgement.low(),
        judgement.high(),
        daily.distance());
  }

  /** A figure that could not be computed, with the reason. */
  public static MeasurementRow notComputed(
      long night, Slice slice, Measure measure, String reason) {
    double none = Double.NaN;
    return new MeasurementRow(
        night,
        slice.key(),
        measure.name(),
        measure.metric().family(),
        measure.metric().unit(),
        none,
        0,
        -1,
        none,
        none,
        none,
        none,
        "",
        Verdict.NOT_COMPUTED,
        reason,
        none,
        none,
        0,
        none,
        none,
        none,
        DailyDistance.NONE);
  }
}

package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Observation;
import io.nightaudit.metrics.summary.LogHistogram;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** The values of one interaction as integer units, for measures that are one number of it. */
final class UnitValues {
  /** Digits that a mean of several answers has more than one answer. */
  private static final int MORE_DIGITS = 3;

  private static final int SHARE_SCALE = 6;

  private final Extraction[] extractions;

  UnitValues(MeasurePlan plan) {
    extractions = plan.measures().stream().map(plan::extraction).toArray(Extraction[]::new);
  }

  /** The measures of a plan that are one number of an interaction: quantities, shares, scores. */
  static List<Measure> of(MeasurePlan plan) {
    return plan.measures().stream().filter(measure -> isNumber(plan.extraction(measure))).toList();
  }

  private static boolean isNumber(Extraction extraction) {
    return extraction instanceof Extraction.Quantity || extraction instanceof Extraction.Share;
  }

  int size() {
    return extractions.length;
  }

  /** Decimal digits of the mean of a measure over the answers to a question. */
  int scale(int measure) {
    return extractions[measure] instanceof Extraction.Quantity quantity
        ? quantity.scale() + MORE_DIGITS
        : SHARE_SCALE;
  }

  /** Units of the mean for each unit of a value. */
  long unitsOfMean(int measure) {
    long units = 1;
    int digits = extractions[measure] instanceof Extraction.Quantity ? MORE_DIGITS : SHARE_SCALE;
    for (int i = 0; i < digits; i++) {
      units *= 10;
    }
    return units;
  }

  /** For each measure whether there is a value, then the value. */
  void write(Observation observation, DataOutputStream out) throws IOException {
    for (Extraction extraction : extractions) {
      if (extraction instanceof Extraction.Quantity quantity) {
        write(quantity, observation, out);
      } else if (extraction instanceof Extraction.Share share) {
        boolean among = share.among().test(observation);
        out.writeBoolean(among);
        if (among) {
          out.writeLong(share.holds().test(observation) ? 1 : 0);
        }
      }
    }
  }

  private static void write(
      Extraction.Quantity quantity, Observation observation, DataOutputStream out)
      throws IOException {
    double value = quantity.value().applyAsDouble(observation);
    out.writeBoolean(Double.isFinite(value));
    if (Double.isFinite(value)) {
      out.writeLong(LogHistogram.unitsOf(value, quantity.scale()));
    }
  }
}

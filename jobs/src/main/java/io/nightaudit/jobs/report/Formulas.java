package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import java.util.stream.Collectors;

/** How each kind of figure is computed, in one sentence. */
public final class Formulas {
  private static final String SHARE =
      "Interactions that count, divided by those that could; Wilson interval; change in points with Newcombe's interval; followed as arcsine of the root.";
  private static final String RATIO =
      "Sum of the values divided by their number; t interval; change as a ratio, its interval by the delta method; followed by its logarithm.";
  private static final String DIFFERENCE =
      "Sum of the values divided by their number; t interval; change as a difference with Welch's interval.";

  private Formulas() {}

  public static String of(Measure measure) {
    return sentence(measure) + columns(measure);
  }

  public static String of(Measure measure, Evidence evidence) {
    boolean share = evidence.numerator() >= 0;
    return (share ? SHARE : sentence(measure, evidence)) + columns(measure);
  }

  /** What a measure is, in one sentence. */
  public static String definition(Measure measure) {
    String unit = measure.metric().unit();
    boolean named = unit.equals("share") || unit.equals("mix") || unit.equals("score");
    return measure.title() + ": " + kind(measure) + (named ? "" : " In " + unit + ".");
  }

  private static String kind(Measure measure) {
    Extraction extraction = measure.metric().extraction();
    if (extraction instanceof Extraction.Share || extraction instanceof Extraction.ShareOfEach) {
      return "the share of interactions with it, among those where it can be told.";
    } else if (isMean(extraction)) {
      return "the mean over the interactions that have a value.";
    } else if (extraction instanceof Extraction.Terms) {
      return "how far the words of texts have moved from those of the nights before.";
    } else if (extraction instanceof Extraction.Distinct) {
      return "how many different ones there are.";
    } else if (extraction instanceof Extraction.Quantile quantile) {
      return "the value that a share of %s of the interactions does not exceed."
          .formatted(Quantity.SHARE.value(quantile.rank()));
    } else if (extraction instanceof Extraction.Total) {
      return "the sum over the interactions of the night.";
    }
    return extraction instanceof Extraction.Volume
        ? "the interactions of the night that are measured."
        : "how far the shares of its categories lie from those of the nights before.";
  }

  private static String sentence(Measure measure, Evidence evidence) {
    if (!isMean(measure.metric().extraction())) {
      return sentence(measure);
    }
    return evidence.change().kind() == Evidence.ChangeKind.RATIO ? RATIO : DIFFERENCE;
  }

  private static boolean isMean(Extraction extraction) {
    return extraction instanceof Extraction.Quantity || extraction instanceof Extraction.Score;
  }

  private static String sentence(Measure measure) {
    Extraction extraction = measure.metric().extraction();
    if (extraction instanceof Extraction.Share || extraction instanceof Extraction.ShareOfEach) {
      return SHARE;
    } else if (isMean(extraction)) {
      return "Sum of the values divided by their number.";
    } else if (extraction instanceof Extraction.Terms) {
      return "Mean of the 20 largest squared z-scores of the document frequencies of words and word pairs, against the nights before.";
    } else if (extraction instanceof Extraction.Distinct) {
      return "HyperLogLog estimate with 4,096 registers; standard error 1.6%.";
    } else if (extraction instanceof Extraction.Quantile) {
      return "Quantile read off the histogram, whose buckets are 2% wide; interval from the ranks.";
    } else if (extraction instanceof Extraction.Total) {
      return "Exact sum over the night's interactions.";
    }
    return extraction instanceof Extraction.Volume
        ? "Number of interactions kept."
        : "Jensen–Shannon distance (base 2, 0 to 1) between tonight's shares and those of the nights before; beside it, the distance that chance alone would give.";
  }

  private static String columns(Measure measure) {
    String columns =
        measure.metric().needs().stream().map(Column::id).collect(Collectors.joining(", "));
    return columns.isEmpty() ? "" : " From " + columns + ".";
  }
}

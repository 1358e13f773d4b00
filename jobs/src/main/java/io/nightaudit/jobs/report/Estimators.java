package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.report.FullForm.Estimator;
import java.util.List;

/** How each kind of figure is estimated and judged. */
final class Estimators {
  private static final String SCORE =
      "daily score against its own past: EWMA, and two nights of three";

  /** All of them, in the order of a report. */
  static final List<Estimator> ALL =
      List.of(
          new Estimator(
              "share",
              "Share",
              "interactions that count, divided by those that could",
              "Wilson, 95%",
              "points, Newcombe",
              SCORE + ", on the arcsine of the root"),
          new Estimator(
              "mean",
              "Mean",
              "exact sum of the values divided by their number",
              "t, 95%",
              "ratio by the delta method; difference by Welch where values may be 0 or below",
              SCORE + ", on its logarithm where values are above 0; its distribution by distance"),
          new Estimator(
              "quantile",
              "Quantile",
              "read off a histogram whose buckets are 2% wide",
              "from ranks, 95%",
              "ratio",
              SCORE),
          new Estimator(
              "total", "Total", "exact sum over the night’s interactions", "none", "ratio", SCORE),
          new Estimator("volume", "Count", "rows that were kept", "none", "ratio", SCORE),
          new Estimator(
              "distinct",
              "Different values",
              "HyperLogLog estimate with 4,096 registers, standard error 1.6%",
              "none",
              "ratio",
              SCORE),
          new Estimator(
              "mix",
              "Mix",
              "Jensen–Shannon distance, base 2, to the shares of the nights before",
              "none; beside it the distance by chance alone",
              "distance",
              SCORE + ", on the distance above chance; only a rise counts"),
          new Estimator(
              "terms",
              "Terms",
              "mean of the 20 largest squared z-scores of the document frequencies of words",
              "none",
              "distance",
              SCORE + "; only a rise counts"));

  private Estimators() {}

  static String idOf(Extraction extraction) {
    if (extraction instanceof Extraction.Share || extraction instanceof Extraction.ShareOfEach) {
      return "share";
    } else if (extraction instanceof Extraction.Quantity
        || extraction instanceof Extraction.Score) {
      return "mean";
    } else if (extraction instanceof Extraction.Quantile) {
      return "quantile";
    } else if (extraction instanceof Extraction.Total) {
      return "total";
    } else if (extraction instanceof Extraction.Volume) {
      return "volume";
    } else if (extraction instanceof Extraction.Distinct) {
      return "distinct";
    }
    return extraction instanceof Extraction.Terms ? "terms" : "mix";
  }
}

package io.nightaudit.jobs.sql;

import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.DistinctCount;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The functions of one row: name, arguments, result, and what they do. NULL in, NULL out. */
enum SummaryFunction {
  COUNT(
      "audit_count",
      "(summary) - values in a summary, without the missing ones",
      List.of(DataTypes.BinaryType),
      DataTypes.LongType,
      arguments -> summary(arguments, 0).count()),
  MISSING(
      "audit_missing",
      "(summary) - rows whose value was missing",
      List.of(DataTypes.BinaryType),
      DataTypes.LongType,
      arguments -> summary(arguments, 0).missing()),
  RATE(
      "audit_rate",
      "(summary) - successes over trials, from 0 to 1",
      List.of(DataTypes.BinaryType),
      DataTypes.DoubleType,
      arguments -> finite(of(Rate.class, arguments, 0, "audit_rate").value())),
  MEAN(
      "audit_mean",
      "(summary) - mean of a histogram, in the unit of its values",
      List.of(DataTypes.BinaryType),
      DataTypes.DoubleType,
      arguments -> finite(histogram(arguments, 0, "audit_mean").mean())),
  SUM(
      "audit_sum",
      "(summary) - exact sum of a histogram's values, as a decimal",
      List.of(DataTypes.BinaryType),
      DataTypes.createDecimalType(38, 12),
      arguments -> histogram(arguments, 0, "audit_sum").sum()),
  VARIANCE(
      "audit_variance",
      "(summary) - sample variance of a histogram's values",
      List.of(DataTypes.BinaryType),
      DataTypes.DoubleType,
      arguments -> finite(histogram(arguments, 0, "audit_variance").variance())),
  QUANTILE(
      "audit_quantile",
      "(summary, q) - quantile of a histogram, q from 0 to 1, within 1 % of the value",
      List.of(DataTypes.BinaryType, DataTypes.DoubleType),
      DataTypes.DoubleType,
      arguments ->
          finite(histogram(arguments, 0, "audit_quantile").quantile((double) arguments[1]))),
  SHARE_ABOVE(
      "audit_share_above",
      "(summary, x) - share of a histogram's values above x, from 0 to 1",
      List.of(DataTypes.BinaryType, DataTypes.DoubleType),
      DataTypes.DoubleType,
      arguments ->
          finite(histogram(arguments, 0, "audit_share_above").shareAbove((double) arguments[1]))),
  DISTINCT(
      "audit_distinct",
      "(summary) - estimate of how many different values there are",
      List.of(DataTypes.BinaryType),
      DataTypes.DoubleType,
      arguments -> of(DistinctCount.class, arguments, 0, "audit_distinct").estimate()),
  CATEGORIES(
      "audit_categories",
      "(summary) - category to count",
      List.of(DataTypes.BinaryType),
      DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType),
      arguments -> of(CategoryCounts.class, arguments, 0, "audit_categories").counts()),
  MINUS(
      "audit_minus",
      "(whole, part) - the summary of a whole without a part of it",
      List.of(DataTypes.BinaryType, DataTypes.BinaryType),
      DataTypes.BinaryType,
      arguments -> summary(arguments, 0).minus(summary(arguments, 1)).toBytes()),
  DISTANCE(
      "audit_distance",
      "(name, reference, current) - distance between two summaries: psi, js, ks, wasserstein, ...",
      List.of(DataTypes.StringType, DataTypes.BinaryType, DataTypes.BinaryType),
      DataTypes.DoubleType,
      arguments ->
          finite(
              SummaryDistance.between(
                  (String) arguments[0], summary(arguments, 1), summary(arguments, 2)))),
  DEFINITION(
      "audit_definition",
      "(summary) - kind and parameters of a summary in words",
      List.of(DataTypes.BinaryType),
      DataTypes.StringType,
      arguments -> summary(arguments, 0).definition());

  /** What a function does with its arguments, none of which is null. */
  @FunctionalInterface
  interface Body extends Serializable {
    Object of(Object[] arguments);
  }

  private final String title;
  private final String usage;
  private final List<DataType> inputs;
  private final DataType output;
  private final Body body;

  SummaryFunction(String title, String usage, List<DataType> inputs, DataType output, Body body) {
    this.title = title;
    this.usage = usage;
    this.inputs = inputs;
    this.output = output;
    this.body = body;
  }

  String title() {
    return title;
  }

  String usage() {
    return usage;
  }

  List<DataType> inputs() {
    return inputs;
  }

  DataType output() {
    return output;
  }

  /** The value; null where an argument is. */
  Object apply(Object... arguments) {
    for (Object argument : arguments) {
      if (argument == null) {
        return null;
      }
    }
    return body.of(arguments);
  }

  private static Summary summary(Object[] arguments, int at) {
    return Summary.fromBytes((byte[]) arguments[at]);
  }

  private static LogHistogram histogram(Object[] arguments, int at, String function) {
    return of(LogHistogram.class, arguments, at, function);
  }

  private static <S extends Summary> S of(
      Class<S> kind, Object[] arguments, int at, String function) {
    Summary summary = summary(arguments, at);
    if (!kind.isInstance(summary)) {
      throw new IllegalArgumentException(
          "%s reads a %s, not a %s; see the column kind of profiles"
              .formatted(function, kind.getSimpleName(), summary.getClass().getSimpleName()));
    }
    return kind.cast(summary);
  }

  /** NaN is SQL's NULL: there is no such value. */
  private static Double finite(double value) {
    return Double.isNaN(value) ? null : value;
  }
}

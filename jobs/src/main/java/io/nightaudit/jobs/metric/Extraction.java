package io.nightaudit.jobs.metric;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** How a metric's value comes out of one interaction, or out of another metric's summary. */
public sealed interface Extraction {

  /** A number, kept as a histogram of units of 10^-scale; NaN is missing. */
  record Quantity(int scale, ToDoubleFunction<Observation> value) implements Extraction {}

  /** Yes or no among the interactions that qualify. */
  record Share(Predicate<Observation> among, Predicate<Observation> holds) implements Extraction {}

  /** One category of a closed or open list; null is missing. */
  record Category(Function<Observation, String> value) implements Extraction {}

  /** Any number of distinct categories of one interaction. */
  record Categories(BiConsumer<Observation, Consumer<String>> values) implements Extraction {}

  /** The distinct words and word pairs of a text. */
  record Terms(Column text) implements Extraction {}

  /** How many different identifiers. */
  record Distinct(Column identifier) implements Extraction {}

  /** A numeric score of the archive, one stream for each name. */
  record Score() implements Extraction {}

  /** A quantile of another metric's histogram. */
  record Quantile(String source, double rank) implements Extraction {}

  /** The sum of another metric's histogram. */
  record Total(String source) implements Extraction {}

  /** The number of interactions. */
  record Volume() implements Extraction {}

  /** The share of interactions with a category of another metric, one stream for each category. */
  record ShareOfEach(String source, String among) implements Extraction {}

  /** Whether its values are a histogram, whose distance is followed beside their mean. */
  default boolean distributed() {
    return this instanceof Quantity || this instanceof Score;
  }

  /** Whether the value is computed from another metric's summary, after the pass. */
  default boolean derived() {
    return this instanceof Quantile || this instanceof Total || this instanceof ShareOfEach;
  }
}

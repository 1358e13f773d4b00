package io.nightaudit.metrics.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which elements of one dimension explain that a total is not what was forecast.
 *
 * <p>With forecasts F_j and actual values A_j of the elements and F, A their sums:
 *
 * <ul>
 *   <li>explanatory power of an element of an additive metric (A_j − F_j)/(A − F); of a ratio of
 *       two, ((Aa_j−Fa_j)Fb − (Ab_j−Fb_j)Fa) / (Fb(Fb + Ab_j − Fb_j)), divided by its sum. They add
 *       to 1; any sign and size; a negative one moved against the total. NaN if nothing moved.
 *   <li>surprise ½(p ln(2p/(p+q)) + q ln(2q/(p+q))) with p = F_j/F, q = A_j/A: the element's part
 *       of the Jensen–Shannon divergence, in nats; they add to 0 to ln 2. Of a ratio, the sum over
 *       numerator and denominator.
 *   <li>No elements: none. A share of 0 adds nothing. A sum of 0: surprise NaN.
 *   <li>Values below 0, infinite or NaN: IllegalArgumentException; sums that overflow:
 *       ArithmeticException.
 * </ul>
 *
 * Source: R. Bhagwan et al., Adtributor: revenue debugging in advertising systems, NSDI 2014.
 */
public final class Adtributor {
  private Adtributor() {}

  /** Explanatory power and surprise of one element. */
  public record Element(double explanatoryPower, double surprise) {}

  /** Elements of a metric that adds over them, such as a count or a cost. */
  public static List<Element> additive(double[] forecast, double[] actual) {
    checkPaired(forecast, actual);
    double change = sum(actual) - sum(forecast);
    double[] power = new double[forecast.length];
    for (int j = 0; j < power.length; j++) {
      power[j] = change == 0 ? Double.NaN : (actual[j] - forecast[j]) / change;
    }
    return elements(power, surprise(forecast, actual));
  }

  /** Elements of a ratio of two metrics that add over them, such as a rate. */
  public static List<Element> ratio(
      double[] forecastNumerators,
      double[] actualNumerators,
      double[] forecastDenominators,
      double[] actualDenominators) {
    checkPaired(forecastNumerators, actualNumerators);
    checkPaired(forecastDenominators, actualDenominators);
    checkLengths(forecastNumerators.length, forecastDenominators.length);
    double numerator = sum(forecastNumerators);
    double denominator = sum(forecastDenominators);
    double[] power = new double[forecastNumerators.length];
    for (int j = 0; j < power.length; j++) {
      double a = actualNumerators[j] - forecastNumerators[j];
      double b = actualDenominators[j] - forecastDenominators[j];
      power[j] = (a * denominator - b * numerator) / denominator / (denominator + b);
    }
    double[] surprise = surprise(forecastNumerators, actualNumerators);
    double[] ofDenominators = surprise(forecastDenominators, actualDenominators);
    for (int j = 0; j < surprise.length; j++) {
      surprise[j] += ofDenominators[j];
    }
    return elements(normalised(power), surprise);
  }

  /**
   * Indexes of the elements that together explain enough: those with the most surprise first, ties
   * by index, of which each explains more than a least share, until their sum exceeds another;
   * empty if it never does. The paper takes 0.1 and 0.67.
   */
  public static List<Integer> explaining(List<Element> elements, double each, double together) {
    List<Integer> order =
        IntStream.range(0, elements.size())
            .boxed()
            .filter(j -> elements.get(j).explanatoryPower() > each)
            .sorted(
                Comparator.comparing((Integer j) -> elements.get(j).surprise())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    double sum = 0;
    for (int taken = 0; taken < order.size(); taken++) {
      sum += elements.get(order.get(taken)).explanatoryPower();
      if (sum > together) {
        return order.subList(0, taken + 1);
      }
    }
    return List.of();
  }

  private static double[] normalised(double[] power) {
    double sum = sum(power);
    double[] normalised = new double[power.length];
    for (int j = 0; j < power.length; j++) {
      normalised[j] = sum == 0 || !Double.isFinite(sum) ? Double.NaN : power[j] / sum;
    }
    return normalised;
  }

  private static double[] surprise(double[] forecast, double[] actual) {
    double allForecast = sum(forecast);
    double allActual = sum(actual);
    double[] surprise = new double[forecast.length];
    for (int j = 0; j < surprise.length; j++) {
      double p = forecast[j] / allForecast;
      double q = actual[j] / allActual;
      surprise[j] = (part(p, q) + part(q, p)) / 2;
    }
    return surprise;
  }

  private static double part(double p, double q) {
    return p == 0 ? 0 : p * StrictMath.log(2 * p / (p + q));
  }

  private static List<Element> elements(double[] power, double[] surprise) {
    List<Element> elements = new ArrayList<>();
    for (int j = 0; j < power.length; j++) {
      elements.add(new Element(power[j], surprise[j]));
    }
    return List.copyOf(elements);
  }

  private static void checkPaired(double[] forecast, double[] actual) {
    checkLengths(forecast.length, actual.length);
    for (int j = 0; j < forecast.length; j++) {
      boolean usable =
          forecast[j] >= 0
              && actual[j] >= 0
              && Math.max(forecast[j], actual[j]) < Double.POSITIVE_INFINITY;
      if (!usable) {
        throw new IllegalArgumentException(
            "forecast %s and actual value %s of element %s: give finite numbers from 0 up"
                .formatted(forecast[j], actual[j], j));
      }
    }
    if (!Double.isFinite(sum(forecast) + sum(actual))) {
      throw new ArithmeticException("the sum of the elements overflows: give larger units");
    }
  }

  private static void checkLengths(int some, int others) {
    if (some != others) {
      throw new IllegalArgumentException(
          some + " values for " + others + ": give the same elements in each array");
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}

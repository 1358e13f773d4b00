package io.nightaudit.metrics.attribution;

import io.nightaudit.metrics.significance.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which slices carry a change: those that moved the whole most, that chance does not explain.
 *
 * <p>Slices are ordered by their part of the change in its direction, largest first, ties by name.
 * Each has its own z = part/√variance and a two-sided p-value, adjusted by Benjamini and Hochberg
 * over all slices. From the top, slices with an adjusted p of at most {@code falseShare} are picked
 * until they explain {@code wanted} of the change.
 *
 * <ul>
 *   <li>No slices, or parts that add up to 0: nothing is picked.
 *   <li>A variance of 0: z infinite, p = 0 (a part of 0: z = 0, p = 1).
 * </ul>
 *
 * <p>Source: parts as in {@link Kitagawa}; picking as in R. Bhagwan et al., Adtributor, NSDI 2014.
 */
public final class SliceRanking {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private SliceRanking() {}

  /**
   * A slice's part of a change.
   *
   * @param name of the slice
   * @param part its part, such as {@link Kitagawa#withins}, in the unit of the whole
   * @param variance sampling variance of the part, for a within part ((w₀+w₁)/2)² (v₀+v₁)
   */
  public record Part(String name, double part, double variance) {
    public Part {
      Objects.requireNonNull(name, "name");
      if (!Double.isFinite(part) || !(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Slice %s has part %s and variance %s: give finite numbers, a variance from 0 up"
                .formatted(name, part, variance));
      }
    }

    double z() {
      return part == 0 ? 0 : part / Math.sqrt(variance);
    }
  }

  /**
   * A slice in its place.
   *
   * @param name of the slice
   * @param part its part of the change
   * @param share part divided by the whole change, 1 over all slices; NaN if the whole is 0
   * @param z part in its own standard errors
   * @param adjustedP p-value adjusted for the number of slices, 0 to 1
   * @param picked whether it is among those that carry the change
   */
  public record Ranked(
      String name, double part, double share, double z, double adjustedP, boolean picked) {}

  /**
   * The slices from the one that carries most.
   *
   * @param wanted share of the change that the picked slices explain, such as 0.67
   * @param falseShare share of false picks that is tolerated, such as 0.1
   */
  public static List<Ranked> of(List<Part> parts, double wanted, double falseShare) {
    requireShare(wanted, "wanted");
    requireShare(falseShare, "falseShare");
    List<Part> sorted = sorted(parts);
    double whole = sorted.stream().mapToDouble(Part::part).sum();
    double[] adjusted =
        BenjaminiHochberg.adjusted(
            sorted.stream()
                .mapToDouble(
                    part -> Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(part.z()))))
                .toArray());
    List<Ranked> ranked = new ArrayList<>();
    double explained = 0;
    for (int i = 0; i < adjusted.length; i++) {
      Part part = sorted.get(i);
      double share = whole == 0 ? Double.NaN : part.part() / whole;
      boolean picked = share > 0 && explained < wanted && adjusted[i] <= falseShare;
      explained += picked ? share : 0;
      ranked.add(new Ranked(part.name(), part.part(), share, part.z(), adjusted[i], picked));
    }
    return List.copyOf(ranked);
  }

  /** By name first, so that the sum behind the direction is in one order whatever the input's. */
  private static List<Part> sorted(List<Part> parts) {
    List<Part> byName = parts.stream().sorted(Comparator.comparing(Part::name)).toList();
    double whole = byName.stream().mapToDouble(Part::part).sum();
    double direction = whole < 0 ? -1 : 1;
    return byName.stream()
        .sorted(Comparator.comparingDouble((Part part) -> -direction * part.part()))
        .toList();
  }

  private static void requireShare(double share, String name) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "%s must be above 0 and at most 1. Provided: %s".formatted(name, share));
    }
  }
}

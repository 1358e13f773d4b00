package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.Input;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.SliceSettings;
import io.nightaudit.metrics.distance.BinnedDistance;
import io.nightaudit.metrics.summary.CategoryCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The distance of a mix with the counts of its largest categories. */
final class MixOrigin {
  private static final int LARGEST = 12;

  /** So few merged categories could be told apart. */
  private static final int FEWEST_MERGED = 2;

  private final Measure measure;
  private final SliceSettings settings;

  MixOrigin(Measure measure, SliceSettings settings) {
    this.measure = measure;
    this.settings = settings;
  }

  Recomputation recomputation(CategoryCounts tonight, Optional<CategoryCounts> before) {
    CategoryCounts baseline =
        before.filter(counts -> counts.count() > 0).orElse(CategoryCounts.empty());
    List<Input> inputs = new ArrayList<>();
    inputs.add(Recomputations.count("values tonight", tonight.count()));
    inputs.add(Recomputations.count("values before", baseline.count()));
    inputs.addAll(categories(tonight, baseline));
    if (baseline.count() == 0) {
      return new Recomputation(
          inputs, List.of("there is no night before to take a distance to"), Double.NaN);
    }
    long[][] counts = CategoryCounts.align(baseline, tonight);
    double distance = BinnedDistance.JENSEN_SHANNON.between(counts[0], counts[1]);
    return new Recomputation(
        inputs,
        List.of(
            "√(½ Σ p log₂(2p / (p + q)) + ½ Σ q log₂(2q / (p + q))) over %s categories = %s"
                .formatted(Exact.count(counts[0].length), Exact.number(distance))),
        distance);
  }

  /** A category of persons is named only where it is no small cell, and the rest is none either. */
  private List<Input> categories(CategoryCounts tonight, CategoryCounts before) {
    List<Map.Entry<String, Long>> named =
        new ArrayList<>(
            tonight.largest(LARGEST).stream()
                .filter(entry -> !isSmall(entry.getValue(), before.of(entry.getKey())))
                .toList());
    while (!named.isEmpty() && isTelling(named, tonight, before)) {
      named.remove(named.size() - 1);
    }
    List<Input> inputs = new ArrayList<>();
    named.forEach(entry -> inputs.add(line(entry.getKey(), tonight, before)));
    int merged = tonight.counts().size() - named.size();
    if (merged > 0) {
      inputs.add(Recomputations.count("further categories tonight", merged));
    }
    return inputs;
  }

  private boolean isSmall(long tonight, long before) {
    return isPersonal()
        && (tonight < settings.minimumCell() || before > 0 && before < settings.minimumCell());
  }

  /** Whether what is left over could be computed from what is named. */
  private boolean isTelling(
      List<Map.Entry<String, Long>> named, CategoryCounts tonight, CategoryCounts before) {
    int merged = tonight.counts().size() - named.size();
    long left = tonight.count() - named.stream().mapToLong(Map.Entry::getValue).sum();
    long leftBefore =
        before.count() - named.stream().mapToLong(entry -> before.of(entry.getKey())).sum();
    boolean few = merged > 0 && merged < FEWEST_MERGED;
    boolean small = left > 0 && left < settings.minimumCell();
    boolean smallBefore = leftBefore > 0 && leftBefore < settings.minimumCell();
    return isPersonal() && (few || small || smallBefore);
  }

  private boolean isPersonal() {
    return measure.metric().needs().stream()
        .anyMatch(column -> settings.personal().contains(column.id()));
  }

  private static Input line(String category, CategoryCounts tonight, CategoryCounts before) {
    return new Input(
        "category " + category,
        "%s of %s (%s), before %s of %s%s"
            .formatted(
                Exact.count(tonight.of(category)),
                Exact.count(tonight.count()),
                share(tonight, category),
                Exact.count(before.of(category)),
                Exact.count(before.count()),
                before.count() == 0 ? "" : " (" + share(before, category) + ")"));
  }

  private static String share(CategoryCounts counts, String category) {
    return Quantity.SHARE.value((double) counts.of(category) / counts.count());
  }
}

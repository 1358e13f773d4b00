package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Baseline;
import io.nightaudit.jobs.report.Report.Change;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import java.util.List;
import java.util.Optional;

/**
 * Finds a total that looks calm, or calmer than its slices, because they moved in opposite ways.
 */
final class TotalsThatHide {
  private TotalsThatHide() {}

  /** The sentence for the first metric of which this is true. */
  static Optional<String> sentence(Night night) {
    return night.figures().stream()
        .filter(figure -> figure.slice().isEmpty() && figure.change().isPresent())
        .flatMap(total -> sentence(night, total).stream())
        .findFirst();
  }

  private static Optional<String> sentence(Night night, Figure total) {
    List<Figure> slices =
        night.findings().stream()
            .filter(finding -> finding.metric().equals(total.metric()))
            .filter(finding -> !finding.slice().isEmpty())
            .map(FindingEntry::figure)
            .distinct()
            .flatMap(id -> night.figure(id).stream())
            .filter(figure -> size(figure) > size(total))
            .toList();
    Optional<Figure> down = first(slices, -1);
    Optional<Figure> up = first(slices, 1);
    return down.isEmpty() || up.isEmpty()
        ? Optional.empty()
        : Optional.of(sentence(total, down.get(), up.get()));
  }

  private static String sentence(Figure total, Figure down, Figure up) {
    Quantity quantity = Quantity.of(total.metric(), total.unit());
    String tonight = total.value().map(quantity::value).orElse("not known");
    String before = total.baseline().map(Baseline::value).map(quantity::value).orElse("not known");
    return "The total hides it: over all traffic %s is %s, before %s (%s), because %s fell (%s) and %s rose (%s)."
        .formatted(
            lower(total.title()),
            tonight,
            before,
            total.id(),
            down.sliceTitle(),
            down.id(),
            up.sliceTitle(),
            up.id());
  }

  private static Optional<Figure> first(List<Figure> figures, int sign) {
    return figures.stream().filter(f -> Math.signum(f.change().get().value()) == sign).findFirst();
  }

  private static double size(Figure figure) {
    return figure.change().map(Change::value).map(Math::abs).orElse(0.0);
  }

  private static String lower(String title) {
    return title.isEmpty() ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }
}

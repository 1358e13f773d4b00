package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.report.Report.Change;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The figures of the chart on page one. */
final class LeadFigures {
  private static final int DRAWABLE = 2;

  private LeadFigures() {}

  /** That of the worst finding and one that moved the other way; else a calm one of quality. */
  static List<String> of(Night night) {
    Optional<Figure> worst =
        night.findings().stream()
            .map(FindingEntry::figure)
            .flatMap(id -> night.figure(id).stream())
            .filter(LeadFigures::drawable)
            .findFirst();
    return worst.map(figure -> withCounterpart(night, figure)).orElseGet(() -> calm(night));
  }

  private static List<String> withCounterpart(Night night, Figure worst) {
    List<String> ids = new ArrayList<>(List.of(worst.id()));
    night.findings().stream()
        .filter(finding -> finding.metric().equals(worst.metric()))
        .flatMap(finding -> night.figure(finding.figure()).stream())
        .filter(figure -> drawable(figure) && opposite(figure, worst) && related(figure, worst))
        .map(Figure::id)
        .findFirst()
        .ifPresent(ids::add);
    return ids;
  }

  /** Two slices of one thing: the same dimensions with one value in common. */
  private static boolean related(Figure figure, Figure worst) {
    return figure.slice().keySet().equals(worst.slice().keySet())
        && figure.slice().size() > 1
        && figure.slice().entrySet().stream().anyMatch(worst.slice().entrySet()::contains);
  }

  private static boolean opposite(Figure figure, Figure worst) {
    return sign(figure) * sign(worst) < 0;
  }

  private static double sign(Figure figure) {
    return figure.change().map(Change::value).map(Math::signum).orElse(0.0);
  }

  private static List<String> calm(Night night) {
    return night.figures().stream()
        .filter(figure -> figure.slice().isEmpty() && drawable(figure))
        .min(Comparator.comparingInt(LeadFigures::interest))
        .map(figure -> List.of(figure.id()))
        .orElse(List.of());
  }

  private static int interest(Figure figure) {
    List<String> order =
        List.of(
            Family.QUALITY.name(),
            Family.PERFORMANCE.name(),
            Family.OUTPUT.name(),
            Family.COST.name(),
            Family.INPUT.name());
    int place = order.indexOf(figure.family());
    return place < 0 ? order.size() : place;
  }

  private static boolean drawable(Figure figure) {
    return figure.value().isPresent() && figure.series().size() >= DRAWABLE;
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.SelfReport.Unusual;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What page one says of figures that are unusual tonight and have no finding. */
final class UnusualAnswer {
  private static final int NAMED = 2;
  private static final Set<String> FOUND = Set.of("BREACH", "WARNING", "CHANGED");

  private UnusualAnswer() {}

  /** Figures with a finding of their own, or that are part of another's. */
  static Set<String> found(List<Figure> figures, List<FindingEntry> findings) {
    Set<String> found = new TreeSet<>();
    findings.forEach(finding -> found.add(finding.figure()));
    figures.stream()
        .filter(figure -> FOUND.contains(figure.verdict()))
        .forEach(figure -> found.add(figure.id()));
    return found;
  }

  /** Those without a finding, the least likely first. */
  static List<Unusual> open(Night night) {
    Set<String> found = found(night.figures(), night.findings());
    return night.ranking().unusual().stream()
        .filter(unusual -> !found.contains(unusual.figure()))
        .toList();
  }

  /** One sentence about them, where there are any. */
  static Optional<String> sentence(Night night) {
    List<Unusual> open = open(night);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    open.stream().limit(NAMED).map(UnusualAnswer::part).forEach(parts::add);
    if (open.size() > NAMED) {
      parts.add(Sentences.count(open.size() - NAMED, "more figure"));
    }
    return Optional.of(
        "Unusual tonight, without a finding: %s (section 4); about %s of these may be chance."
            .formatted(Sentences.list(parts), UnusualView.share(night.ranking().q())));
  }

  private static String part(Unusual unusual) {
    Quantity quantity = Quantity.of(unusual.metric(), unusual.unit());
    return "%s of %s, %s where %s was expected"
        .formatted(
            unusual.title(),
            unusual.sliceTitle(),
            quantity.value(unusual.value()),
            quantity.value(unusual.expected()));
  }
}

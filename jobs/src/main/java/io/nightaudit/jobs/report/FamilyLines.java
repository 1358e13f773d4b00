package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.report.Report.FamilyLine;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One line for each family: its worst verdict and one sentence. */
final class FamilyLines {
  private static final List<Verdict> WORST_FIRST =
      List.of(
          Verdict.BREACH,
          Verdict.WARNING,
          Verdict.FAILED,
          Verdict.CHANGED,
          Verdict.WITHIN_TOLERANCE,
          Verdict.LEARNING,
          Verdict.INSUFFICIENT_DATA,
          Verdict.NOT_COMPUTED);

  private FamilyLines() {}

  static List<FamilyLine> of(Night night) {
    return Arrays.stream(Family.values()).map(family -> line(night, family)).toList();
  }

  private static FamilyLine line(Night night, Family family) {
    List<Figure> figures =
        night.figures().stream().filter(f -> f.family().equals(family.name())).toList();
    Set<String> ids = figures.stream().map(Figure::id).collect(Collectors.toSet());
    List<FindingEntry> findings =
        night.findings().stream().filter(f -> ids.contains(f.figure())).toList();
    Verdict worst = worst(figures, findings);
    long notComputed = figures.stream().filter(f -> Night.is(f, Verdict.NOT_COMPUTED)).count();
    return new FamilyLine(
        family.name(),
        worst.name(),
        worst == Verdict.INSUFFICIENT_DATA && night.excluded().isPresent()
            ? "Not judged tonight: the calendar excludes it."
            : sentence(family, worst, findings, figures.isEmpty()),
        figures.size(),
        (int) notComputed);
  }

  private static Verdict worst(List<Figure> figures, List<FindingEntry> findings) {
    Set<String> verdicts = figures.stream().map(Figure::verdict).collect(Collectors.toSet());
    findings.forEach(finding -> verdicts.add(finding.verdict()));
    return WORST_FIRST.stream()
        .filter(verdict -> verdicts.contains(verdict.name()))
        .findFirst()
        .orElse(Verdict.NOT_COMPUTED);
  }

  private static String sentence(
      Family family, Verdict worst, List<FindingEntry> findings, boolean empty) {
    if (!findings.isEmpty()) {
      String first = Sentences.moved(findings.get(0).sentence());
      int more = findings.size() - 1;
      return first + (more == 0 ? "." : "; and " + Sentences.count(more, "more finding") + ".");
    }
    return switch (worst) {
      case NOT_COMPUTED ->
          empty ? "No figure." : "Nothing is known: the archive does not record it.";
      case LEARNING -> "No verdict yet: still learning.";
      case INSUFFICIENT_DATA -> "Too few rows for a verdict.";
      case FAILED -> "A figure could not be computed.";
      case WITHIN_TOLERANCE -> "No change was found in %s.".formatted(subject(family));
      case BREACH, WARNING, CHANGED -> "A figure moved; no finding is open.";
    };
  }

  private static String subject(Family family) {
    return switch (family) {
      case INPUT -> "the questions";
      case OUTPUT -> "the answers";
      case PERFORMANCE -> "speed and errors";
      case QUALITY -> "quality";
      case GUARDRAIL -> "guardrail hits";
      case COST -> "cost";
    };
  }
}

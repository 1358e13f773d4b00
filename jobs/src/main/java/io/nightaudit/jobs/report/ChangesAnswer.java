package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.Report.ReleaseChange;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What changed? */
final class ChangesAnswer {
  private static final int NAMED = 3;

  private ChangesAnswer() {}

  static Answer of(Night night) {
    if (night.isEmpty()) {
      return new Answer("Nothing can be said: no row of this night was read.", List.of());
    }
    if (!night.findings().isEmpty()) {
      return found(night);
    }
    if (night.excluded().isPresent()) {
      return new Answer(
          "Nothing is judged tonight: " + night.excluded().get() + ".",
          List.of(
              "Figures are measured and shown, and fixed limits of the policy are judged.",
              "The daily score learns nothing from tonight."));
    }
    if (night.isLearning()) {
      return new Answer(
          "Nothing can be judged yet: " + night.learned() + ".",
          List.of("Every figure of tonight is stored and becomes part of the history."));
    }
    return quiet(night);
  }

  private static Answer quiet(Night night) {
    long judged = night.figures().stream().filter(Night::isJudged).count();
    long few = night.figures().stream().filter(f -> Night.is(f, Verdict.INSUFFICIENT_DATA)).count();
    List<String> sentences = new ArrayList<>();
    if (judged == 0) {
      sentences.add("No figure had enough rows to be judged.");
      return new Answer("Nothing can be said.", sentences);
    }
    sentences.add(
        "%s %s judged against the nights before."
            .formatted(Sentences.count(judged, "figure"), judged == 1 ? "was" : "were"));
    if (few > 0) {
      sentences.add("%s had too few rows for a verdict.".formatted(Sentences.count(few, "figure")));
    }
    UnusualAnswer.sentence(night).ifPresent(sentences::add);
    sentences.add("A change too small for the rows of one night can have gone unseen.");
    return new Answer(
        UnusualAnswer.open(night).isEmpty()
            ? "Nothing. No figure moved further than it usually does."
            : "Nothing lasting so far. What is unusual tonight may be chance.",
        sentences);
  }

  private static Answer found(Night night) {
    List<FindingEntry> findings = night.findings();
    List<FindingEntry> named = findings.subList(0, Math.min(NAMED, findings.size()));
    List<String> sentences = new ArrayList<>();
    sentences.add(first(named.get(0), night));
    sentences.add(Sentences.cause(findings.get(0).sentence()));
    named.stream()
        .skip(1)
        .map(f -> Sentences.moved(f.sentence()) + counted(f, night) + ".")
        .forEach(sentences::add);
    if (findings.size() > NAMED) {
      sentences.add(more(findings.size() - NAMED));
    }
    sentences.add(began(night));
    TotalsThatHide.sentence(night).ifPresent(sentences::add);
    input(night, sentences);
    UnusualAnswer.sentence(night).ifPresent(sentences::add);
    sentences.removeIf(String::isEmpty);
    return new Answer(Sentences.closed(Sentences.moved(findings.get(0).sentence())), sentences);
  }

  private static String more(int count) {
    return "And %s more %s (section 4).".formatted(count, count == 1 ? "finding" : "findings");
  }

  private static String first(FindingEntry finding, Night night) {
    return night.figures().stream()
        .filter(figure -> figure.id().equals(finding.figure()))
        .findFirst()
        .map(figure -> "The figure is " + figure.id() + ": " + rows(figure) + " tonight.")
        .orElse("");
  }

  /** How many rows are behind a finding, and the id of its figure. */
  private static String counted(FindingEntry finding, Night night) {
    return night.figures().stream()
        .filter(figure -> figure.id().equals(finding.figure()))
        .findFirst()
        .map(figure -> " (" + rows(figure) + "; " + figure.id() + ")")
        .orElse("");
  }

  private static String rows(Figure figure) {
    String n = Digits.whole(figure.n());
    return figure.numerator().map(count -> Digits.whole(count) + " of " + n).orElse("n " + n);
  }

  /** The night on which most of them began, the earliest of such nights. */
  private static String began(Night night) {
    TreeMap<String, Long> nights =
        night.findings().stream()
            .map(FindingEntry::began)
            .filter(began -> !began.isEmpty())
            .collect(Collectors.groupingBy(began -> began, TreeMap::new, Collectors.counting()));
    if (nights.isEmpty()) {
      return "";
    }
    long most = nights.values().stream().max(Long::compare).orElseThrow();
    String usual =
        nights.keySet().stream().filter(n -> nights.get(n) == most).findFirst().orElseThrow();
    int all = night.findings().size();
    return subject(most, all) + " began on " + Nights.brief(usual) + release(night, usual) + ".";
  }

  private static String subject(long most, int all) {
    if (most < all) {
      return most == 1 ? "The first of them" : "%s of the %s".formatted(most, all);
    }
    return all == 1 ? "It" : "All";
  }

  /** Says so where a route was answered by another release from that night on. */
  private static String release(Night night, String began) {
    Set<String> changes =
        night.figures().stream()
            .flatMap(figure -> figure.releaseChanges().stream())
            .filter(change -> change.night().equals(began))
            .map(ReleaseChange::to)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> releases = changes.stream().map(release -> "`" + release + "`").toList();
    return releases.isEmpty() ? "" : ", the first night of " + Sentences.list(releases, 2);
  }

  private static void input(Night night, List<String> sentences) {
    List<Figure> judged =
        night.figures().stream()
            .filter(f -> f.family().equals(Family.INPUT.name()) && Night.isJudged(f))
            .toList();
    boolean quiet = judged.stream().allMatch(f -> Night.is(f, Verdict.WITHIN_TOLERANCE));
    if (!judged.isEmpty() && quiet) {
      sentences.add("No change in the questions was found.");
    }
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.decision.RecommendationState;
import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Report.RecommendationEntry;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What should be done? */
final class ActionsAnswer {
  private static final List<String> STRONGEST_FIRST =
      List.of("ROLL_BACK", "INVESTIGATE", "HOLD", "KEEP");
  private static final int NAMED = 3;

  private ActionsAnswer() {}

  static Answer of(Night night) {
    if (night.isEmpty()) {
      return new Answer(
          "Find out why the night is missing, then run it again.",
          List.of("Nothing is recommended for any release."));
    }
    List<RecommendationEntry> acts =
        night.recommendations().stream()
            .filter(entry -> !"KEEP".equals(entry.action()))
            .sorted(Comparator.comparingInt(e -> STRONGEST_FIRST.indexOf(e.action())))
            .toList();
    if (acts.isEmpty()) {
      return nothing(night);
    }
    return act(night, acts);
  }

  private static Answer nothing(Night night) {
    if (!night.isReliable()) {
      return new Answer(
          "Repair the input, then run the night again.",
          List.of("Nothing is recommended for any release."));
    }
    if (night.isLearning()) {
      return new Answer("Nothing yet. Let the history grow.", List.of());
    }
    return new Answer("Nothing. Every release is kept.", List.of());
  }

  private static Answer act(Night night, List<RecommendationEntry> acts) {
    List<String> sentences = new ArrayList<>();
    reasons(acts.get(0), sentences);
    standing(acts.get(0), sentences);
    acts.stream().skip(1).limit(NAMED - 1).map(ActionsAnswer::other).forEach(sentences::add);
    if (acts.size() > NAMED) {
      sentences.add("And %s more (section 2).".formatted(acts.size() - NAMED));
    }
    if (!night.isReliable()) {
      sentences.add("Repair the input first, then run the night again.");
    }
    sentences.add("Nothing has been changed automatically. A person decides (section 2).");
    return new Answer(headline(acts.get(0)), sentences);
  }

  private static String headline(RecommendationEntry entry) {
    return switch (entry.action()) {
      case "ROLL_BACK" ->
          "Roll %s back to `%s`, after preserving the evidence."
              .formatted(entry.routeTitle(), entry.toRelease());
      case "HOLD" -> "Hold %s: change nothing until more is known.".formatted(entry.routeTitle());
      default -> Sentences.closed(entry.title());
    };
  }

  private static String other(RecommendationEntry entry) {
    String reason =
        entry.reasons().isEmpty()
            ? ""
            : " " + Sentences.closed(Sentences.moved(entry.reasons().get(0)));
    return headline(entry) + reason;
  }

  /** What a person has answered already. */
  private static void standing(RecommendationEntry entry, List<String> sentences) {
    entry
        .standing()
        .filter(standing -> !standing.answer().isEmpty())
        .map(
            standing ->
                "It is %s: the last answer is of %s, by %s."
                    .formatted(
                        RecommendationState.valueOf(standing.state()).words(),
                        Nights.brief(standing.decidedOn()),
                        standing.decidedBy()))
        .ifPresent(sentences::add);
  }

  private static void reasons(RecommendationEntry entry, List<String> sentences) {
    entry.reasons().stream().limit(1).map(Sentences::closed).forEach(sentences::add);
  }
}

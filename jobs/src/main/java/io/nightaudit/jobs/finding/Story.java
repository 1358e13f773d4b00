package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Figures of one slice that move together for one reason and share a finding.
 *
 * @param lead the figure that the finding is named after
 * @param with other figures of the same slice
 * @param alsoIn slices within it, or around it, that show the same
 */
record Story(Candidate lead, List<Candidate> with, List<Slice> alsoIn) {
  private static final Set<Metric> COSTS = Set.of(Metric.COST_PER_INTERACTION, Metric.COST_TOTAL);
  private static final Set<Metric> RELEASES = Set.of(Metric.RELEASES, Metric.RESPONSE_MODELS);
  private static final Set<Metric> TOLD_ALONE =
      Set.of(
          Metric.PROMPT_TERMS,
          Metric.PROMPT_SCRIPT,
          Metric.ANSWER_TERMS,
          Metric.ANSWER_SCRIPT,
          Metric.FINISH_REASONS);

  Story {
    with = List.copyOf(with);
    alsoIn = List.copyOf(alsoIn);
  }

  /** The worst figure leads; of equals the first of the catalogue. */
  static Story of(List<Candidate> figures) {
    List<Candidate> sorted = new ArrayList<>(figures);
    sorted.sort(
        Comparator.comparing(Candidate::verdict)
            .thenComparing(Story::rank)
            .thenComparing(Candidate::measure));
    return new Story(sorted.get(0), sorted.subList(1, sorted.size()), List.of());
  }

  /** How long an answer is says more than how many commas it has. */
  private static int rank(Candidate candidate) {
    Metric metric = candidate.measure().metric();
    boolean length = metric == Metric.ANSWER_CHARACTERS || metric == Metric.PROMPT_CHARACTERS;
    return length ? 0 : 1;
  }

  /** The same story, told for more slices. */
  Story andIn(List<Slice> slices) {
    List<Slice> more = new ArrayList<>(alsoIn);
    more.addAll(slices);
    return new Story(lead, with, more);
  }

  /** The figure of a measure among those that share the story. */
  Optional<Candidate> figure(Measure measure) {
    return Stream.concat(Stream.of(lead), with.stream())
        .filter(candidate -> candidate.measure().equals(measure))
        .findFirst();
  }

  Slice slice() {
    return lead.slice();
  }

  /** Stories of one theme and direction may be one story in several slices. */
  String theme() {
    return theme(lead.measure()) + " " + lead.direction();
  }

  /** What the figures of one story have in common. */
  static String theme(Measure measure) {
    Metric metric = measure.metric();
    if (RELEASES.contains(metric)) {
      return "releases";
    } else if (COSTS.contains(metric)) {
      return "cost";
    } else if (metric.id().startsWith("duration_") || metric.id().startsWith("time_to_first")) {
      return "duration";
    } else if (metric.family() == Family.GUARDRAIL && metric != Metric.GUARDRAIL_ERRORS) {
      return "guardrail";
    }
    return isForm(metric) ? "form of " + metric.family() : measure.name();
  }

  /** Length and shape of texts, which no direction does harm to. */
  private static boolean isForm(Metric metric) {
    boolean text =
        metric.id().startsWith("prompt_")
            || metric.id().startsWith("answer_")
            || metric == Metric.INPUT_TOKENS
            || metric == Metric.OUTPUT_TOKENS;
    boolean neutral = metric.harm() == Harm.NEITHER || metric == Metric.ANSWER_REPETITION;
    return text && neutral && !TOLD_ALONE.contains(metric);
  }

  /** Whether it is about which release answered. */
  boolean isAboutReleases() {
    return theme(lead.measure()).equals("releases");
  }
}

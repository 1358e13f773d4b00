package io.nightaudit.jobs.profile.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Draws the queue of a night out of its merged samples. */
public final class ReviewDraw {
  /** The order of the queue, total but for interactions that are equal in all. */
  public static final Comparator<ReviewEntry> ORDER =
      Comparator.comparingLong(ReviewEntry::epochDay)
          .thenComparing(ReviewEntry::stratum)
          .thenComparing(ReviewEntry::interactionId)
          .thenComparing(ReviewEntry::rest)
          .thenComparing(ReviewEntry::release)
          .thenComparing(entry -> entry.scores().toString());

  private static final String NOBODY = "no interaction of the night is in it";
  private static final String ALIKE = "all interactions of the night are alike in it";

  private final ReviewPlan plan;
  private final List<StratumSample> samples = new ArrayList<>();
  private final List<OptionalInt> cuts = new ArrayList<>();

  private ReviewDraw(ReviewPlan plan, Map<String, StratumSample> samples) {
    this.plan = plan;
    for (StratumRule rule : plan.rules()) {
      StratumSample sample = samples.get(rule.stratum().name());
      this.samples.add(sample == null ? new StratumSample(plan.size()) : sample);
      this.cuts.add(cut(rule, this.samples.get(this.samples.size() - 1)));
    }
  }

  private static OptionalInt cut(StratumRule rule, StratumSample sample) {
    return rule.isTail() ? sample.cut(rule.share(), rule.floor()) : OptionalInt.of(StratumRule.IN);
  }

  /** The queue of a night: every stratum has at least one entry. */
  public static List<ReviewEntry> of(ReviewPlan plan, Map<String, StratumSample> samples) {
    ReviewDraw draw = new ReviewDraw(plan, samples);
    List<ReviewEntry> entries = new ArrayList<>();
    plan.absent()
        .forEach(
            (stratum, reason) ->
                entries.add(ReviewEntry.none(plan.epochDay(), stratum, 0, 0, reason)));
    for (int i = 0; i < plan.rules().size(); i++) {
      entries.addAll(draw.entries(i));
    }
    return entries.stream().sorted(ORDER).toList();
  }

  private List<ReviewEntry> entries(int rule) {
    List<byte[]> drawn =
        cuts.get(rule).isPresent() ? samples.get(rule).draw(cuts.get(rule).getAsInt()) : List.of();
    Stratum stratum = plan.rules().get(rule).stratum();
    if (drawn.isEmpty()) {
      return List.of(
          ReviewEntry.none(
              plan.epochDay(), stratum, population(rule), withoutId(rule), whyNone(rule)));
    }
    return drawn.stream().map(Candidate::fromBytes).map(row -> entry(rule, row)).toList();
  }

  private String whyNone(int rule) {
    if (population(rule) > 0) {
      return "policy.review.per-stratum is " + plan.size();
    }
    boolean alike =
        cuts.get(rule).isEmpty() && samples.get(rule).isOfOneLevel(plan.rules().get(rule).floor());
    return withoutId(rule) > 0 ? cannotBeDrawn(rule) : alike ? ALIKE : NOBODY;
  }

  private String cannotBeDrawn(int rule) {
    long rows = withoutId(rule);
    return rows == 0
        ? ""
        : rows + (rows == 1 ? " interaction has" : " interactions have") + " no id";
  }

  private ReviewEntry entry(int rule, Candidate row) {
    List<Stratum> strata = new ArrayList<>();
    double overall = 0;
    for (int i = 0; i < samples.size(); i++) {
      if (isIn(row, i)) {
        strata.add(plan.rules().get(i).stratum());
        overall += (1 - overall) * probability(i);
      }
    }
    return new ReviewEntry(
        plan.epochDay(),
        plan.rules().get(rule).stratum(),
        row.id(),
        row.rest(),
        probability(rule),
        overall,
        population(rule),
        Math.min(plan.size(), population(rule)),
        withoutId(rule),
        strata,
        row.release(),
        row.route(),
        row.guardrails() ? Optional.of(row.guardrailHit()) : Optional.empty(),
        scores(row),
        row.feedback(),
        cannotBeDrawn(rule));
  }

  private boolean isIn(Candidate row, int rule) {
    return cuts.get(rule).isPresent()
        && row.levels()[rule] != StratumRule.ABSENT
        && row.levels()[rule] >= cuts.get(rule).getAsInt();
  }

  /** With which an interaction of the stratum is drawn from it. */
  private double probability(int rule) {
    return Math.min(1, (double) plan.size() / population(rule));
  }

  private long population(int rule) {
    return cuts.get(rule).isPresent() ? samples.get(rule).withId(cuts.get(rule).getAsInt()) : 0;
  }

  private long withoutId(int rule) {
    return cuts.get(rule).isPresent() ? samples.get(rule).withoutId(cuts.get(rule).getAsInt()) : 0;
  }

  private SortedMap<String, Double> scores(Candidate row) {
    SortedMap<String, Double> scores = new TreeMap<>();
    for (int i = 0; i < row.scores().length; i++) {
      if (!Double.isNaN(row.scores()[i])) {
        scores.put(plan.scores().get(i), row.scores()[i]);
      }
    }
    return scores;
  }
}

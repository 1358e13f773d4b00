package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
import java.util.stream.Collectors;

/** One sentence for each finding, and the numbers behind it. */
final class FindingSentence {
  private static final int MOST_NAMED = 6;

  /** Share of a change that must be left tonight for tonight's value to stand for it. */
  private static final double LASTING = 0.5;

  private FindingSentence() {}

  /** What moved, how, when, and what it is put down to. */
  static String of(Candidate figure, Cause cause, Explanation explanation, long began) {
    String where = figure.slice().isAll() ? "over all traffic" : "for " + figure.slice().title();
    String what = figure.measure().title() + " " + where;
    if (figure.isBack()) {
      return what + " is back to usual.";
    }
    CauseClause clause = new CauseClause(figure, cause, explanation);
    String moved = moved(what, figure, explanation, began) + clause.release(began);
    return moved + clause.rest() + ".";
  }

  private static String moved(String what, Candidate figure, Explanation explanation, long began) {
    if (figure.unit().equals("mix")) {
      return what + ": the mix has changed since " + CauseClause.day(began);
    }
    return isTerms(figure)
        ? terms(what, figure.evidence()) + " since " + CauseClause.day(began)
        : explanation
            .speed()
            .filter(Explanation.Speed::slope)
            .map(speed -> slope(what, figure, speed, began))
            .orElseGet(() -> level(what, figure, explanation, began));
  }

  private static boolean isTerms(Candidate figure) {
    return figure.unit().equals("score") && figure.evidence().rising();
  }

  private static String terms(String what, Evidence evidence) {
    String more =
        evidence.distribution().stream()
            .filter(bin -> bin.tonight() > bin.before())
            .limit(MOST_NAMED / 2)
            .map(bin -> "“" + bin.label() + "”")
            .collect(Collectors.joining(", "));
    String fewer =
        evidence.distribution().stream()
            .filter(bin -> bin.tonight() < bin.before())
            .limit(MOST_NAMED / 2)
            .map(bin -> "“" + bin.label() + "”")
            .collect(Collectors.joining(", "));
    return what
        + ": the words have changed"
        + (more.isEmpty() ? "" : "; more often " + more)
        + (fewer.isEmpty() ? "" : "; less often " + fewer);
  }

  private static String slope(String what, Candidate figure, Explanation.Speed speed, long began) {
    Quantity quantity = Quantity.of(figure.measure().name(), figure.unit());
    String week = quantity.difference(Math.abs(speed.perWeek()));
    return "%s %s by about %s a week from about %s on"
        .formatted(
            what,
            speed.perWeek() > 0 ? "rose" : "fell",
            week.startsWith("+") ? week.substring(1) : week,
            CauseClause.day(began));
  }

  /** From the nights before it began to tonight; if tonight is back, to what it was since. */
  private static String level(String what, Candidate figure, Explanation explanation, long began) {
    Quantity quantity = Quantity.of(figure.measure().name(), figure.unit());
    double value = figure.evidence().value();
    double start = Double.isNaN(explanation.before()) ? figure.before() : explanation.before();
    String tonight = quantity.value(value);
    if (Double.isNaN(start)) {
      return "%s is %s".formatted(what, tonight);
    }
    boolean lasts = (value - start) / explanation.raw().value() >= LASTING;
    double end = lasts || Double.isNaN(explanation.since()) ? value : explanation.since();
    String before = quantity.value(start);
    String after = quantity.value(end);
    if (before.equals(after)) {
      return "%s is %s, as before".formatted(what, after);
    }
    return "%s %s from %s to %s%s %s %s"
        .formatted(
            what,
            end > start ? "rose" : "fell",
            before,
            after,
            after.equals(tonight) ? "" : " (tonight " + tonight + ")",
            explanation.speed().isPresent() ? "at once on" : "from about",
            CauseClause.day(began));
  }

  /** The numbers of a story, what moved with it, and where else it shows. */
  static String evidence(Story story) {
    Candidate lead = story.lead();
    StringBuilder text = new StringBuilder(value(lead));
    text.append("; ").append(lead.judgement().reason());
    if (!story.with().isEmpty()) {
      text.append("; with it: ")
          .append(names(story.with().stream().map(f -> f.measure().title()).toList()));
    }
    if (!story.alsoIn().isEmpty()) {
      text.append("; also in ").append(names(story.alsoIn().stream().map(Slice::title).toList()));
    }
    return text.toString();
  }

  private static String names(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() <= MOST_NAMED
        ? shown
        : shown + " and " + (names.size() - MOST_NAMED) + " more";
  }

  private static String value(Candidate figure) {
    Quantity quantity = Quantity.of(figure.measure().name(), figure.unit());
    Evidence evidence = figure.evidence();
    String value = quantity.value(evidence.value());
    String n = Digits.whole(evidence.n());
    String counted =
        evidence.numerator() >= 0
            ? "%s (%s of %s)".formatted(value, Digits.whole(evidence.numerator()), n)
            : "%s, n %s".formatted(value, n);
    return Double.isNaN(evidence.baseline().value()) || figure.unit().equals("mix")
        ? counted
        : counted + ", before " + quantity.value(evidence.baseline().value());
  }

  static String ofRelease(ReleaseChange change) {
    String since = CauseClause.day(change.epochDay());
    String route = change.route().title();
    return change.silent()
        ? "Behind the unchanged name %s another model answers since %s: %s instead of %s."
            .formatted(route, since, change.to(), change.from())
        : "A new release serves %s since %s: %s instead of %s."
            .formatted(route, since, change.to(), change.from());
  }
}

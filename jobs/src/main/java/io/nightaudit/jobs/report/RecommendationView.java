package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Condition;
import io.nightaudit.jobs.report.Report.DecisionRule;
import io.nightaudit.jobs.report.Report.Effect;
import io.nightaudit.jobs.report.Report.ExpectedLoss;
import io.nightaudit.jobs.report.Report.Placebo;
import io.nightaudit.jobs.report.Report.RecommendationEntry;
import io.nightaudit.jobs.report.chart.PlaceboChart;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Recommendations as cards, the strongest first; routes to keep in one list. */
final class RecommendationView {
  private RecommendationView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    Set<String> known =
        report.findings().stream().map(Report.FindingEntry::id).collect(Collectors.toSet());
    List<Object> cards = new ArrayList<>();
    for (String action : List.of("ROLL_BACK", "INVESTIGATE", "HOLD")) {
      for (RecommendationEntry entry : report.recommendations()) {
        if (entry.action().equals(action)) {
          cards.add(card(entry, known, prose));
        }
      }
    }
    List<Object> kept = new ArrayList<>();
    for (RecommendationEntry entry : report.recommendations()) {
      if (entry.action().equals("KEEP")) {
        kept.add(
            new Fields()
                .put("route", entry.routeTitle())
                .put("anchor", Anchors.recommendation(entry.id()))
                .put("release", entry.fromRelease())
                .put("reasons", sentences(entry.reasons(), prose))
                .map());
      }
    }
    return new Fields().put("cards", cards).put("kept", kept).map();
  }

  private static Map<String, Object> card(RecommendationEntry entry, Set<String> known, Prose prose)
      throws TemplateModelException {
    List<Object> standing = new ArrayList<>();
    if (entry.standing().isPresent()) {
      standing.add(OversightView.standing(entry.standing().get(), prose));
    }
    return new Fields()
        .put("standing", standing)
        .put("id", entry.id())
        .put("anchor", Anchors.recommendation(entry.id()))
        .put("action", entry.action())
        .put("route", entry.routeTitle())
        .put("colour", colour(entry.action()))
        .put("title", prose.of(entry.title()))
        .put("from", entry.fromRelease())
        .put("to", entry.toRelease())
        .put("gradeLetter", entry.grade().equals("NONE") ? "" : entry.grade())
        .put("grade", grade(entry.grade()))
        .put("effect", entry.effect().map(e -> effect(e, entry)).orElse(""))
        .put("effectHead", entry.effect().map(RecommendationView::head).orElse(""))
        .put("reasons", sentences(entry.reasons(), prose))
        .put("conditions", conditions(entry.conditions(), prose))
        .put("against", sentences(entry.against(), prose))
        .put("alternatives", sentences(entry.alternatives(), prose))
        .put("preserve", sentences(entry.preserve(), prose))
        .put("questions", sentences(entry.questions(), prose))
        .put("loss", entry.expectedLoss().map(RecommendationView::loss).orElse(""))
        .put("decision", entry.decisionRule().map(ContrastView::of).orElse(List.of()))
        .put("findings", findings(entry, known))
        .put("chart", chart(entry))
        .map();
  }

  private static String colour(String action) {
    return switch (action) {
      case "ROLL_BACK" -> "breach";
      case "INVESTIGATE" -> "warning";
      default -> "quiet";
    };
  }

  private static String grade(String grade) {
    return switch (grade) {
      case "A" -> "both releases served the same nights.";
      case "B" -> "compared with traffic that did not change.";
      case "C" -> "before and after only.";
      default -> "";
    };
  }

  private static String head(Effect effect) {
    return Quantity.of(effect.metric(), effect.unit()).difference(effect.value());
  }

  private static String measure(Effect effect) {
    try {
      return Measure.parse(effect.metric()).title();
    } catch (IllegalArgumentException notInTheCatalogue) {
      return effect.metric();
    }
  }

  private static String effect(Effect effect, RecommendationEntry entry) {
    return entry.decisionRule().map(rule -> beside(effect, rule)).orElseGet(() -> since(effect));
  }

  private static String beside(Effect effect, DecisionRule rule) {
    Quantity quantity = Quantity.of(effect.metric(), effect.unit());
    return "of %s on the same nights, %s since %s (interval valid on every night %s; n %s of %s, %s of %s), at the mix of the earlier release. The material limit is %s."
        .formatted(
            measure(effect),
            Sentences.count(rule.nights(), "night"),
            Nights.brief(effect.since()),
            quantity.differences(effect.low(), effect.high()),
            Digits.whole(effect.after()),
            rule.later(),
            Digits.whole(effect.before()),
            rule.earlier(),
            quantity.difference(Math.abs(effect.material())).replace("+", ""));
  }

  private static String loss(ExpectedLoss loss) {
    String days = Sentences.count(loss.days(), "day");
    String rollback = Digits.significant(loss.rollback());
    return loss.keep() > 0
        ? "In %s: %s to keep it for %s, %s for each night of waiting, %s for a rollback."
            .formatted(
                loss.unit(),
                Digits.significant(loss.keep()),
                days,
                Digits.significant(loss.nightly()),
                rollback)
        : "In %s: none to keep it for %s, as it is expected to be no worse, %s for a rollback."
            .formatted(loss.unit(), days, rollback);
  }

  private static String since(Effect effect) {
    Quantity quantity = Quantity.of(effect.metric(), effect.unit());
    return "of %s since %s (95%% interval %s; %s after, %s before), with the mix held at that of the baseline. The material limit is %s."
        .formatted(
            measure(effect),
            Nights.brief(effect.since()),
            quantity.differences(effect.low(), effect.high()),
            Sentences.count(effect.after(), "interaction"),
            Digits.whole(effect.before()),
            quantity.difference(Math.abs(effect.material())).replace("+", ""));
  }

  private static List<Object> conditions(List<Condition> conditions, Prose prose)
      throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (Condition condition : conditions) {
      rows.add(
          new Fields()
              .put("name", Mark.words(condition.name()))
              .put("holds", condition.holds())
              .put("text", prose.of(condition.text()))
              .map());
    }
    return rows;
  }

  private static List<Object> sentences(List<String> sentences, Prose prose)
      throws TemplateModelException {
    List<Object> markup = new ArrayList<>();
    for (String sentence : sentences) {
      markup.add(prose.of(Sentences.closed(sentence)));
    }
    return markup;
  }

  private static List<Object> findings(RecommendationEntry entry, Set<String> known) {
    List<Object> links = new ArrayList<>();
    for (String id : entry.findings()) {
      links.add(
          new Fields()
              .put("id", id)
              .put("anchor", known.contains(id) ? Anchors.finding(id) : "")
              .map());
    }
    return links;
  }

  private static List<Object> chart(RecommendationEntry entry) throws TemplateModelException {
    Optional<Effect> effect = entry.effect();
    if (effect.isEmpty() || entry.placebos().isEmpty()) {
      return List.of();
    }
    String id = Anchors.recommendation(entry.id()) + "-placebo";
    String colour = colour(entry.action());
    Quantity quantity = Quantity.of(effect.get().metric(), effect.get().unit());
    List<Object> rows = new ArrayList<>();
    for (Placebo placebo : entry.placebos()) {
      rows.add(
          new Fields()
              .put("night", Nights.brief(placebo.night()))
              .put("effect", quantity.difference(placebo.effect()))
              .map());
    }
    return List.of(
        new Fields()
            .put("title", chartTitle(effect.get(), entry.placebos()))
            .put("note", chartNote(effect.get(), entry.placebos()))
            .drawing("wide", PlaceboChart.wide(id, colour, effect.get(), entry.placebos()))
            .drawing("narrow", PlaceboChart.narrow(id, colour, effect.get(), entry.placebos()))
            .put("since", Nights.brief(effect.get().since()))
            .put("value", quantity.difference(effect.get().value()))
            .put("rows", rows)
            .map());
  }

  private static String chartTitle(Effect effect, List<Placebo> placebos) {
    double largest = placebos.stream().mapToDouble(p -> Math.abs(p.effect())).max().orElse(0);
    String since = "The change on " + Nights.brief(effect.since());
    if (largest == 0) {
      return since + " is larger than on any date without a release";
    }
    return since
        + " is "
        + Digits.significant(2, Math.abs(effect.value()) / largest)
        + " times the largest on a date without a release";
  }

  private static String chartNote(Effect effect, List<Placebo> placebos) {
    return "Change of %s, nights after against nights before, at the mix of the baseline. Square: %s with its 95%% interval. Dots: %s without a release. Shaded: the material limit."
        .formatted(
            measure(effect),
            Nights.brief(effect.since()),
            Sentences.count(placebos.size(), "date"));
  }
}

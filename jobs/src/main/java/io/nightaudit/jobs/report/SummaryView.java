package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Report.FamilyLine;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.chart.NightlyChart;
import io.nightaudit.jobs.report.chart.NightlyChart.Line;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Page one: three answers, the leading chart, one line for each family. */
final class SummaryView {
  private static final int LONG_ANSWER = 4;

  private SummaryView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    Report.Summary summary = report.summary();
    List<Object> answers = new ArrayList<>();
    answers.add(answer("Can tonight’s numbers be relied on?", summary.reliance(), prose));
    answers.add(answer("What changed?", summary.changes(), prose));
    answers.add(answer("What should be done?", summary.actions(), prose));
    List<Object> families = new ArrayList<>();
    for (FamilyLine line : summary.families()) {
      families.add(family(line, prose));
    }
    return new Fields()
        .put("answers", answers)
        .put("families", families)
        .put("lead", lead(report))
        .map();
  }

  private static Map<String, Object> answer(String question, Answer answer, Prose prose)
      throws TemplateModelException {
    return new Fields()
        .put("question", question)
        .put("headline", prose.of(Sentences.withShortWords(answer.headline())))
        .put("paragraphs", paragraphs(answer.sentences(), prose))
        .map();
  }

  /** The first goes on after the headline; a long answer has a second one. */
  private static List<Object> paragraphs(List<String> sentences, Prose prose)
      throws TemplateModelException {
    int first = sentences.size() > LONG_ANSWER ? LONG_ANSWER - 1 : sentences.size();
    List<Object> paragraphs = new ArrayList<>();
    paragraphs.add(prose.of(joined(sentences.subList(0, first))));
    if (first < sentences.size()) {
      paragraphs.add(prose.of(joined(sentences.subList(first, sentences.size()))));
    }
    return paragraphs;
  }

  private static String joined(List<String> sentences) {
    return Sentences.withShortWords(String.join(" ", sentences));
  }

  private static Map<String, Object> family(FamilyLine line, Prose prose)
      throws TemplateModelException {
    String missing =
        line.notComputed() == 0 ? "" : ", of which " + line.notComputed() + " not computed";
    return new Fields()
        .put("anchor", FamilyView.anchor(line.family()))
        .put("title", title(line.family()))
        .put("mark", Mark.of(line.verdict()))
        .put("sentence", prose.of(Sentences.withShortWords(line.sentence())))
        .put("figures", line.figures() + missing)
        .map();
  }

  static String title(String family) {
    for (Family known : Family.values()) {
      if (known.name().equals(family)) {
        return known.title();
      }
    }
    return Mark.words(family);
  }

  /** The leading chart, in a list that is empty where there is nothing to draw. */
  private static List<Object> lead(Report report) throws TemplateModelException {
    List<Figure> figures =
        report.summary().leadFigures().stream()
            .flatMap(id -> report.figures().stream().filter(f -> f.id().equals(id)).limit(1))
            .filter(figure -> !figure.series().isEmpty())
            .toList();
    if (figures.isEmpty()) {
      return List.of();
    }
    List<Line> lines = figures.stream().map(f -> new Line(name(f, figures), f)).toList();
    String title = title(report, figures.get(0));
    return List.of(
        new Fields()
            .put("title", Sentences.withShortWords(title))
            .put("note", note(figures))
            .put("figures", figures.stream().map(FigureView::link).toList())
            .drawing("wide", NightlyChart.wide("lead", title, lines))
            .drawing("narrow", NightlyChart.narrow("lead", title, lines))
            .put("table", NightTable.of(figures))
            .map());
  }

  private static String title(Report report, Figure figure) {
    Optional<String> sentence =
        report.findings().stream()
            .filter(finding -> finding.figure().equals(figure.id()))
            .map(finding -> Sentences.moved(finding.sentence()))
            .findFirst();
    return sentence.orElseGet(() -> figure.title() + ": no finding, " + figure.sliceTitle());
  }

  /** Where the slices have something in common, only what tells them apart. */
  private static String name(Figure figure, List<Figure> all) {
    Figure other = all.get(all.get(0).equals(figure) ? all.size() - 1 : 0);
    List<String> own = new ArrayList<>();
    figure
        .slice()
        .forEach(
            (name, value) -> {
              if (!value.equals(other.slice().get(name))) {
                own.add(value);
              }
            });
    String name = own.isEmpty() ? figure.sliceTitle() : String.join(" · ", own);
    return Mark.capital(name);
  }

  private static String note(List<Figure> figures) {
    Figure first = figures.get(0);
    String band =
        figures.size() == 1 && first.band().isPresent()
            ? " Shaded: where 19 of 20 nights fall if nothing changes."
            : "";
    String before = first.baseline().map(b -> " Dotted: mean before, " + b.what() + ".").orElse("");
    String common = figures.size() == 1 ? "" : ", " + shared(figures);
    return first.title()
        + common
        + ", "
        + FigureView.unit(first)
        + ", each night."
        + before
        + band
        + " Squares: alarms; triangles: unusual nights. Bar at the right: 95% interval of tonight.";
  }

  private static String shared(List<Figure> figures) {
    List<String> values = new ArrayList<>();
    figures
        .get(0)
        .slice()
        .forEach(
            (name, value) -> {
              if (figures.stream().allMatch(f -> value.equals(f.slice().get(name)))) {
                values.add(value);
              }
            });
    return values.isEmpty() ? "by slice" : String.join(" · ", values);
  }
}

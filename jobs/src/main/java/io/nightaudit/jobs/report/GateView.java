package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.GateReport.Candidate;
import io.nightaudit.jobs.report.GateReport.Comparison;
import io.nightaudit.jobs.report.GateReport.MetricEntry;
import io.nightaudit.jobs.report.chart.ForestChart;
import io.nightaudit.jobs.report.wording.ChangeText;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the page of the gate reads. */
final class GateView {
  private final GateReport report;

  private GateView(GateReport report) {
    this.report = report;
  }

  static Map<String, Object> of(GateReport report, String styles) throws TemplateModelException {
    return new GateView(report).page(styles);
  }

  private Map<String, Object> page(String styles) throws TemplateModelException {
    return new Fields()
        .put("gate", report)
        .drawing("styles", styles)
        .put("mark", GateWords.mark(report.outcome()))
        .put("headline", GateWords.headline(report))
        .put("nights", GateWords.nights(report))
        .put("split", GateWords.split(report))
        .put("baselineInteractions", Digits.whole(report.identity().baselineInteractions()))
        .put("candidates", report.candidates().stream().map(this::candidate).toList())
        .put("metrics", metrics())
        .put("rules", rules())
        .put("others", others())
        .put("coverage", coverage())
        .map();
  }

  private Map<String, Object> candidate(Candidate candidate) {
    return new Fields()
        .put("release", candidate.release())
        .put("interactions", Digits.whole(candidate.interactions()))
        .put("mark", GateWords.mark(candidate.outcome()))
        .put("reasons", candidate.reasons())
        .put("loud", candidate.outcome().equals("FAILS"))
        .put("allowed", candidate.passes() && candidate.outcome().equals("UNDECIDED"))
        .map();
  }

  private List<Map<String, Object>> metrics() throws TemplateModelException {
    List<Map<String, Object>> metrics = new ArrayList<>();
    for (int i = 0; i < report.split().metrics(); i++) {
      metrics.add(metric(i));
    }
    return metrics;
  }

  private Map<String, Object> metric(int position) throws TemplateModelException {
    MetricEntry first = report.candidates().get(0).metrics().get(position);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Candidate candidate : report.candidates()) {
      rows.add(row(candidate, candidate.metrics().get(position)));
    }
    List<ForestChart.Line> lines = lines(position);
    boolean drawn = ForestChart.worthDrawing(lines);
    String id = "forest-" + position;
    String title = first.title() + ": candidates against the baseline";
    return new Fields()
        .put("title", first.title())
        .put("harm", GateWords.harm(first))
        .put("anchor", Anchors.metric(first.metric()))
        .put("rows", rows)
        .put("drawn", drawn)
        .drawing("wide", drawn ? ForestChart.wide(id, title, GateWords.quantity(first), lines) : "")
        .drawing(
            "narrow", drawn ? ForestChart.narrow(id, title, GateWords.quantity(first), lines) : "")
        .map();
  }

  private List<ForestChart.Line> lines(int position) {
    List<ForestChart.Line> lines = new ArrayList<>();
    for (Candidate candidate : report.candidates()) {
      MetricEntry metric = candidate.metrics().get(position);
      lines.add(
          new ForestChart.Line(
              candidate.release(),
              GateWords.mark(metric.outcome()).colour(),
              metric.counting().map(Comparison::change).orElse(null),
              metric.limit().orElse(Double.NaN),
              metric.reason()));
    }
    return lines;
  }

  private Map<String, Object> row(Candidate candidate, MetricEntry metric) {
    Quantity quantity = GateWords.quantity(metric);
    Optional<Comparison> shown = metric.counting().or(metric::plain);
    return new Fields()
        .put("release", candidate.release())
        .put("id", metric.figure())
        .put("mark", GateWords.mark(metric.outcome()))
        .put("loud", metric.outcome().equals("FAILS"))
        .put("reason", Sentences.closed(Mark.capital(metric.reason())))
        .put("value", shown.map(c -> quantity.value(c.value())).orElse("–"))
        .put("n", shown.map(c -> "n " + Digits.whole(c.n())).orElse(""))
        .put("before", shown.map(c -> quantity.value(c.baseline())).orElse("–"))
        .put("beforeN", shown.map(c -> "n " + Digits.whole(c.baselineN())).orElse(""))
        .put("change", shown.map(c -> ChangeText.of(quantity, c.change())).orElse("–"))
        .put("interval", shown.flatMap(c -> ChangeText.interval(quantity, c.change())).orElse(""))
        .put("basis", GateWords.basis(metric.counts(), metric.counting()))
        .put("beside", GateWords.beside(metric))
        .map();
  }

  private List<Map<String, Object>> rules() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Candidate candidate : report.candidates()) {
      for (GateReport.RuleEntry rule : candidate.rules()) {
        rows.add(
            new Fields()
                .put("release", candidate.release())
                .put("rule", rule.rule())
                .put("mark", GateWords.mark(rule.outcome()))
                .put("reason", rule.reason())
                .map());
      }
    }
    return rows;
  }

  private List<Map<String, Object>> others() {
    return report.candidates().stream()
        .map(
            candidate ->
                new Fields()
                    .put("release", candidate.release())
                    .put(
                        "rows",
                        GateMoved.of(report, candidate).stream().map(GateView::other).toList())
                    .map())
        .toList();
  }

  private static Map<String, Object> other(GateMoved moved) {
    return new Fields()
        .put("id", moved.figure().id())
        .put("title", moved.figure().title())
        .put("mark", Mark.of(moved.figure().verdict()))
        .put("value", moved.value())
        .put("n", moved.n())
        .put("before", moved.baseline())
        .put("beforeN", moved.baselineN())
        .put("change", moved.change())
        .put("interval", moved.interval())
        .put("basis", moved.basis())
        .map();
  }

  private String coverage() {
    GateReport.Reliance reliance = report.reliance();
    return "%s rows were read: %s measured, %s in quarantine, %s duplicate."
            .formatted(
                Digits.whole(reliance.rowsRead()),
                Digits.whole(reliance.rowsKept()),
                Digits.whole(reliance.rowsQuarantined()),
                Digits.whole(reliance.rowsDuplicate()))
        + emptyNights(reliance.nightsWithoutRows());
  }

  private String emptyNights(int empty) {
    return empty == 0
        ? ""
        : " %s of %s have no rows."
            .formatted(empty, Sentences.count(report.identity().nights(), "night"));
  }
}

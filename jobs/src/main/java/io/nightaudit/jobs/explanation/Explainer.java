package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.Check;
import io.nightaudit.jobs.explanation.ExplainedFigure.SourceColumn;
import io.nightaudit.jobs.explanation.ExplainedFigure.Value;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.SliceSettings;
import io.nightaudit.jobs.report.Formulas;
import io.nightaudit.jobs.report.Identifiers;
import io.nightaudit.jobs.report.LabelEntry;
import io.nightaudit.jobs.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains figures: from facts of the store to their origin. */
public final class Explainer {
  private final NightContext context;

  public Explainer(NightContext context) {
    this.context = context;
  }

  /**
   * One figure of a slice.
   *
   * @param about why it is explained; empty where its own id was given
   */
  public ExplainedFigure explain(SliceFacts slice, Measure measure, String about) {
    return explain(slice.of(measure)).because(about);
  }

  ExplainedFigure explain(FigureFacts facts) {
    Measure measure = facts.measure();
    SliceSettings slices = context.configuration().slices();
    Optional<Recomputation> recomputation = new Recomputations(facts, slices).value();
    return new ExplainedFigure(
        Identifiers.figure(measure, facts.slice()),
        "",
        measure.name(),
        measure.title(),
        measure.metric().family().name(),
        facts.slice().asMap(),
        facts.slice().title(),
        context.night().toString(),
        facts.reported().isPresent(),
        value(facts),
        Formulas.definition(measure),
        facts.reported().map(Report.Figure::formula).orElseGet(() -> formula(facts)),
        columns(facts),
        recomputation.map(Recomputation::inputs).orElse(List.of()),
        recomputation.map(Recomputation::arithmetic).orElse(List.of()),
        check(facts, recomputation),
        IntervalOrigins.of(facts),
        new BaselineOrigins(context, facts).origin(),
        ChangeOrigins.of(facts),
        new ScoreOrigins(context, facts).origin(),
        new PolicyLines(context, facts).lines(),
        verdict(facts),
        reason(facts),
        labels(facts),
        new Reproductions(context, facts).reproduction());
  }

  private Check check(FigureFacts facts, Optional<Recomputation> recomputation) {
    return new FigureCheck(context, facts).check(recomputation);
  }

  private static String formula(FigureFacts facts) {
    return facts
        .recomputed()
        .map(found -> Formulas.of(facts.measure(), found.evidence()))
        .orElseGet(() -> Formulas.of(facts.measure()));
  }

  private static Value value(FigureFacts facts) {
    Optional<StoredFigure> stored = facts.stored();
    Quantity quantity = Quantity.of(facts.measure().name(), facts.unit());
    Optional<Double> value = Exact.present(facts.value());
    return new Value(
        value,
        value.map(quantity::value).orElse("none"),
        facts.unit(),
        stored.map(StoredFigure::n).orElse(0L),
        stored.map(StoredFigure::numerator).filter(numerator -> numerator >= 0));
  }

  private static String verdict(FigureFacts facts) {
    return facts
        .stored()
        .map(stored -> stored.judged().verdict().name())
        .or(() -> facts.reported().map(Report.Figure::verdict))
        .orElse("INSUFFICIENT_DATA");
  }

  private static String reason(FigureFacts facts) {
    return facts
        .stored()
        .map(stored -> stored.judged().reason())
        .or(() -> facts.reported().map(Report.Figure::reason))
        .orElse("No row has a value tonight.");
  }

  /** The columns of the metric, then those of the slice. */
  private List<SourceColumn> columns(FigureFacts facts) {
    Set<String> names = new LinkedHashSet<>();
    Measure measure = facts.measure();
    if (measure.metric() == Metric.SCORES) {
      names.add(Column.SCORE_PREFIX + measure.argument());
    }
    measure.metric().needs().stream().map(Column::id).forEach(names::add);
    boolean released =
        measure.metric() == Metric.RELEASES || facts.slice().dimensions().containsKey("release");
    names.addAll(facts.slice().level());
    if (released) {
      names.remove("release");
      names.addAll(context.configuration().release());
    }
    return columns(names);
  }

  private List<SourceColumn> columns(Set<String> names) {
    ArchiveColumns archive = new ArchiveColumns(context.configuration());
    boolean priced = !context.configuration().prices().book().prices().isEmpty();
    List<SourceColumn> columns = new ArrayList<>();
    for (String name : names) {
      Optional<ColumnMapping> mapping = archive.mapping(name);
      boolean scores = name.equals(Column.SCORES.id()) || name.startsWith(Column.SCORE_PREFIX);
      if (mapping.isPresent() || !scores) {
        String absent =
            priced && name.equals(Column.REPORTED_COST.id()) ? "the price book" : "not mapped";
        columns.add(new SourceColumn(name, mapping.map(ArchiveRows::from).orElse(absent)));
      }
    }
    return columns;
  }

  private List<String> labels(FigureFacts facts) {
    if (!facts.slice().equals(Slice.ALL)) {
      return List.of();
    }
    return context.report().map(Report::labels).orElse(List.of()).stream()
        .filter(label -> label.target().equals(facts.measure().name()))
        .map(Explainer::label)
        .toList();
  }

  private static String label(LabelEntry label) {
    if (label.estimate().isEmpty()) {
      return "no estimate from labels: " + label.reason();
    }
    Quantity quantity = Quantity.of(label.target(), label.unit());
    return "%s from %s labels of %s people, and %s scores of the judge with weight %s%s"
        .formatted(
            quantity.value(label.estimate().get()),
            Exact.count(label.n()),
            Exact.count(label.people()),
            Exact.count(label.judged()),
            label.lambda().map(Exact::number).orElse("0"),
            label
                .low()
                .flatMap(low -> label.high().map(high -> ", " + quantity.interval(low, high)))
                .orElse(""));
  }
}

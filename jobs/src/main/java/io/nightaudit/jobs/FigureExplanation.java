package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.ExplainRequest;
import io.nightaudit.jobs.evidence.Tombstone;
import io.nightaudit.jobs.explanation.ExplainedFigure;
import io.nightaudit.jobs.explanation.Explainer;
import io.nightaudit.jobs.explanation.ExplanationJson;
import io.nightaudit.jobs.explanation.ExplanationText;
import io.nightaudit.jobs.explanation.NightContext;
import io.nightaudit.jobs.explanation.SliceFacts;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.store.AuditStore;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Explains figures of a night out of the store alone. */
final class FigureExplanation {
  private static final String WITHHELD =
      "%s is withheld: its slice is a small cell, and no figure of it is shown or stored.";

  private final AuditConfiguration configuration;
  private final ExplainRequest request;

  FigureExplanation(AuditConfiguration configuration, ExplainRequest request) {
    this.configuration = configuration;
    this.request = request;
  }

  /**
   * What a program reads.
   *
   * @param withheld whether the figure is one of a small cell
   */
  private record Answer(
      String asked, String night, boolean withheld, List<ExplainedFigure> figures) {}

  /** Prints what was asked for and returns the exit status. */
  int run(PrintWriter out, PrintWriter err) {
    SparkSession spark = Sessions.forStore(Sessions.open(request.master()));
    if (!AuditStore.exists(spark, configuration.store())) {
      return missing("there is no audit store in " + configuration.store(), err);
    }
    try (AuditStore store = AuditStore.open(spark, configuration.store())) {
      if (!store.nights().contains(request.night().toEpochDay())) {
        return missing(
            "the store %s has no night %s".formatted(configuration.store(), request.night()), err);
      }
      Optional<Tombstone> removed =
          new RetainedNights(store, configuration.policy()).removed(request.night());
      if (removed.isPresent()) {
        return missing(
            "the rows of the night %s were %s".formatted(request.night(), removed.get().words()),
            err);
      }
      ExitStatus status =
          request.id().isPresent() ? explain(store, request.id().get(), out) : list(store, out);
      out.flush();
      return status.code();
    }
  }

  private int missing(String what, PrintWriter err) {
    err.println("nightaudit: " + configuration.redaction().apply(what));
    err.println("  audit it to have its figures: nightaudit run --night " + request.night());
    err.flush();
    return ExitStatus.INPUT_MISSING.code();
  }

  private ExitStatus list(AuditStore store, PrintWriter out) {
    String text = new FigureListing(store, request.night(), request.metric()).text(request.json());
    out.print(configuration.redaction().apply(text));
    return ExitStatus.DONE;
  }

  private ExitStatus explain(AuditStore store, String id, PrintWriter out) {
    StoredFigures figures = new StoredFigures(store, configuration, request.night());
    NightContext context = figures.context(request.file(), request.ownKeys());
    FigureSearch.Found found =
        new FigureSearch(store, context.report(), request.night(), id).find();
    List<ExplainedFigure> explained = explain(figures, context, found.targets());
    out.print(configuration.redaction().apply(text(id, found.withheld(), explained)));
    boolean agrees =
        explained.stream()
            .allMatch(figure -> figure.check().state() == ExplainedFigure.State.AGREES);
    return agrees ? ExitStatus.DONE : ExitStatus.DIFFERS;
  }

  private static List<ExplainedFigure> explain(
      StoredFigures figures, NightContext context, List<FigureSearch.Target> targets) {
    Explainer explainer = new Explainer(context);
    Map<Slice, SliceFacts> slices = new HashMap<>();
    List<ExplainedFigure> explained = new ArrayList<>();
    for (FigureSearch.Target target : targets) {
      SliceFacts slice =
          slices.computeIfAbsent(target.slice(), wanted -> figures.slice(context, wanted));
      explained.add(explainer.explain(slice, target.measure(), target.about()));
    }
    return explained;
  }

  private String text(String id, boolean withheld, List<ExplainedFigure> explained) {
    if (request.json()) {
      return ExplanationJson.write(new Answer(id, request.night().toString(), withheld, explained));
    }
    return withheld ? WITHHELD.formatted(id) + "\n" : ExplanationText.of(explained);
  }
}

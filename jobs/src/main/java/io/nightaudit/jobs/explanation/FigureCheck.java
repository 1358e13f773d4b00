package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.Check;
import io.nightaudit.jobs.explanation.ExplainedFigure.State;
import io.nightaudit.jobs.report.Report;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what was stored with what its inputs give, and with what the report shows. */
final class FigureCheck {
  /** Digits of numbers in report.json. */
  private static final MathContext REPORTED = new MathContext(6, RoundingMode.HALF_EVEN);

  private final NightContext context;
  private final FigureFacts facts;

  FigureCheck(NightContext context, FigureFacts facts) {
    this.context = context;
    this.facts = facts;
  }

  Check check(Optional<Recomputation> recomputation) {
    List<String> differences = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<Double> value =
        recomputation.map(Recomputation::value).flatMap(found -> Exact.present(found));
    boolean valued = Double.isFinite(facts.value());
    if (valued && (recomputation.isEmpty() || facts.recomputed().isEmpty())) {
      notes.add("the profiles of the night that it was made from are not in the store");
      return new Check(State.NOT_RECOMPUTED, Optional.empty(), List.of(), notes);
    }
    facts.stored().ifPresent(stored -> compare(stored, recomputation, differences, notes));
    facts.reported().ifPresent(shown -> compare(shown, differences));
    return new Check(
        differences.isEmpty() ? State.AGREES : State.DIFFERS, value, differences, notes);
  }

  private void compare(
      StoredFigure stored,
      Optional<Recomputation> recomputation,
      List<String> differences,
      List<String> notes) {
    differences.addAll(
        new Differences()
            .number(
                "value from the inputs",
                stored.value(),
                recomputation.map(Recomputation::value).orElse(Double.NaN))
            .list());
    if (facts.recomputed().isEmpty()) {
      return;
    }
    StoredFigure anew = facts.recomputed().get().figure();
    differences.addAll(stored.measuredDifferences(anew));
    List<String> judged = stored.judgedDifferences(anew);
    if (context.sameConfiguration()) {
      differences.addAll(judged);
    } else {
      notes.add(
          "the configuration is not that of the report: verdict and score are those that were stored%s"
              .formatted(judged.isEmpty() ? "" : "; this one gives others"));
    }
  }

  private void compare(Report.Figure shown, List<String> differences) {
    StoredFigure stored = facts.stored().orElse(null);
    if (stored == null) {
      if (shown.value().isPresent()) {
        differences.add("value: the report shows one, the table measurements has none");
      }
      return;
    }
    differences.addAll(
        new Differences()
            .number(
                "value of the report", rounded(stored.value()), shown.value().orElse(Double.NaN))
            .whole("n of the report", stored.n(), shown.n())
            .whole("numerator of the report", stored.numerator(), shown.numerator().orElse(-1L))
            .text("verdict of the report", stored.judged().verdict().name(), shown.verdict())
            .list());
  }

  private static double rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(REPORTED).doubleValue()
        : Double.NaN;
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.finding.Explanation;
import io.nightaudit.jobs.finding.ReleaseChange;
import java.util.Optional;

/** Makes the figures behind a finding's cause. */
final class ExplanationComposer {
  private ExplanationComposer() {}

  static CauseReport.ExplanationEntry entry(Explanation explanation) {
    Effect raw = explanation.raw();
    Effect standardised = explanation.standardised();
    Explanation.Mix mix = explanation.mix();
    return new CauseReport.ExplanationEntry(
        explanation.unit(),
        FigureComposer.finite(explanation.before()),
        FigureComposer.finite(explanation.since()),
        FigureComposer.finite(raw.value()),
        FigureComposer.finite(raw.low()),
        FigureComposer.finite(raw.high()),
        FigureComposer.finite(standardised.value()),
        FigureComposer.finite(standardised.low()),
        FigureComposer.finite(standardised.high()),
        FigureComposer.finite(mix.part()),
        FigureComposer.finite(mix.behaviour()),
        FigureComposer.finite(mix.share()),
        mix.by(),
        explanation.carriedBy().stream().map(ExplanationComposer::carrier).toList(),
        explanation.bridge(),
        explanation.speed().map(ExplanationComposer::speed),
        explanation.release().map(ExplanationComposer::release),
        explanation.inputAlarmed(),
        explanation.reason());
  }

  /** A size, if there is one. */
  static Optional<CauseReport.Size> size(Effect effect) {
    return FigureComposer.finite(effect.value())
        .map(
            value ->
                new CauseReport.Size(
                    value,
                    FigureComposer.finite(effect.low()),
                    FigureComposer.finite(effect.high())));
  }

  private static CauseReport.Carrier carrier(Explanation.Carrier carrier) {
    return new CauseReport.Carrier(
        carrier.slice().asMap(),
        carrier.slice().title(),
        carrier.part(),
        FigureComposer.finite(carrier.share()));
  }

  private static CauseReport.Speed speed(Explanation.Speed speed) {
    return new CauseReport.Speed(
        speed.slope() ? "slope" : "step",
        Identifiers.date(speed.since()),
        FigureComposer.finite(speed.perWeek()),
        FigureComposer.finite(speed.low()),
        FigureComposer.finite(speed.high()));
  }

  private static CauseReport.CoincidingRelease release(ReleaseChange release) {
    return new CauseReport.CoincidingRelease(
        release.route().asMap(),
        release.from(),
        release.to(),
        Identifiers.date(release.epochDay()),
        release.silent());
  }
}

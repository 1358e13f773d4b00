package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.comparison.BaselineNight;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.explanation.ExplainedFigure.BaselineOrigin;
import io.nightaudit.jobs.explanation.ExplainedFigure.NightBefore;
import io.nightaudit.jobs.explanation.StoredFigure.Comparison;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a figure was before: every night of the window, and how they make one value. */
final class BaselineOrigins {
  private final NightContext context;
  private final FigureFacts facts;

  BaselineOrigins(NightContext context, FigureFacts facts) {
    this.context = context;
    this.facts = facts;
  }

  BaselineOrigin origin() {
    Optional<Comparison> compared = facts.stored().flatMap(StoredFigure::comparison);
    double value = compared.map(c -> c.baseline().value()).orElse(Double.NaN);
    Quantity quantity = Quantity.of(facts.measure().name(), facts.unit());
    return new BaselineOrigin(
        Exact.present(value),
        Double.isFinite(value) ? quantity.value(value) : "none",
        compared.map(c -> c.baseline().n()).orElse(0L),
        compared.map(c -> c.baseline().nights()).orElse(0),
        compared.isEmpty() ? "no night before was compared with" : how(),
        facts.window().stream().map(this::night).toList());
  }

  private String how() {
    Extraction extraction = facts.measure().metric().extraction();
    if (extraction instanceof Extraction.Volume || extraction instanceof Extraction.Total) {
      return "the totals of the nights compared with, divided by their number";
    } else if (extraction instanceof Extraction.Distinct
        || extraction instanceof Extraction.Terms) {
      return "the mean of the nightly values";
    }
    return facts.measure().metric().unit().equals("mix")
        ? "the nights compared with, merged; the value is the distance that chance alone gives"
        : "the profiles of the nights compared with, merged";
  }

  private NightBefore night(BaselineNight before) {
    Optional<StreamNight> daily = Optional.ofNullable(facts.daily().get(before.epochDay()));
    return new NightBefore(
        LocalDate.ofEpochDay(before.epochDay()).toString(),
        daily.flatMap(night -> Exact.present(night.value())),
        daily.map(StreamNight::n).orElse(0L),
        before.use() == BaselineNight.Use.USED,
        before.use().words(),
        daily.map(this::scored).orElse("no value"));
  }

  /** What a night is to the daily score. */
  private String scored(StreamNight night) {
    long day = night.epochDay();
    OptionalLong accepted =
        context.accepted().from(facts.slice(), facts.measure(), context.epochDay());
    Optional<String> excluded = context.configuration().policy().excluded(day);
    if (excluded.isPresent()) {
      return "excluded by the calendar: " + excluded.get();
    } else if (accepted.isPresent() && day < accepted.getAsLong()) {
      return "before the accepted level of " + LocalDate.ofEpochDay(accepted.getAsLong());
    } else if (isOfAnotherDefinition(night)) {
      return "meant something else";
    } else if (!night.followed()) {
      return "too few values to follow";
    }
    return context.unreliable().contains(day) ? "unreliable: scored, not learnt from" : "followed";
  }

  private boolean isOfAnotherDefinition(StreamNight night) {
    return facts
        .stored()
        .map(stored -> !stored.definition().equals(night.definition()))
        .orElse(false);
  }

  /** Days of all nights that the score may rest on, tonight not among them. */
  static List<Long> followed(FigureFacts facts, NightContext context) {
    BaselineOrigins origins = new BaselineOrigins(context, facts);
    return facts.daily().headMap(context.epochDay()).values().stream()
        .filter(night -> origins.scored(night).startsWith("followed"))
        .map(StreamNight::epochDay)
        .toList();
  }
}

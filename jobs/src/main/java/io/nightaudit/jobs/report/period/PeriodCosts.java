package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.comparison.PeriodEvidence;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.report.Identifiers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes what a period cost, in sums that add up to the last digit. */
final class PeriodCosts {
  private static final int PICO_DIGITS = 12;
  private static final String METER = "meter";

  /** By what cost is split, with its title; a column that the ledger lacks has no table. */
  private static final List<Dimension> DIMENSIONS =
      List.of(
          new Dimension(METER, "meter"),
          new Dimension(Column.RESPONSE_MODEL.id(), "model that answered"),
          new Dimension(Column.REQUEST_MODEL.id(), "requested model"),
          new Dimension(Column.TEAM_ID.id(), "team"),
          new Dimension(Column.APP_NAME.id(), "application"),
          new Dimension(Column.TENANT.id(), "tenant"),
          new Dimension(Column.COST_CENTER.id(), "cost centre"));

  private record Dimension(String name, String title) {}

  private final PeriodRecord record;
  private final List<CostLine> now;
  private final List<CostLine> before;

  PeriodCosts(PeriodRecord record) {
    this.record = record;
    this.now = lines(record.costs().tailMap(record.first()));
    this.before = lines(record.costs().headMap(record.first()));
  }

  private static List<CostLine> lines(SortedMap<Long, List<CostLine>> nights) {
    return nights.values().stream().flatMap(List::stream).toList();
  }

  PeriodReport.Costs compose() {
    Optional<PeriodReport.PerAccepted> perAccepted = perAccepted();
    return new PeriodReport.Costs(
        usd(now),
        before.isEmpty() ? Optional.empty() : Optional.of(usd(before)),
        record.costs().headMap(record.first()).size(),
        tokens(now),
        unpriced(now),
        record.costs().tailMap(record.first()).entrySet().stream()
            .map(night -> night(night.getKey(), night.getValue()))
            .toList(),
        DIMENSIONS.stream().flatMap(dimension -> group(dimension).stream()).toList(),
        perAccepted,
        perAccepted.isPresent()
            ? ""
            : "the archive has no cost, or nothing that says which answers were accepted");
  }

  private static PeriodReport.NightCost night(long night, List<CostLine> lines) {
    return new PeriodReport.NightCost(Identifiers.date(night), usd(lines), unpriced(lines));
  }

  private Optional<PeriodReport.CostGroup> group(Dimension dimension) {
    boolean known =
        dimension.name().equals(METER)
            || now.stream().anyMatch(line -> line.key().dimensions().containsKey(dimension.name()));
    boolean personal = record.configuration().slices().personal().contains(dimension.name());
    return now.isEmpty() || !known || personal
        ? Optional.empty()
        : Optional.of(
            new PeriodReport.CostGroup(dimension.name(), dimension.title(), parts(dimension)));
  }

  private List<PeriodReport.CostPart> parts(Dimension dimension) {
    SortedMap<String, List<CostLine>> earlier = by(dimension, before);
    SortedMap<String, List<CostLine>> later = by(dimension, now);
    // What cost only before stays in the table, so that both columns add up.
    earlier.keySet().forEach(name -> later.putIfAbsent(name, List.of()));
    List<PeriodReport.CostPart> parts = new ArrayList<>();
    later.forEach(
        (name, lines) ->
            parts.add(
                new PeriodReport.CostPart(
                    name,
                    tokens(lines),
                    usd(lines),
                    Optional.ofNullable(earlier.get(name)).map(PeriodCosts::usd),
                    unpriced(lines))));
    parts.sort(
        Comparator.comparing((PeriodReport.CostPart part) -> new BigDecimal(part.usd()))
            .reversed()
            .thenComparing(PeriodReport.CostPart::name));
    return parts;
  }

  private static SortedMap<String, List<CostLine>> by(Dimension dimension, List<CostLine> lines) {
    Function<CostLine, String> name =
        dimension.name().equals(METER)
            ? CostLine::meter
            : line -> line.key().dimensions().getOrDefault(dimension.name(), "(unknown)");
    SortedMap<String, List<CostLine>> by = new TreeMap<>();
    lines.forEach(line -> by.computeIfAbsent(name.apply(line), key -> new ArrayList<>()).add(line));
    return by;
  }

  /** Sums of picodollars leave the range of a long within nine million dollars. */
  private static String usd(List<CostLine> lines) {
    BigInteger pico =
        lines.stream()
            .map(line -> BigInteger.valueOf(line.picoDollars()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return new BigDecimal(pico, PICO_DIGITS).toPlainString();
  }

  private static long tokens(List<CostLine> lines) {
    return lines.stream().mapToLong(CostLine::tokens).sum();
  }

  private static long unpriced(List<CostLine> lines) {
    return lines.stream().filter(line -> !line.priced()).mapToLong(CostLine::interactions).sum();
  }

  /** Cost of an interaction over the share of answers that were accepted. */
  private Optional<PeriodReport.PerAccepted> perAccepted() {
    Optional<PeriodEvidence> cost = figure(Measure.of(Metric.COST_PER_INTERACTION));
    Optional<PeriodEvidence> accepted = accepted();
    if (cost.isEmpty() || accepted.isEmpty() || !(accepted.get().now().value() > 0)) {
      return Optional.empty();
    }
    double share = accepted.get().now().value();
    Optional<Double> earlier =
        cost.get()
            .before()
            .flatMap(
                c ->
                    accepted
                        .get()
                        .before()
                        .filter(a -> a.value() > 0)
                        .map(a -> c.value() / a.value()));
    return Optional.of(
        new PeriodReport.PerAccepted(
            accepted.get().measure().title(),
            cost.get().now().value() / share,
            earlier,
            share,
            accepted.get().now().n()));
  }

  /** The first gate score of yes and no; else what users rated. */
  private Optional<PeriodEvidence> accepted() {
    Optional<PeriodEvidence> score =
        record.all().stream()
            .flatMap(all -> all.figures().stream())
            .filter(figure -> figure.measure().metric() == Metric.SCORES)
            .filter(figure -> figure.now().numerator() >= 0)
            .filter(figure -> record.configuration().policy().of(figure.measure()).gate())
            .findFirst();
    return score.or(() -> figure(Measure.of(Metric.FEEDBACK_POSITIVE)));
  }

  private Optional<PeriodEvidence> figure(Measure measure) {
    return record.all().stream()
        .flatMap(all -> all.figures().stream())
        .filter(figure -> figure.measure().equals(measure))
        .findFirst();
  }
}

package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.AuditConfiguration;
import java.util.Optional;

/** What plain SQL selects to get a figure out of the archive's rows. */
final class ArchiveSql {
  private static final String CATEGORIES =
      "%s AS category, count(*) AS n, count(*) / sum(count(*)) OVER () AS value";

  private static final int SCORE_DECIMALS = 6;

  private final AuditConfiguration configuration;
  private final ArchiveColumns columns;
  private final FigureFacts facts;

  ArchiveSql(AuditConfiguration configuration, FigureFacts facts) {
    this.configuration = configuration;
    this.columns = new ArchiveColumns(configuration);
    this.facts = facts;
  }

  /**
   * A query.
   *
   * @param select what it selects
   * @param grouped whether one row is one category
   * @param note how its value is not quite that of the figure; empty where it is
   */
  record Query(String select, boolean grouped, String note) {
    static Query of(String select) {
      return new Query(select, false, "");
    }
  }

  /** The query; empty where plain SQL cannot give the number. */
  Optional<Query> query() {
    Metric metric = facts.measure().metric();
    Extraction extraction = metric.extraction();
    if (extraction instanceof Extraction.Volume) {
      return Optional.of(Query.of("count(*) AS value"));
    } else if (extraction instanceof Extraction.Quantile quantile) {
      return quantile(quantile);
    } else if (extraction instanceof Extraction.Distinct distinct) {
      return distinct(distinct);
    } else if (extraction instanceof Extraction.Category) {
      return category(metric);
    } else if (metric == Metric.SCORES) {
      return score();
    }
    return extraction instanceof Extraction.Share ? share(metric) : number(metric);
  }

  private Optional<Query> number(Metric metric) {
    return switch (metric) {
      case INPUT_TOKENS -> mean(columns.number(Column.INPUT_TOKENS));
      case OUTPUT_TOKENS -> mean(columns.number(Column.OUTPUT_TOKENS));
      case REASONING_TOKENS -> mean(columns.number(Column.REASONING_TOKENS));
      case DURATION_MS -> mean(columns.number(Column.DURATION_MS));
      case TIME_TO_FIRST_TOKEN_MS -> mean(columns.number(Column.TIME_TO_FIRST_TOKEN_MS));
      case TOTAL_TOKENS ->
          mean(
              columns
                  .number(Column.INPUT_TOKENS)
                  .flatMap(
                      in -> columns.number(Column.OUTPUT_TOKENS).map(out -> in + " + " + out)));
      case COST_PER_INTERACTION -> mean(cost());
      case COST_TOTAL -> cost().map(cost -> Query.of("sum(" + cost + ") AS value"));
      default -> Optional.empty();
    };
  }

  private Optional<Query> mean(Optional<String> number) {
    return number
        .map(this::kept)
        .map(value -> Query.of("avg(%s) AS value, count(%s) AS n".formatted(value, value)));
  }

  private String kept(String number) {
    Extraction extraction = facts.measure().metric().extraction();
    int decimals =
        extraction instanceof Extraction.Quantity quantity ? quantity.scale() : SCORE_DECIMALS;
    return ArchiveColumns.kept(number, decimals);
  }

  /** Costs that the archive reports; a price book is no SQL. */
  private Optional<String> cost() {
    return configuration.prices().book().prices().isEmpty()
        ? columns.number(Column.REPORTED_COST)
        : Optional.empty();
  }

  private Optional<Query> share(Metric metric) {
    return switch (metric) {
      case ERRORS ->
          columns
              .category(Column.STATUS.id())
              .map(status -> share("lower(" + status + ") = 'error'", status + " IS NOT NULL"));
      case DURATION_OVER_500_MS -> slower(500);
      case DURATION_OVER_800_MS -> slower(800);
      case DURATION_OVER_1_S -> slower(1000);
      case DURATION_OVER_30_S -> slower(30_000);
      case FEEDBACK_GIVEN ->
          columns.number(Column.FEEDBACK).map(given -> share(given + " IS NOT NULL", "true"));
      case FEEDBACK_POSITIVE ->
          columns
              .number(Column.FEEDBACK)
              .map(given -> share(given + " > 0", given + " IS NOT NULL"));
      case UNPRICED -> cost().map(cost -> share(cost + " IS NULL", "true"));
      default -> Optional.empty();
    };
  }

  private Optional<Query> slower(int milliseconds) {
    return columns
        .number(Column.DURATION_MS)
        .map(duration -> share(duration + " > " + milliseconds, duration + " IS NOT NULL"));
  }

  private static Query share(String holds, String among) {
    return Query.of(
        "count_if(%s) / count_if(%s) AS value,\n  count_if(%s) AS numerator,\n  count_if(%s) AS n"
            .formatted(holds, among, holds, among));
  }

  private Optional<Query> score() {
    return columns
        .score(facts.measure().argument(), facts.isShare())
        .flatMap(
            score ->
                facts.isShare()
                    ? Optional.of(share(score, score + " IS NOT NULL"))
                    : mean(Optional.of(score)));
  }

  private Optional<Query> quantile(Extraction.Quantile quantile) {
    Column column =
        quantile.source().equals(Metric.DURATION_MS.id())
            ? Column.DURATION_MS
            : Column.TIME_TO_FIRST_TOKEN_MS;
    return columns
        .number(column)
        .map(
            value ->
                new Query(
                    "percentile(%s, %s) AS value, count(%s) AS n"
                        .formatted(value, Exact.number(quantile.rank()), value),
                    false,
                    "It gives the exact quantile, between two values where need be; the figure is"
                        + " the middle of a bucket 2% wide."));
  }

  private Optional<Query> distinct(Extraction.Distinct distinct) {
    return columns
        .category(distinct.identifier().id())
        .map(
            id ->
                new Query(
                    "count(DISTINCT %s) AS value, count(%s) AS n".formatted(id, id),
                    false,
                    "It counts exactly; the figure is an estimate with a standard error of 1.6%."));
  }

  private Optional<Query> category(Metric metric) {
    String name =
        metric == Metric.RELEASES
            ? "release"
            : metric.needs().stream()
                .filter(column -> column.type() == Column.Type.CATEGORY)
                .map(Column::id)
                .findFirst()
                .orElse("");
    return columns
        .category(name)
        .map(
            source ->
                new Query(
                    CATEGORIES.formatted(source),
                    true,
                    "It gives the share of each category tonight, out of which the distance is"
                        + " made."));
  }
}

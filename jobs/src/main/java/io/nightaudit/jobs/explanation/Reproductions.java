package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.explanation.ExplainedFigure.Reproduction;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.report.Identifiers;
import java.util.List;
import java.util.Optional;

/** The commands and queries that give a figure again. */
final class Reproductions {
  private static final String TABLE = "/tables/measurements";

  private final NightContext context;
  private final FigureFacts facts;

  Reproductions(NightContext context, FigureFacts facts) {
    this.context = context;
    this.facts = facts;
  }

  Reproduction reproduction() {
    String id = Identifiers.figure(facts.measure(), facts.slice());
    Optional<ArchiveSql.Query> query =
        Double.isFinite(facts.value())
            ? new ArchiveSql(context.configuration(), facts).query()
            : Optional.empty();
    Optional<String> rows =
        new ArchiveRows(context.configuration(), context.night()).of(facts.slice());
    Optional<String> sql = query.flatMap(q -> rows.map(from -> select(q, from)));
    return new Reproduction(
        List.of(
            "nightaudit explain %s --night %s --config %s"
                .formatted(id, context.night(), context.file()),
            "nightaudit run --night %s --config %s".formatted(context.night(), context.file())),
        measurements(),
        sql,
        sql.isPresent() ? note(query.get()) : none(query.isPresent()));
  }

  private static String select(ArchiveSql.Query query, String from) {
    String grouped = query.grouped() ? "\nGROUP BY 1 ORDER BY n DESC" : "";
    String kept = query.grouped() ? withCategory(query, from) : from;
    return "SELECT " + query.select() + "\n" + kept + grouped;
  }

  /** Rows without a category are no part of a mix. */
  private static String withCategory(ArchiveSql.Query query, String from) {
    String source = query.select().substring(0, query.select().indexOf(" AS category"));
    return from + (from.contains("\nWHERE ") ? "\n  AND " : "\nWHERE ") + source + " IS NOT NULL";
  }

  private String measurements() {
    AuditConfiguration configuration = context.configuration();
    return "SELECT value, n, numerator, low, high, verdict\nFROM %s\nWHERE night = DATE'%s'\n  AND slice = %s\n  AND metric = %s"
        .formatted(
            Sql.files("delta", configuration.store() + TABLE),
            context.night(),
            Sql.text(facts.slice().key()),
            Sql.text(facts.measure().name()));
  }

  private String note(ArchiveSql.Query query) {
    String aside = aside();
    return query.note().isEmpty() ? aside : query.note() + " " + aside;
  }

  /** SQL over the archive sees rows that the audit sets aside. */
  private String aside() {
    return context
        .coverage()
        .map(
            coverage ->
                setAside(coverage) == 0
                    ? "No row of the night was set aside: it reads the rows that were measured."
                    : "It also reads the rows that were set aside: %s in quarantine and %s duplicate, of %s."
                        .formatted(
                            Exact.count(coverage.rowsQuarantined()),
                            Exact.count(coverage.rowsDuplicate()),
                            Exact.count(coverage.rowsRead())))
        .orElse("Rows that were set aside are read, too.");
  }

  private static long setAside(Coverage coverage) {
    return coverage.rowsQuarantined() + coverage.rowsDuplicate();
  }

  private String none(boolean selectable) {
    if (!Double.isFinite(facts.value())) {
      return "There is no value to get.";
    }
    return selectable
        ? "Plain SQL cannot tell the rows of this slice and night: they are folded, or chosen by a time that is converted."
        : "Plain SQL cannot give it: it is read off texts, events or prices; run the night again.";
  }
}

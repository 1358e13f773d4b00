package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.nightaudit.jobs.metric.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a row must keep, in a fixed order: a row's number is the position of the first
 * rule that it breaks, 0 where it keeps them all. Built of Spark's own expressions, so that
 * counting reads no column but those that are checked.
 */
final class RowChecks {
  /** A rule's name and column as coverage and quarantine print them. */
  record Broken(String reason, String column) {}

  private static final List<Column> SIGNED = List.of(Column.FEEDBACK, Column.OUTPUT_LOGPROB_SUM);

  private final List<Broken> rules = new ArrayList<>();
  private final List<org.apache.spark.sql.Column> conditions = new ArrayList<>();

  RowChecks(Mapping mapping, CanonicalRows rows, List<String> key) {
    time(rows);
    String id = Target.ID;
    if (mapping.has(id) && key.contains(id)) {
      add(QuarantineReason.MISSING_ID, id, col(id).isNull().or(col(id).equalTo("")));
    }
    List<Target> targets = mapping.targets();
    for (int i = 0; i < targets.size(); i++) {
      add(QuarantineReason.INVALID, targets.get(i).name(), col(CanonicalRows.INVALID).equalTo(i));
    }
    targets.forEach(this::negative);
    targets.forEach(this::absurd);
  }

  private void time(CanonicalRows rows) {
    // The first invalid value of a row may be another column's: the time is looked at by itself.
    add(QuarantineReason.INVALID_TIME, Target.TIME, col(CanonicalRows.INVALID_TIME));
    add(QuarantineReason.MISSING_TIME, Target.TIME, rows.time().isNull());
    add(QuarantineReason.LATE, Target.TIME, not(rows.inNight()));
  }

  private void negative(Target target) {
    boolean unsigned =
        target.type() == Column.Type.COUNT
            || target.type() == Column.Type.DURATION
            || (target.type() == Column.Type.NUMBER
                && SIGNED.stream().noneMatch(column -> column.id().equals(target.name())));
    if (unsigned) {
      add(QuarantineReason.NEGATIVE, target.name(), target.column().lt(0));
    }
  }

  private void absurd(Target target) {
    org.apache.spark.sql.Column value = target.column();
    switch (target.type()) {
      case COUNT -> add(QuarantineReason.ABSURD, target.name(), value.gt(Limits.TOKENS));
      case DURATION ->
          add(
              QuarantineReason.ABSURD,
              target.name(),
              value.gt(Limits.MILLISECONDS).or(isnan(value)));
      case NUMBER, SCORES ->
          add(
              QuarantineReason.ABSURD,
              target.name(),
              abs(value).gt(largest(target)).or(isnan(value)));
      default -> {
        // Text, categories and the like have no size that cannot be true.
      }
    }
  }

  private static double largest(Target target) {
    return target.name().equals(Column.REPORTED_COST.id()) ? Limits.COST : Limits.NUMBER;
  }

  private void add(QuarantineReason reason, String column, org.apache.spark.sql.Column condition) {
    rules.add(new Broken(reason.of(column), column));
    conditions.add(condition);
  }

  /** The number of the first rule that a row breaks, 0 for none. */
  org.apache.spark.sql.Column number() {
    org.apache.spark.sql.Column number = when(conditions.get(0), lit(1));
    for (int i = 1; i < conditions.size(); i++) {
      number = number.when(conditions.get(i), lit(i + 1));
    }
    return number.otherwise(lit(0));
  }

  /** The rules by number, the first being number 1. */
  List<Broken> rules() {
    return List.copyOf(rules);
  }
}

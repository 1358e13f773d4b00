package io.nightaudit.jobs.archive;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.ColumnMapping.ScoreKind;
import java.time.ZoneId;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * One column of the interactions and where it comes from.
 *
 * @param name its id, {@code scores.NAME}, or the dimension's name
 * @param type how its values are read and checked
 * @param mapping its source
 */
record Target(String name, Column.Type type, ColumnMapping mapping) {
  /** The name of the time that decides the night. */
  static final String TIME = Column.START_TIME.id();

  /** The name of the id. */
  static final String ID = Column.INTERACTION_ID.id();

  static Target column(Column column, ColumnMapping mapping) {
    return new Target(column.id(), column.type(), mapping);
  }

  static Target score(String name, ColumnMapping mapping) {
    return new Target(Column.SCORE_PREFIX + name, Column.Type.SCORES, mapping);
  }

  static Target dimension(String name, ColumnMapping mapping) {
    return new Target(name, Column.Type.CATEGORY, mapping);
  }

  /** The column's name where an expression refers to it. */
  org.apache.spark.sql.Column column() {
    return quoted(name);
  }

  static org.apache.spark.sql.Column quoted(String name) {
    return org.apache.spark.sql.functions.col("`" + name.replace("`", "``") + "`");
  }

  /** Whether this is a canonical column or a score, not a dimension of one's own. */
  boolean canonical() {
    return type == Column.Type.SCORES || Column.named(name).isPresent();
  }

  CanonicalValue convert(SourceValue source, ZoneId archive) {
    return switch (type) {
      case TIME -> new TimeConversion(mapping, archive).time(source);
      case COUNT -> NumberConversion.count(source);
      case DURATION -> duration(source);
      case NUMBER -> NumberConversion.number(source);
      case BOOLEAN -> NumberConversion.yesOrNo(source);
      case GUARDRAILS -> GuardrailConversion.events(source);
      case SCORES -> score(source);
      case CATEGORY ->
          isFinishReasons() ? TextConversion.first(source) : TextConversion.text(source);
      case IDENTIFIER, TEXT -> TextConversion.text(source);
    };
  }

  DataType sparkType() {
    return switch (type) {
      case TIME -> DataTypes.TimestampType;
      case COUNT -> DataTypes.LongType;
      case DURATION, NUMBER, SCORES -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case GUARDRAILS -> GuardrailConversion.EVENTS;
      case CATEGORY, IDENTIFIER, TEXT -> DataTypes.StringType;
    };
  }

  private boolean isFinishReasons() {
    return name.equals(Column.FINISH_REASONS.id());
  }

  private CanonicalValue duration(SourceValue source) {
    CanonicalValue number = NumberConversion.number(source);
    double factor = mapping.unit().orElse(ColumnMapping.Unit.MS).milliseconds();
    return new CanonicalValue(number.value().multiply(factor), number.invalid());
  }

  private CanonicalValue score(SourceValue source) {
    if (mapping.kind() == ScoreKind.NUMBER) {
      return NumberConversion.number(source);
    }
    CanonicalValue yes = NumberConversion.yesOrNo(source);
    return new CanonicalValue(yes.value().cast(DataTypes.DoubleType), yes.invalid());
  }
}

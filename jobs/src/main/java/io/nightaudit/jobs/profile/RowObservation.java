package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Observation;
import io.nightaudit.metrics.summary.DistinctCount;
import io.nightaudit.metrics.text.TextDescription;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** The interaction under the pass, read from Spark's row without a copy of its texts. */
final class RowObservation implements Observation {
  private static final byte[] NO_BYTES = {};

  private final int[] positions = new int[Column.values().length];
  private final int firstScore;
  private final Strings strings = new Strings();
  private final Pricing pricing;
  private final Releases releases;
  private final GuardrailEvents guardrails = new GuardrailEvents(strings);
  private final TextDescription prompt = new TextDescription();
  private final TextDescription answer = new TextDescription();

  /** Texts of the row by position, as far as they were asked for in this row. */
  private final String[] texts;

  private final int[] textRows;
  private int rowNumber;
  private InternalRow row;
  private boolean promptDescribed;
  private boolean answerDescribed;
  private String release;
  private double cost;

  RowObservation(InteractionSchema schema, Pricing pricing, Releases releases) {
    for (Column column : Column.values()) {
      positions[column.ordinal()] = schema.position(column);
    }
    this.texts = new String[schema.firstDimension() + schema.dimensions().size()];
    this.textRows = new int[texts.length];
    this.firstScore = schema.firstScore();
    this.pricing = pricing;
    this.releases = releases;
  }

  /** Steps onto the next row; everything is computed when first asked for. */
  void stand(InternalRow next) {
    row = next;
    rowNumber++;
    promptDescribed = false;
    answerDescribed = false;
    release = releases.of(this);
    cost = pricing.price(this);
    int position = positions[Column.GUARDRAILS.ordinal()];
    guardrails.read(position < 0 || row.isNullAt(position) ? null : row.getArray(position));
  }

  @Override
  public boolean has(Column column) {
    int position = positions[column.ordinal()];
    return position >= 0 && !row.isNullAt(position);
  }

  @Override
  public TextDescription text(Column column) {
    if (column == Column.PROMPT) {
      if (!promptDescribed) {
        describe(prompt, column);
        promptDescribed = true;
      }
      return prompt;
    }
    if (!answerDescribed) {
      describe(answer, column);
      answerDescribed = true;
    }
    return answer;
  }

  private void describe(TextDescription description, Column column) {
    UTF8String text = row.getUTF8String(positions[column.ordinal()]);
    if (text.getBaseObject() instanceof byte[] bytes) {
      int offset = (int) (text.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET);
      description.describe(bytes, offset, text.numBytes());
    } else {
      byte[] bytes = text.getBytes();
      description.describe(bytes, 0, bytes.length);
    }
  }

  @Override
  public double number(Column column) {
    if (!has(column)) {
      return Double.NaN;
    }
    int position = positions[column.ordinal()];
    return column.type() == Column.Type.COUNT ? row.getLong(position) : row.getDouble(position);
  }

  @Override
  public String category(Column column) {
    return has(column) ? string(positions[column.ordinal()]) : null;
  }

  /** The text at a position of the row, null where there is none. */
  String string(int position) {
    if (textRows[position] != rowNumber) {
      textRows[position] = rowNumber;
      texts[position] = row.isNullAt(position) ? null : strings.of(row.getUTF8String(position));
    }
    return texts[position];
  }

  /** Bytes of the text at a position, 0 where there is none. */
  int length(int position) {
    return row.isNullAt(position) ? 0 : row.getUTF8String(position).numBytes();
  }

  /** The text at a position as the archive has it, empty where there is none. */
  byte[] bytes(int position) {
    return row.isNullAt(position) ? NO_BYTES : row.getUTF8String(position).getBytes();
  }

  @Override
  public long identifierHash(Column column) {
    byte[] bytes = row.getUTF8String(positions[column.ordinal()]).getBytes();
    return DistinctCount.hash(bytes, 0, bytes.length);
  }

  @Override
  public double score(int position) {
    int at = firstScore + position;
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }

  /** The first hours of a day matter to prices: the day of the interaction, UTC. */
  long epochDay() {
    long micros = row.getLong(positions[Column.START_TIME.ordinal()]);
    return Math.floorDiv(micros, 86_400_000_000L);
  }

  @Override
  public double cost() {
    return cost;
  }

  /** The prices of the row's meters. */
  Pricing pricing() {
    return pricing;
  }

  @Override
  public String release() {
    return release;
  }

  @Override
  public boolean guardrailHit() {
    return guardrails.hit();
  }

  @Override
  public boolean guardrailBlocked() {
    return guardrails.blocked();
  }

  @Override
  public boolean guardrailError() {
    return guardrails.failed();
  }

  @Override
  public void guardrailRules(Consumer<String> rules) {
    guardrails.rules().forEach(rules);
  }

  @Override
  public void guardrailActions(Consumer<String> actions) {
    guardrails.actions().forEach(actions);
  }
}

package io.nightaudit.jobs.profile.review;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Observation;
import io.nightaudit.metrics.summary.DistinctCount;
import io.nightaudit.metrics.text.TextDescription;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One interaction of a test, which is its own key. */
record ReviewRow(
    String id, String question, double score, double cost, double feedback, boolean guardrailHit)
    implements Observation, ReviewKey {

  /** Of rows whose text does not matter, described once. */
  static final String ORDINARY = "what is it";

  private static final TextDescription DESCRIBED = describe(ORDINARY);

  @Override
  public boolean hasId() {
    return !id.isEmpty();
  }

  @Override
  public long hash() {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return DistinctCount.hash(bytes, 0, bytes.length);
  }

  @Override
  public String rest() {
    return "";
  }

  @Override
  public String route() {
    return "";
  }

  @Override
  public boolean has(Column column) {
    return column == Column.PROMPT
        || column == Column.GUARDRAILS
        || column == Column.FEEDBACK && !Double.isNaN(feedback);
  }

  @Override
  public TextDescription text(Column column) {
    return question.equals(ORDINARY) ? DESCRIBED : describe(question);
  }

  private static TextDescription describe(String question) {
    TextDescription description = new TextDescription();
    byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
    description.describe(bytes, 0, bytes.length);
    return description;
  }

  @Override
  public double number(Column column) {
    return column == Column.FEEDBACK ? feedback : Double.NaN;
  }

  @Override
  public String category(Column column) {
    return null;
  }

  @Override
  public long identifierHash(Column column) {
    return hash();
  }

  @Override
  public double score(int position) {
    return score;
  }

  @Override
  public String release() {
    return "r1";
  }

  @Override
  public boolean guardrailBlocked() {
    return guardrailHit;
  }

  @Override
  public boolean guardrailError() {
    return false;
  }

  @Override
  public void guardrailRules(Consumer<String> rules) {}

  @Override
  public void guardrailActions(Consumer<String> actions) {}
}

package io.nightaudit.jobs.metric;

import io.nightaudit.metrics.text.TextDescription;
import java.util.function.Consumer;

/** One interaction while the pass stands on it: what a metric may look at. */
public interface Observation {
  /** Whether the archive has the column and this row a value in it. */
  boolean has(Column column);

  /** The description of a text column; only where {@link #has} holds. */
  TextDescription text(Column column);

  /** The value of a numeric column, NaN where there is none. */
  double number(Column column);

  /** The value of a categorical column, null where there is none. */
  String category(Column column);

  /** A hash of an identifier, never the identifier; only where {@link #has} holds. */
  long identifierHash(Column column);

  /** The score at a position of the pass's list of scores, NaN where there is none. */
  double score(int position);

  /** What the interaction cost in USD, NaN where it is not known. */
  double cost();

  /** The release that served the interaction. */
  String release();

  /** Whether a guardrail said anything but allow. */
  boolean guardrailHit();

  /** Whether a guardrail blocked the interaction. */
  boolean guardrailBlocked();

  /** Whether a guardrail failed to judge. */
  boolean guardrailError();

  /** Hands over the name of each rule that was hit, once for each interaction. */
  void guardrailRules(Consumer<String> rules);

  /** Hands over each pair of rule and action, once for each interaction. */
  void guardrailActions(Consumer<String> actions);
}

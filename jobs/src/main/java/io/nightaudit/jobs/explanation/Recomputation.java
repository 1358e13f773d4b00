package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.Input;
import java.util.List;

/**
 * A value out of the inputs that a profile holds.
 *
 * @param inputs the inputs
 * @param arithmetic how the value follows from them, as a person can check it
 * @param value the value; NaN where there is none
 */
record Recomputation(List<Input> inputs, List<String> arithmetic, double value) {
  Recomputation {
    inputs = List.copyOf(inputs);
    arithmetic = List.copyOf(arithmetic);
  }
}

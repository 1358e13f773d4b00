package io.nightaudit.jobs.comparison;

import java.util.Optional;

/** How one kind of figure comes out of the summaries of tonight and of the nights before. */
interface Statistic {
  /** The confidence of every interval of a figure. */
  double CONFIDENCE = 0.95;

  /** The evidence of a measure; empty where tonight has no value of it. */
  Optional<Evidence> of(String measure, NightCells tonight, NightCells before);
}

/**
 * How far apart are two summaries? Distances with their noise floors, without judgement.
 *
 * <p>Counts of categories or bins: {@link io.nightaudit.metrics.distance.BinnedDistance} with an
 * explicit {@link io.nightaudit.metrics.distance.Smoothing}, {@link
 * io.nightaudit.metrics.distance.ChiSquare} and its kin. Numbers: {@link
 * io.nightaudit.metrics.distance.OrderedDistance} and the rank statistics, all from {@link
 * io.nightaudit.metrics.distance.TiedCounts}. Texts: {@link
 * io.nightaudit.metrics.distance.TermShift}. Embeddings: {@link
 * io.nightaudit.metrics.distance.FrechetDistance} and {@link
 * io.nightaudit.metrics.distance.MaximumMeanDiscrepancy}. As other tools compute them: {@link
 * io.nightaudit.metrics.distance.ToolConvention}.
 */
package io.nightaudit.metrics.distance;

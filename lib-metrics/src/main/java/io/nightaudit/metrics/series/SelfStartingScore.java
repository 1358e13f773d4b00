package io.nightaudit.metrics.series;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Scores each night of a stream against the nights before it, and raises alarms for slow and sudden
 * changes.
 *
 * <p>Each night is predicted from its reference by weighted means (one, later one per weekday) and
 * the dependence on the night before, and the standardised error is carried to the normal scale
 * through Student's t: under a Gaussian model the scores are independent standard normal whatever
 * the level, the spread and the number of nights.
 *
 * <p>With the T nights learnt so far, weights u = 1/(τ² + v) with τ² of {@link DerSimonianLaird},
 * weighted means μ of p groups (1, later one per weekday) and standardised residuals e_i = √u_i
 * (y_i − μ): s = max(1, √(Σe²/(T−p))), ρ = T/(T+10) · clip(Σ e_i e_{i−1} / Σ e²_{i−1}, ±0.9),
 *
 * <p>q = [√u (y − μ) − ρ clip(e_T, ±{@code clip}·s)] / [s √((1−ρ²)(1 + u/Σ_g u))], z =
 * Φ⁻¹(F_{T−p−1}(q))
 *
 * <p>with y, v and u of tonight, Σ_g u over tonight's group and F of Student's t. z has no unit and
 * lies within ±7.94, as the tails are cut at 10⁻¹⁵; positive means above the prediction.
 *
 * <p>Two rules raise alarms: an EWMA w = (1−λ) w + λ clip(z, ±{@code clip}) beyond ±c√(λ/(2−λ)),
 * and two of three nights with z6 (z with at most 6 degrees of freedom) beyond the spike limit on
 * the same side, tonight's among them.
 *
 * <p>A night teaches the reference at most {@code clip} predicted standard deviations from its
 * prediction, so a step cannot hide itself by its size. After an alarm nothing is learnt until the
 * change has gone: seven nights in a row within half of both limits. Then the next night is learnt
 * from again. A night of {@code resetFrom} starts the stream anew.
 *
 * <ul>
 *   <li>No nights: no scores. The first {@code learningNights} nights, also a single one, are
 *       learning: their scores are NaN.
 *   <li>Missing nights are simply absent. The spike rule then counts the nights there are; the
 *       dependence is that on the last learnt night, if it is at most seven days ago, else none.
 *   <li>A weekday that the reference has never seen is predicted from all nights.
 *   <li>Constant values (also all 0): the spread is the sampling error, never 0.
 *   <li>NaN, infinite values and variances that are not above 0 cannot enter: {@link Night} refuses
 *       them; leave such nights out. Nights out of order or given twice: refused.
 *   <li>One-sided: the scores are the same, only rises alarm or keep an alarm open.
 * </ul>
 *
 * <p>Sources: R. L. Brown, J. Durbin and J. M. Evans, J. R. Statist. Soc. B 37, 1975 (recursive
 * residuals); D. M. Hawkins, The Statistician 36, 1987 (self-starting charts); J. M. Lucas and M.
 * S. Saccucci, Technometrics 32(1), 1990 (EWMA).
 */
public final class SelfStartingScore {
  private final ScoreOptions options;

  private SelfStartingScore(ScoreOptions options) {
    this.options = options;
  }

  /** A score with the default options. */
  public static SelfStartingScore withDefaults() {
    return new SelfStartingScore(ScoreOptions.defaults());
  }

  /** A score with the given options. */
  public static SelfStartingScore with(ScoreOptions options) {
    return new SelfStartingScore(options);
  }

  /** Scores of all nights, which must be in ascending order; the first ones are learning. */
  public List<ScoredNight> replay(List<Night> nights) {
    checkOrder(nights);
    List<ScoredNight> scored = new ArrayList<>(nights.size());
    Iterator<Integer> resets = options.resetFrom().iterator();
    Integer reset = resets.hasNext() ? resets.next() : null;
    Replay replay = new Replay(options, nights.size());
    for (Night night : nights) {
      while (reset != null && night.epochDay() >= reset) {
        replay = new Replay(options, nights.size());
        reset = resets.hasNext() ? resets.next() : null;
      }
      scored.add(replay.next(night));
    }
    return List.copyOf(scored);
  }

  private static void checkOrder(List<Night> nights) {
    for (int i = 1; i < nights.size(); i++) {
      if (nights.get(i).epochDay() <= nights.get(i - 1).epochDay()) {
        throw new IllegalArgumentException(
            "night "
                + nights.get(i).epochDay()
                + " follows "
                + nights.get(i - 1).epochDay()
                + ": give each night once, in ascending order");
      }
    }
  }
}

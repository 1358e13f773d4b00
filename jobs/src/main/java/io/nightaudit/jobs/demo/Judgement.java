package io.nightaudit.jobs.demo;

import java.util.Arrays;

/**
 * What people and scorers said of an answer; null where nobody did.
 *
 * @param thumbs −1 or 1, given for about 12 % of the answers
 * @param groundedness 0 to 1, how far the answer rests on what was retrieved
 * @param resolved whether the matter was settled
 */
record Judgement(Integer thumbs, Double groundedness, Boolean resolved) {

  private static final int PURPOSE = 13;
  private static final double THUMBS_SHARE = 0.12;
  private static final double THUMBS_UP_IF_RESOLVED = 0.9;
  private static final double THUMBS_UP_OTHERWISE = 0.45;
  private static final double USUAL_RESOLVED = 0.8;

  /** Standard deviation of groundedness between answers of a night. */
  private static final double ROW_DEVIATION = 0.12;

  /** The second largest of nine uniform numbers follows Beta(8, 2). */
  private static final int UNIFORMS = 9;

  private static final double BETA_MEAN = 0.8;
  private static final double BETA_DEVIATION = Math.sqrt(16.0 / 1_100);

  static Judgement of(Encounter encounter) {
    Dice dice = encounter.dice(PURPOSE);
    Application application = encounter.application();
    double rate = Story.resolved(application, encounter.night());
    boolean resolved = dice.chance(Double.isNaN(rate) ? USUAL_RESOLVED : rate);
    boolean up = dice.chance(resolved ? THUMBS_UP_IF_RESOLVED : THUMBS_UP_OTHERWISE);
    Integer thumbs = null;
    if (dice.chance(THUMBS_SHARE)) {
      thumbs = up ? 1 : -1;
    }
    Double groundedness = null;
    if (application == Application.SUPPORT_ASSISTANT) {
      groundedness = groundedness(Story.groundedness(encounter.night()), dice);
    }
    return new Judgement(thumbs, groundedness, Double.isNaN(rate) ? null : resolved);
  }

  static Judgement none() {
    return new Judgement(null, null, null);
  }

  /** Skewed as such scores are: most answers near the top, few far below. */
  private static double groundedness(double mean, Dice dice) {
    double[] uniforms = new double[UNIFORMS];
    Arrays.setAll(uniforms, i -> dice.uniform());
    Arrays.sort(uniforms);
    double deviation = (uniforms[UNIFORMS - 2] - BETA_MEAN) / BETA_DEVIATION;
    double score = Math.min(1, Math.max(0, mean + ROW_DEVIATION * deviation));
    return Math.round(score * 10_000) / 10_000.0;
  }
}

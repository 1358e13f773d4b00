package io.nightaudit.metrics.series;

/** The running state of one stream: its reference, its EWMA and whether an alarm is open. */
final class Replay {
  private static final int QUIET_NIGHTS = 7;

  private final ScoreOptions options;
  private final ScoreReference reference;
  private double ewma;
  private double previousSpike = Double.NaN;
  private double spikeBeforePrevious = Double.NaN;
  private boolean alarmOpen;
  private int quietNights;

  Replay(ScoreOptions options, int capacity) {
    this.options = options;
    this.reference = new ScoreReference(options, capacity);
  }

  ScoredNight next(Night night) {
    if (reference.size() < options.learningNights()) {
      if (!night.frozen()) {
        reference.learnFirst(night);
      }
      return ScoredNight.learning(night.epochDay());
    }
    reference.predict(night);
    double z = reference.score(night);
    double z6 = reference.heavyTailedScore(night);
    ScoredNight scored = judge(night, z, z6);
    boolean learns = !alarmOpen && !scored.alarm() && !night.frozen();
    if (learns) {
      reference.learn(night);
    }
    follow(scored);
    return scored;
  }

  private ScoredNight judge(Night night, double z, double z6) {
    double clipped = Math.max(-options.clip(), Math.min(options.clip(), z));
    ewma = (1 - options.ewmaWeight()) * ewma + options.ewmaWeight() * clipped;
    boolean ewmaAlarm = options.size(ewma) > options.ewmaBound();
    boolean spikeAlarm =
        options.size(z6) > options.spikeLimit()
            && (sameSideSpike(previousSpike, z6) || sameSideSpike(spikeBeforePrevious, z6));
    spikeBeforePrevious = previousSpike;
    previousSpike = z6;
    return new ScoredNight(
        night.epochDay(),
        ScoredNight.State.SCORED,
        z,
        z6,
        ewma,
        ewmaAlarm,
        spikeAlarm,
        reference.center(),
        reference.spread());
  }

  private boolean sameSideSpike(double other, double z6) {
    return Math.abs(other) > options.spikeLimit() && other * z6 > 0;
  }

  private void follow(ScoredNight scored) {
    quietNights = options.isCalm(scored.z(), ewma) ? quietNights + 1 : 0;
    alarmOpen = scored.alarm() || (alarmOpen && quietNights < QUIET_NIGHTS);
  }
}

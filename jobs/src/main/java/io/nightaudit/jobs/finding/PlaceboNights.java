package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.metrics.series.ScoredNight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Chooses the nights of a stream in which nothing changed, as far as can be told: those before
 * tonight of the same definition, without those of an open alarm and the restless nights that led
 * to it, and without unreliable nights and those that the calendar excludes.
 *
 * <p>An alarm that was false takes its nights out too, so that the study errs to the low side.
 */
final class PlaceboNights {
  private final Policy policy;
  private final Set<Long> unreliable;
  private final StreamScore score;

  PlaceboNights(Policy policy, Set<Long> unreliable) {
    this.policy = policy;
    this.unreliable = unreliable;
    this.score = new StreamScore(policy, unreliable);
  }

  /**
   * The nights of a stream before one, in order.
   *
   * @param limits those of the stream
   * @param alarmed whether any night of the stream has alarmed; if not, none is part of an alarm
   */
  List<StreamNight> of(ComparedStream stream, long tonight, StreamLimits limits, boolean alarmed) {
    List<StreamNight> history =
        score.history(stream.nights(), tonight).stream()
            .filter(night -> night.epochDay() < tonight)
            .toList();
    boolean rising = stream.evidence().get(tonight).rising();
    boolean[] changed = alarmed ? changed(history, limits, rising) : new boolean[history.size()];
    List<StreamNight> calm = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      if (!changed[i] && !unreliable.contains(history.get(i).epochDay())) {
        calm.add(history.get(i));
      }
    }
    return calm;
  }

  private boolean[] changed(List<StreamNight> history, StreamLimits limits, boolean rising) {
    List<ScoredNight> scored = score.replay(history, limits, rising).scores();
    boolean[] changed = new boolean[history.size()];
    OpenAlarm alarm = new OpenAlarm(limits.options(policy.score(), rising, List.of()));
    for (int i = 0; i < scored.size(); i++) {
      alarm.next(i, scored.get(i));
      changed[i] = alarm.isOpen();
      for (int j = i - 1; alarm.since() == i && j >= 0 && isRestless(scored.get(j), alarm); j--) {
        changed[j] = true;
      }
    }
    return changed;
  }

  private static boolean isRestless(ScoredNight night, OpenAlarm alarm) {
    return night.state() == ScoredNight.State.SCORED && !alarm.isCalm(night);
  }
}

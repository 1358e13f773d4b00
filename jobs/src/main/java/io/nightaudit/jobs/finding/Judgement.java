package io.nightaudit.jobs.finding;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is said of one stream on one night. Numbers that do not exist are NaN.
 *
 * @param verdict the verdict
 * @param reason why, in a few words
 * @param z tonight's score, positive is higher than expected
 * @param ewma the moving average of the scores
 * @param history nights that the score knows, tonight not among them
 * @param expected what tonight was expected to be, in the unit of the value
 * @param low lower end of where 19 of 20 nights fall if nothing changes
 * @param high upper end
 * @param episode the story that tonight belongs to, or {@link Episode#NONE}
 * @param rules names of the fixed rules that tonight breaks
 * @param marks nights up to tonight that were unusual or alarmed
 */
public record Judgement(
    Verdict verdict,
    String reason,
    double z,
    double ewma,
    int history,
    double expected,
    double low,
    double high,
    Episode episode,
    List<String> rules,
    SortedMap<Long, Mark> marks)
    implements Serializable {
  public Judgement {
    rules = List.copyOf(rules);
    marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
  }

  private static final String MOVED = "its distribution has moved";
  private static final String EXCLUDED = "excluded by the calendar: ";

  private static final String ALARM = "alarm since ";

  /**
   * Whether the reason of a judgement says that an alarm is open, of the value or of a distance.
   */
  public static boolean isAlarmed(String reason) {
    return reason.contains(ALARM) || isMoved(reason);
  }

  /** Says that an alarm is open, and since when. */
  static String alarmSince(long epochDay) {
    return ALARM + LocalDate.ofEpochDay(epochDay);
  }

  /** Whether the reason of a judgement is, before all, that a distribution has moved. */
  public static boolean isMoved(String reason) {
    return reason.startsWith(MOVED);
  }

  Judgement moved(Verdict verdict, Episode since) {
    return with(verdict, MOVED, since);
  }

  Judgement because(String newReason) {
    return with(verdict, newReason, Episode.NONE);
  }

  /** What a night is marked with in a chart. */
  public enum Mark {
    UNUSUAL,
    ALARM
  }

  /** Whether the reason of a judgement is that the calendar excludes the night. */
  public static boolean isExcluded(String reason) {
    return reason.startsWith(EXCLUDED);
  }

  static Judgement excluded(String reason, int history) {
    return without(Verdict.INSUFFICIENT_DATA, EXCLUDED + reason, history);
  }

  /** A judgement without a score. */
  static Judgement without(Verdict verdict, String reason, int history) {
    double none = Double.NaN;
    return new Judgement(
        verdict,
        reason,
        none,
        0,
        history,
        none,
        none,
        none,
        Episode.NONE,
        List.of(),
        new TreeMap<>());
  }

  Judgement with(Verdict newVerdict, String newReason, Episode newEpisode) {
    return new Judgement(
        newVerdict, newReason, z, ewma, history, expected, low, high, newEpisode, rules, marks);
  }

  Judgement breaking(Verdict worse, String newReason, Episode since, List<String> broken) {
    return new Judgement(
        worse,
        newReason,
        z,
        ewma,
        history,
        expected,
        low,
        high,
        story().map(story -> story.and(since)).orElse(since),
        broken,
        marks);
  }

  /**
   * Nights that tell one story.
   *
   * @param found the first night whose own report told it
   * @param alarm the first night that alarmed, {@link #NO_NIGHT} where none has
   * @param began when the stream began to move, as far as can be dated: {@code found} at the latest
   */
  public record Episode(long found, long alarm, long began) implements Serializable {
    /** Stands for a night that does not exist. */
    public static final long NO_NIGHT = Long.MIN_VALUE;

    /** No story. */
    public static final Episode NONE = new Episode(NO_NIGHT, NO_NIGHT, NO_NIGHT);

    /** Nights that a fixed rule tells, without an alarm. */
    static Episode ofRule(long since) {
      return new Episode(since, NO_NIGHT, since);
    }

    /** One story of an alarm and of a rule, told since the first of both. */
    Episode and(Episode rule) {
      return new Episode(Math.min(found, rule.found), alarm, Math.min(began, rule.began));
    }

    /** The first night that alarmed, if one has. */
    public Optional<Long> alarmNight() {
      return alarm == NO_NIGHT ? Optional.empty() : Optional.of(alarm);
    }
  }

  /** The first night on which the score of the value alarmed, of an alarm that is a story. */
  public Optional<Long> scoreAlarm() {
    return isMoved(reason) ? Optional.empty() : story().flatMap(Episode::alarmNight);
  }

  /** The story that tonight belongs to, if there is one. */
  public Optional<Episode> story() {
    return episode.found() == Episode.NO_NIGHT ? Optional.empty() : Optional.of(episode);
  }
}

package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.ArchiveSettings;
import io.nightaudit.jobs.policy.CoveragePolicy;
import io.nightaudit.metrics.significance.EmptyCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Judges the coverage of a night against the nights before it. */
public final class CoverageJudge {
  /** Nights before that are enough to know a usual volume. */
  private static final int LEAST_NIGHTS = 3;

  /** Nights before that are enough to know what an hour usually has. */
  private static final int LEAST_NIGHTS_OF_HOURS = 7;

  private final ArchiveSettings archive;
  private final CoveragePolicy policy;

  public CoverageJudge(ArchiveSettings archive, CoveragePolicy policy) {
    this.archive = archive;
    this.policy = policy;
  }

  /**
   * Judges one night.
   *
   * @param before coverage of the nights of the baseline that had an archive, in order
   */
  public CoverageJudgement judge(Coverage tonight, List<Coverage> before) {
    List<String> broken = broken(tonight);
    List<Integer> missingHours = missingHours(tonight, before);
    List<String> reasons = new ArrayList<>(broken);
    reasons.addAll(incomplete(tonight, before, missingHours));
    return new CoverageJudgement(
        reasons.isEmpty(),
        !broken.isEmpty(),
        reasons,
        missingHours,
        medianVolume(before),
        usualHours(tonight, before));
  }

  private List<String> broken(Coverage tonight) {
    List<String> reasons = new ArrayList<>();
    long unreadable = tonight.unreadableFiles();
    if (unreadable > 0 && !archive.tolerateUnreadableFiles()) {
      reasons.add("%s of %s files cannot be read".formatted(unreadable, tonight.files().size()));
    }
    if (tonight.quarantinedShare() > archive.maximumQuarantinedShare()) {
      reasons.add(
          "%s of %s rows are in quarantine, more than the %s that the policy tolerates"
              .formatted(
                  tonight.rowsQuarantined(),
                  tonight.rowsRead(),
                  Quantity.SHARE.value(archive.maximumQuarantinedShare())));
    }
    return reasons;
  }

  private List<String> incomplete(
      Coverage tonight, List<Coverage> before, List<Integer> missingHours) {
    List<String> reasons = new ArrayList<>();
    if (tonight.input() == Coverage.Input.MISSING) {
      reasons.add("there is no archive of this night");
    } else if (tonight.rowsKept() == 0) {
      reasons.add("not one row of this night can be measured");
    }
    if (!missingHours.isEmpty()) {
      reasons.add(missingHoursReason(missingHours));
    }
    medianVolume(before).ifPresent(median -> volumeReason(tonight, median).ifPresent(reasons::add));
    return reasons;
  }

  private static String missingHoursReason(List<Integer> hours) {
    return hours.size() == 1
        ? "hour %s has no row, though it usually has some".formatted(hours.get(0))
        : "%s hours have no row, though they usually have some".formatted(hours.size());
  }

  private java.util.Optional<String> volumeReason(Coverage tonight, double median) {
    double share = tonight.rowsKept() / median;
    boolean low = tonight.rowsKept() > 0 && share < policy.minimumVolume();
    return low
        ? java.util.Optional.of(
            "%s rows are %s of the usual %s"
                .formatted(
                    Digits.significant(tonight.rowsKept()),
                    Quantity.SHARE.value(share),
                    Digits.significant(median)))
        : java.util.Optional.empty();
  }

  private List<Integer> missingHours(Coverage tonight, List<Coverage> before) {
    List<Integer> missing = new ArrayList<>();
    for (int hour = 0; hour < tonight.hours().size() && tonight.rowsKept() > 0; hour++) {
      long[] usual = hour(before, hour);
      if (tonight.hours().get(hour) == 0
          && usual.length >= LEAST_NIGHTS_OF_HOURS
          && EmptyCount.probability(usual) < policy.missingHour()) {
        missing.add(hour);
      }
    }
    return missing;
  }

  private static List<CoverageJudgement.UsualHour> usualHours(
      Coverage tonight, List<Coverage> before) {
    List<CoverageJudgement.UsualHour> hours = new ArrayList<>();
    for (int hour = 0; hour < tonight.hours().size() && !before.isEmpty(); hour++) {
      long[] usual = hour(before, hour);
      Arrays.sort(usual);
      if (usual.length > 0) {
        hours.add(
            new CoverageJudgement.UsualHour(usual[0], median(usual), usual[usual.length - 1]));
      }
    }
    return hours;
  }

  private static long[] hour(List<Coverage> before, int hour) {
    return before.stream()
        .filter(night -> hour < night.hours().size() && night.rowsKept() > 0)
        .mapToLong(night -> night.hours().get(hour))
        .toArray();
  }

  private static OptionalDouble medianVolume(List<Coverage> before) {
    long[] volumes =
        before.stream().mapToLong(Coverage::rowsKept).filter(rows -> rows > 0).sorted().toArray();
    return volumes.length < LEAST_NIGHTS
        ? OptionalDouble.empty()
        : OptionalDouble.of(median(volumes));
  }

  private static double median(long[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}

package io.nightaudit.jobs;

import io.nightaudit.jobs.finding.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How large the slices of a period are, and which of them may be shown. A slice with a night that
 * was profiled and is not shown is withheld, in the period or in the one before; so that it cannot
 * be computed from all traffic and the others, it is never withheld alone.
 */
final class PeriodSizes {
  /** Verdicts that say that a figure was judged. */
  static final List<String> JUDGED =
      List.of(
          Verdict.BREACH.name(),
          Verdict.WARNING.name(),
          Verdict.CHANGED.name(),
          Verdict.WITHIN_TOLERANCE.name());

  private final SortedMap<String, Long> now;
  private final Set<String> hiddenNow;
  private final Set<String> hiddenBefore;
  private final Set<Long> judged;

  private PeriodSizes(
      SortedMap<String, Long> now,
      Set<String> hiddenNow,
      Set<String> hiddenBefore,
      Set<Long> judged) {
    this.now = now;
    this.hiddenNow = hiddenNow;
    this.hiddenBefore = hiddenBefore;
    this.judged = judged;
  }

  /** A slice on a night. */
  record Size(long night, String slice, long interactions, boolean judged) {
    private Cell cell() {
      return new Cell(night, slice);
    }
  }

  private record Cell(long night, String slice) {}

  /**
   * The sizes of a period and of the one before.
   *
   * @param shown slices and nights that the table of figures has
   * @param all slices and nights that were profiled; none where no dimension is personal
   * @param first first night of the later period
   */
  static PeriodSizes of(List<Size> shown, List<Size> all, long first) {
    Set<Cell> visible = new HashSet<>();
    Set<Long> judged = new TreeSet<>();
    for (Size size : shown) {
      visible.add(size.cell());
      if (size.judged()) {
        judged.add(size.night());
      }
    }
    Collection<Size> profiled = all.isEmpty() ? shown : all;
    SortedMap<String, Long> now = sums(profiled.stream().filter(s -> s.night() >= first).toList());
    SortedMap<String, Long> before =
        sums(profiled.stream().filter(s -> s.night() < first).toList());
    List<Size> hidden = all.stream().filter(size -> !visible.contains(size.cell())).toList();
    return new PeriodSizes(
        now,
        withheld(hidden.stream().filter(size -> size.night() >= first).toList(), now),
        withheld(hidden.stream().filter(size -> size.night() < first).toList(), before),
        judged);
  }

  private static SortedMap<String, Long> sums(Collection<Size> sizes) {
    SortedMap<String, Long> sums = new TreeMap<>();
    sizes.forEach(size -> sums.merge(size.slice(), size.interactions(), Long::sum));
    return sums;
  }

  private static Set<String> withheld(List<Size> hidden, SortedMap<String, Long> sizes) {
    Set<String> withheld = new TreeSet<>();
    hidden.forEach(size -> withheld.add(size.slice()));
    if (withheld.size() == 1) {
      sizes.entrySet().stream()
          .filter(slice -> !slice.getKey().isEmpty() && !withheld.contains(slice.getKey()))
          .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
          .ifPresent(smallest -> withheld.add(smallest.getKey()));
    }
    return withheld;
  }

  /** All traffic and the largest slices that may be shown. */
  Set<String> largest(int most) {
    Set<String> largest = new LinkedHashSet<>(List.of(""));
    now.entrySet().stream()
        .filter(slice -> !slice.getKey().isEmpty() && shows(slice.getKey()))
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(slice -> largest.add(slice.getKey()));
    return largest;
  }

  /** Whether a slice may be shown in the period. */
  boolean shows(String slice) {
    return !hiddenNow.contains(slice);
  }

  /** Whether its values of the period before may be shown. */
  boolean showsBefore(String slice) {
    return !hiddenBefore.contains(slice);
  }

  /** How many slices may be shown, all traffic among them. */
  int shown() {
    return (int) now.keySet().stream().filter(this::shows).count();
  }

  int withheld() {
    return hiddenNow.size();
  }

  boolean isJudged(long night) {
    return judged.contains(night);
  }
}

package io.nightaudit.jobs.suppression;

import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.suppression.Margins.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Decides which cells of a night are withheld: those that are too small, those that were withheld
 * for nights that tonight is compared with, and as many more as it takes so that none of them can
 * be computed from what is shown.
 *
 * <p>Of every sum that is shown, the withheld parts are at least two and together no fewer people
 * than the smallest cell; and no combination of sums determines a withheld cell, which is checked
 * by exact linear algebra. The smallest cell that helps is withheld, one that is withheld by habit
 * before any other, personal ones first. All traffic is always shown: a night on which it has one
 * part alone cannot be protected, and its part says nothing that the whole does not.
 */
public final class Suppression {
  private final long night;
  private final int minimumCell;
  private final Map<Slice, Long> habit;
  private final Margins margins;
  private final List<Node> nodes;
  private final SortedMap<Integer, Withheld> withheld = new TreeMap<>();

  private Suppression(
      long night, List<Cell> cells, Set<String> personal, int minimumCell, Map<Slice, Long> habit) {
    this.night = night;
    this.minimumCell = minimumCell;
    this.habit = habit;
    this.margins = new Margins(cells, personal);
    this.nodes = margins.nodes();
  }

  /**
   * The cells of a night that are withheld, in order.
   *
   * @param cells every cell of the night, all traffic among them
   * @param personal dimensions whose small cells are not shown
   * @param minimumCell the size below which such a cell is small
   * @param habit slices withheld on a night that tonight is compared with, and for which night
   */
  public static List<Withheld> of(
      long night, List<Cell> cells, Set<String> personal, int minimumCell, Map<Slice, Long> habit) {
    Suppression suppression = new Suppression(night, cells, personal, minimumCell, habit);
    suppression.withholdSmall();
    suppression.protect();
    suppression.withholdByHabit();
    suppression.protect();
    return List.copyOf(suppression.withheld.values());
  }

  private void withholdSmall() {
    for (int place = 0; place < nodes.size(); place++) {
      if (nodes.get(place).named() && isSmall(place)) {
        withhold(place, Reason.SMALL, night);
      }
    }
  }

  private boolean isSmall(int place) {
    return nodes.get(place).personal() && nodes.get(place).people() < minimumCell;
  }

  private void withholdByHabit() {
    for (int place = 0; place < nodes.size(); place++) {
      Long origin = habit.get(nodes.get(place).slice());
      if (nodes.get(place).named() && origin != null && !withheld.containsKey(place)) {
        withhold(place, Reason.PERSISTENT, origin);
      }
    }
  }

  private void withhold(int place, Reason reason, long origin) {
    withheld.put(place, new Withheld(night, nodes.get(place).slice(), reason, origin));
  }

  private void protect() {
    boolean more = IntStream.range(0, nodes.size()).anyMatch(this::needsCare);
    while (more) {
      more = completeSums();
      if (!more) {
        more = hideComputable();
      }
    }
  }

  private boolean isUnknown(int place) {
    return withheld.containsKey(place) || !nodes.get(place).named();
  }

  /** Withholds more parts of sums whose withheld parts are too few. */
  private boolean completeSums() {
    boolean more = false;
    for (Sum sum : margins.sums()) {
      while (isThin(sum) && hideOneOf(List.of(sum))) {
        more = true;
      }
    }
    return more;
  }

  /** Whether what is withheld of a sum is one cell, or known to be few people. */
  private boolean isThin(Sum sum) {
    List<Integer> unknown = sum.members().filter(this::isUnknown).boxed().toList();
    return unknown.stream().anyMatch(this::needsCare)
        && (unknown.size() == 1 || !isUnknown(sum.whole()) && isFew(sum));
  }

  private boolean isFew(Sum sum) {
    List<Integer> unknown = sum.parts().stream().filter(this::isUnknown).toList();
    long people = unknown.stream().mapToLong(place -> nodes.get(place).people()).sum();
    return unknown.stream().anyMatch(this::needsCare) && people < minimumCell;
  }

  /** A cell without a name needs no care where it is large. */
  private boolean needsCare(int place) {
    return withheld.containsKey(place) || isSmall(place);
  }

  private boolean hideComputable() {
    boolean more = false;
    Set<Integer> computable = Unknowns.computable(margins.sums(), this::isUnknown);
    for (int place : computable) {
      if (needsCare(place)) {
        more |= hideNear(place);
      }
    }
    for (Sum sum : margins.sums()) {
      if (computable.contains(sum.whole()) && isFew(sum)) {
        more |= hideOneOf(List.of(sum));
      }
    }
    return more;
  }

  /** Withholds a cell of the sums that a cell is in, or of those that share unknown cells. */
  private boolean hideNear(int place) {
    Set<Integer> near = new TreeSet<>(Set.of(place));
    int before = 0;
    while (near.size() > before) {
      before = near.size();
      Set<Integer> reached = Set.copyOf(near);
      List<Sum> around =
          margins.sums().stream().filter(sum -> sum.members().anyMatch(reached::contains)).toList();
      if (hideOneOf(around)) {
        return true;
      }
      around.forEach(sum -> sum.members().filter(this::isUnknown).forEach(near::add));
    }
    return false;
  }

  /** Withholds the best cell that is still shown in some sums, if there is one. */
  private boolean hideOneOf(List<Sum> sums) {
    List<Integer> members = sums.stream().flatMapToInt(Sum::members).distinct().boxed().toList();
    Optional<Integer> next =
        members.stream()
            .filter(place -> !isUnknown(place) && !nodes.get(place).slice().isAll())
            .min(order());
    next.ifPresent(place -> withhold(place, Reason.COMPLEMENTARY, origin(members)));
    return next.isPresent();
  }

  private Comparator<Integer> order() {
    return Comparator.comparing((Integer place) -> !nodes.get(place).personal())
        .thenComparing(place -> !habit.containsKey(nodes.get(place).slice()))
        .thenComparing(place -> nodes.get(place).people())
        .thenComparing(place -> nodes.get(place).slice());
  }

  /** The latest of the nights for which members of sums are withheld. */
  private long origin(List<Integer> members) {
    return members.stream()
        .filter(withheld::containsKey)
        .mapToLong(place -> withheld.get(place).origin())
        .max()
        .orElse(night);
  }
}

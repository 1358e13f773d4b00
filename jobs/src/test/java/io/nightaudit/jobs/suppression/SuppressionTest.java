package io.nightaudit.jobs.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No withheld cell can be computed from the shown ones. */
class SuppressionTest {
  private static final int MINIMUM = 5;
  private static final int TABLES = 600;
  private static final long NIGHT = 20_000;

  private static Cell cell(long people, String... dimensions) {
    return new Cell(Slice.of(dimensions), people, people);
  }

  private static List<Withheld> of(List<Cell> cells, String... personal) {
    return Suppression.of(NIGHT, cells, Set.of(personal), MINIMUM, Map.of());
  }

  private static Set<Slice> slices(List<Withheld> withheld) {
    return withheld.stream().map(Withheld::slice).collect(Collectors.toSet());
  }

  @Test
  void smallCell_alone_takesTheSmallestOtherWithIt() {
    List<Withheld> withheld =
        of(List.of(cell(60, "a", "1"), cell(3, "a", "2"), cell(30, "a", "3"), cell(93)), "a");
    assertThat(withheld)
        .containsExactly(
            new Withheld(NIGHT, Slice.of("a", "2"), Reason.SMALL, NIGHT),
            new Withheld(NIGHT, Slice.of("a", "3"), Reason.COMPLEMENTARY, NIGHT));
  }

  /** Two cells of one person each would be known to be two people. */
  @Test
  void smallCells_togetherFew_takeAnotherWithThem() {
    assertThat(
            slices(
                of(
                    List.of(
                        cell(60, "a", "1"),
                        cell(1, "a", "2"),
                        cell(1, "a", "3"),
                        cell(30, "a", "4"),
                        cell(92)),
                    "a")))
        .containsExactlyInAnyOrder(Slice.of("a", "2"), Slice.of("a", "3"), Slice.of("a", "4"));
  }

  @Test
  void smallCells_ofNoPersonalDimension_areShown() {
    assertThat(of(List.of(cell(60, "a", "1"), cell(3, "a", "2"), cell(63)), "b")).isEmpty();
  }

  /** The cell is the whole row, so that the row has to go with it. */
  @Test
  void smallCell_thatIsAllOfARow_takesTheRowWithIt() {
    List<Cell> cells =
        List.of(
            cell(100),
            cell(3, "model", "new"),
            cell(47, "model", "old"),
            cell(50, "model", "other"),
            cell(3, "model", "new", "tenant", "x"),
            cell(47, "model", "old", "tenant", "y"),
            cell(50, "model", "other", "tenant", "y"));
    Set<Slice> withheld = slices(of(cells, "tenant"));
    assertThat(withheld)
        .contains(Slice.of("model", "new"), Slice.of("model", "new", "tenant", "x"));
  }

  /**
   * Two blocks of four withheld cells that one cell joins: two are withheld in each row and column,
   * and yet the one between can be computed from the sums of a block.
   */
  @Test
  void computable_cellBetweenTwoBlocks_isFound() {
    List<Cell> cells = new ArrayList<>();
    Map<Slice, Long> habit = new HashMap<>();
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        cells.add(cell(20, "a", "" + row, "b", "" + column));
        if (row / 2 == column / 2 || row == 1 && column == 2) {
          habit.put(Slice.of("a", "" + row, "b", "" + column), NIGHT - 1);
        }
      }
      cells.add(cell(80, "a", "" + row));
      cells.add(cell(80, "b", "" + row));
    }
    cells.add(cell(320));
    Margins margins = new Margins(cells, Set.of("a"));
    assertThat(
            Unknowns.computable(
                margins.sums(), place -> habit.containsKey(margins.nodes().get(place).slice())))
        .extracting(place -> margins.nodes().get(place).slice())
        .containsExactly(Slice.of("a", "1", "b", "2"));
    List<Withheld> withheld = Suppression.of(NIGHT, cells, Set.of("a"), MINIMUM, habit);
    assertThat(withheld).hasSizeGreaterThan(9);
    Set<Slice> slices = slices(withheld);
    assertThat(
            Unknowns.computable(
                margins.sums(), place -> slices.contains(margins.nodes().get(place).slice())))
        .isEmpty();
  }

  @Test
  void random_tables_neverPinAWithheldCell() {
    Random random = new Random(6);
    int withSecondary = 0;
    int tried = 0;
    long shown = 0;
    long all = 0;
    for (int i = 0; i < TABLES; i++) {
      SmallTable table = SmallTable.random(random, 10);
      if (table.finest().isEmpty()) {
        continue;
      }
      List<Cell> cells = table.cells();
      Set<String> personal = random.nextBoolean() ? Set.of("a") : Set.of("a", "b");
      List<Withheld> withheld =
          Suppression.of(NIGHT, cells, personal, MINIMUM, habit(random, cells));
      Set<Slice> slices = slices(withheld);
      Optional<Set<Slice>> pinned =
          isWhole(cells, slices) ? Optional.of(Set.of()) : OtherTables.pinned(table, slices);
      tried += pinned.isPresent() ? 1 : 0;
      assertThat(pinned.orElse(Set.of()))
          .as("table %s: %s, withheld %s", i, table, withheld)
          .isEmpty();
      withSecondary += withheld.stream().anyMatch(w -> w.reason() == Reason.COMPLEMENTARY) ? 1 : 0;
      shown += cells.size() - slices.size();
      all += cells.size();
    }
    assertThat(tried).isGreaterThan(TABLES * 8 / 10);
    assertThat(withSecondary).isGreaterThan(TABLES / 2);
    // Withholding everything would protect too.
    assertThat((double) shown / all).isGreaterThan(0.3);
  }

  private static Map<Slice, Long> habit(Random random, List<Cell> cells) {
    Map<Slice, Long> habit = new HashMap<>();
    if (random.nextInt(3) == 0) {
      Cell cell = cells.get(random.nextInt(cells.size()));
      if (!cell.slice().isAll()) {
        habit.put(cell.slice(), NIGHT - 5);
      }
    }
    return habit;
  }

  /** Nothing can be done where a withheld cell is all traffic under another name. */
  private static boolean isWhole(List<Cell> cells, Set<Slice> withheld) {
    long all =
        cells.stream().filter(c -> c.slice().isAll()).mapToLong(Cell::people).findFirst().orElse(0);
    return cells.stream().anyMatch(c -> withheld.contains(c.slice()) && c.people() == all);
  }

  /** What is left over of a sum beside a fold is as good as shown. */
  @Test
  void random_foldedTables_leaveNoCellComputable() {
    Random random = new Random(7);
    for (int i = 0; i < TABLES; i++) {
      List<Cell> cells = SmallTable.random(random, 14).folded(4);
      Set<Slice> withheld = slices(of(cells, "a", "b"));
      Margins margins = new Margins(cells, Set.of("a", "b"));
      assertThat(
              isWhole(cells, withheld)
                  ? Set.of()
                  : Unknowns.computable(
                          margins.sums(),
                          place ->
                              !margins.nodes().get(place).named()
                                  || withheld.contains(margins.nodes().get(place).slice()))
                      .stream()
                      .map(place -> margins.nodes().get(place))
                      .filter(node -> node.named() || node.personal() && node.people() < MINIMUM)
                      .collect(Collectors.toSet()))
          .as("table %s: %s, withheld %s", i, cells, withheld)
          .isEmpty();
    }
  }

  /** In every shown sum, what is withheld together is no small cell either. */
  @Test
  void random_tables_withholdNoSmallGroup() {
    Random random = new Random(8);
    for (int i = 0; i < TABLES; i++) {
      List<Cell> cells = SmallTable.random(random, 14).cells();
      Set<Slice> withheld = slices(of(cells, "a"));
      Margins margins = new Margins(cells, Set.of("a"));
      for (Sum sum : margins.sums()) {
        Set<Integer> hidden = new HashSet<>(sum.parts());
        hidden.removeIf(part -> !withheld.contains(margins.nodes().get(part).slice()));
        boolean open = !withheld.contains(margins.nodes().get(sum.whole()).slice());
        boolean all = hidden.size() == sum.parts().size();
        if (open && margins.nodes().get(sum.whole()).named() && !all && !hidden.isEmpty()) {
          assertThat(hidden.stream().mapToLong(part -> margins.nodes().get(part).people()).sum())
              .as("table %s: %s, withheld %s", i, cells, withheld)
              .isGreaterThanOrEqualTo(MINIMUM);
        }
      }
    }
  }

  @Test
  void order_ofTheCells_doesNotMatter() {
    List<Cell> cells = new ArrayList<>(SmallTable.random(new Random(9), 14).cells());
    List<Withheld> expected = of(cells, "a", "b");
    java.util.Collections.shuffle(cells, new Random(10));
    assertThat(of(cells, "a", "b")).isEqualTo(expected).isNotEmpty();
  }

  /** Ten thousand slices of three levels, with many small cells. */
  @Test
  void manyCells_areDecidedInSeconds() {
    Random random = new Random(11);
    Map<Slice, Long> sizes = new HashMap<>();
    for (int tenant = 0; tenant < 3_000; tenant++) {
      for (int model = 0; model < 3; model++) {
        long size = 1 + (long) (random.nextDouble() * 4_000 / (1 + tenant));
        Slice slice = Slice.of("model", "m" + model, "tenant", "t" + tenant);
        for (List<String> level :
            List.of(List.<String>of(), List.of("model"), List.of("tenant"), slice.level())) {
          sizes.merge(slice.over(level), size, Long::sum);
        }
      }
    }
    List<Cell> cells =
        sizes.entrySet().stream()
            .map(e -> new Cell(e.getKey(), e.getValue(), e.getValue()))
            .toList();
    assertThat(of(cells, "tenant")).hasSizeGreaterThan(5_000).hasSizeLessThan(12_000);
  }
}

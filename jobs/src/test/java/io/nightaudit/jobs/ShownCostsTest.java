package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.CostCell;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.suppression.Cell;
import io.nightaudit.jobs.suppression.WithheldNights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShownCostsTest {
  private static final long NIGHT = 20_000;

  private static CostCell cell(String model, String tenant, long people) {
    Slice key = Slice.of("request_model", model, "tenant", tenant);
    return new CostCell(
        key,
        people,
        people,
        List.of(
            new CostLine(key, "input", people, 100 * people, 7 * people, true),
            new CostLine(key, "output", people, 10 * people, 9 * people, true)));
  }

  private static WithheldNights withheld(ShownCosts costs, long all) {
    List<Cell> cells = new ArrayList<>(costs.cells(NIGHT));
    cells.add(new Cell(Slice.ALL, all, all));
    SortedMap<Long, List<Cell>> nights = new TreeMap<>();
    nights.put(NIGHT, cells);
    return WithheldNights.of(nights, List.of(), Set.of("tenant"), 10, 28);
  }

  private static ShownCosts costs(List<CostCell> cells) {
    SortedMap<Long, List<CostCell>> nights = new TreeMap<>();
    nights.put(NIGHT, cells);
    return new ShownCosts(List.of("tenant"), nights);
  }

  private static long sum(List<CostLine> lines) {
    return lines.stream().mapToLong(CostLine::picoDollars).sum();
  }

  /** The small one takes the next larger of its model with it, and both are one line a meter. */
  @Test
  void smallKey_isFoldedWithinItsModel() {
    List<CostCell> cells =
        List.of(
            cell("m", "big", 90), cell("m", "next", 40), cell("m", "few", 3), cell("n", "big", 50));
    ShownCosts costs = costs(cells);
    WithheldNights withheld = withheld(costs, 183);
    List<CostLine> lines = costs.lines(NIGHT, withheld);
    Slice folded = Slice.of("request_model", "m", "tenant", ShownCosts.WITHHELD);
    assertThat(lines)
        .contains(
            new CostLine(folded, "input", 43, 4_300, 301, true),
            new CostLine(folded, "output", 43, 430, 387, true))
        .hasSize(6);
    assertThat(sum(lines)).isEqualTo(183 * 16);
    assertThat(costs.foldedLines(NIGHT, withheld)).isEqualTo(4);
  }

  /** A model that only few people of one tenant use would name them. */
  @Test
  void smallKey_thatIsAllOfAModel_isFoldedOverModels() {
    List<CostCell> cells = List.of(cell("m", "big", 90), cell("m", "mid", 40), cell("n", "few", 3));
    ShownCosts costs = costs(cells);
    List<CostLine> lines = costs.lines(NIGHT, withheld(costs, 133));
    assertThat(lines).noneMatch(line -> line.key().dimensions().containsValue("n"));
    assertThat(lines).noneMatch(line -> line.key().dimensions().containsValue("few"));
    assertThat(sum(lines)).isEqualTo(133 * 16);
  }

  @Test
  void nothingSmall_nothingFolded() {
    ShownCosts costs = costs(List.of(cell("m", "big", 90), cell("n", "big", 50)));
    WithheldNights withheld = withheld(costs, 140);
    assertThat(costs.lines(NIGHT, withheld)).hasSize(4);
    assertThat(costs.foldedLines(NIGHT, withheld)).isZero();
  }
}

package io.nightaudit.jobs.policy;

import java.io.Serializable;
import java.util.List;

/**
 * Which slices are measured beside all traffic.
 *
 * @param levels combinations of columns or dimensions, one slice for each combination of values
 * @param cap how many slices of a level are kept by volume; the rest is one slice {@code (other)}
 * @param terms levels that also keep the words of their texts
 * @param personal dimensions whose small cells are not shown
 * @param minimumCell the size of a group below which a personal cell is not shown
 */
public record SliceSettings(
    List<List<String>> levels,
    int cap,
    List<List<String>> terms,
    List<String> personal,
    int minimumCell)
    implements Serializable {
  public SliceSettings {
    levels = levels.stream().map(List::copyOf).toList();
    terms = terms.stream().map(List::copyOf).toList();
    personal = List.copyOf(personal);
  }
}

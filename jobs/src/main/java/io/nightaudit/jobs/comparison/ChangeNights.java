package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The nights that a change is measured over: those before it began, and those since, at most the
 * last seven. Nights of another definition, and nights whose archive cannot be relied on, are left
 * out.
 *
 * @param before nights before the change, in order
 * @param after nights since, in order; tonight is the last
 */
record ChangeNights(List<Long> before, List<Long> after) {
  private static final int LEAST_BEFORE = 3;
  private static final int MOST_AFTER = 7;

  ChangeNights {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Which nights count: those near enough, of tonight's definition, with an archive to rely on. */
  record Window(int baselineNights, Set<Long> unreliable) {
    Window {
      unreliable = Set.copyOf(unreliable);
    }

    private Stream<Long> of(ComparedStream stream, Set<Long> nights, long tonight) {
      String definition = definition(stream, tonight, tonight);
      return nights.stream()
          .filter(night -> night >= tonight - baselineNights && night <= tonight)
          .filter(night -> night == tonight || !unreliable.contains(night))
          .filter(night -> definition(stream, night, tonight).equals(definition));
    }

    private static String definition(ComparedStream stream, long night, long tonight) {
      StreamNight known = stream.nights().get(night);
      StreamNight last = stream.nights().get(tonight);
      return known != null ? known.definition() : last == null ? "" : last.definition();
    }
  }

  /**
   * The nights of a change that began on a night; empty where fewer than three nights before it are
   * known.
   *
   * @param nights the nights with values
   */
  static Optional<ChangeNights> since(
      long began, ComparedStream stream, Set<Long> nights, long tonight, Window window) {
    List<Long> known = window.of(stream, nights, tonight).toList();
    List<Long> before = known.stream().filter(night -> night < Math.min(began, tonight)).toList();
    List<Long> after =
        known.stream()
            .filter(night -> night == tonight || night >= began && night > tonight - MOST_AFTER)
            .toList();
    return before.size() < LEAST_BEFORE || !after.contains(tonight)
        ? Optional.empty()
        : Optional.of(new ChangeNights(before, after));
  }

  /** Tonight against its baseline. */
  static Optional<ChangeNights> tonight(
      ComparedSlice slice, Measure measure, long tonight, Window window) {
    ComparedStream stream = slice.streams().get(measure);
    Evidence evidence = stream.evidence().get(tonight);
    if (evidence == null || !stream.moments().containsKey(tonight)) {
      return Optional.empty();
    }
    List<Long> before =
        window
            .of(stream, slice.releases().keySet(), tonight)
            .filter(night -> night < tonight)
            .limit(evidence.baseline().nights())
            .filter(stream.moments()::containsKey)
            .toList();
    return before.size() < LEAST_BEFORE
        ? Optional.empty()
        : Optional.of(new ChangeNights(before, List.of(tonight)));
  }

  /** All nights, in order. */
  List<Long> all() {
    return Stream.concat(before.stream(), after.stream()).toList();
  }
}

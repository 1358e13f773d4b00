package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lets figures that tell the same story share a finding: first those of one slice, then those of
 * slices with the same rows, then those of nested slices. A part tells the story of the slice
 * around it where the change is the part's own; otherwise the slice tells it for its parts. A
 * figure with a worse verdict always keeps a finding of its own.
 */
final class Stories {
  /** Share of a change that makes it the change of one part. */
  private static final double NEARLY_ALL = 0.8;

  private final Map<Slice, Long> sizes;
  private final List<String> route;

  /**
   * Stories of a night.
   *
   * @param sizes interactions of each slice
   * @param route the dimensions of a route: of two slices with the same rows the route speaks
   */
  Stories(Map<Slice, Long> sizes, List<String> route) {
    this.sizes = sizes;
    this.route = List.copyOf(route);
  }

  List<Story> of(List<Candidate> candidates) {
    Map<String, List<Candidate>> bySlice = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      String key = Story.theme(candidate.measure()) + "\n" + candidate.slice().key();
      bySlice.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
    }
    Map<String, List<Story>> byTheme = new TreeMap<>();
    bySlice.values().stream()
        .map(Story::of)
        .forEach(
            story -> byTheme.computeIfAbsent(story.theme(), k -> new ArrayList<>()).add(story));
    return byTheme.values().stream().map(this::settled).flatMap(Collection::stream).toList();
  }

  private List<Story> settled(List<Story> stories) {
    Map<Slice, Story> told = new HashMap<>();
    Map<Slice, Slice> folds = new HashMap<>();
    stories.stream()
        .sorted(Comparator.comparing(this::isOfOther).thenComparing(Story::slice))
        .forEach(story -> tellOnce(story, told));
    List<Story> distinct = inOrder(told);
    int finest = distinct.stream().mapToInt(Stories::depth).max().orElse(0);
    for (int depth = finest - 1; depth >= 0; depth--) {
      List<Story> finer = finer(told, depth);
      for (Story story : at(distinct, depth)) {
        settle(story, finer, told, folds);
      }
    }
    return inOrder(told);
  }

  /** Two names of the same rows: the route's name comes first. */
  private boolean isOfOther(Story story) {
    return !story.slice().level().equals(route);
  }

  private void tellOnce(Story story, Map<Slice, Story> told) {
    Optional<Story> twin =
        told.values().stream().filter(other -> sameRows(story, other)).findFirst();
    twin.ifPresentOrElse(
        other -> told.put(other.slice(), other.andIn(List.of(story.slice()))),
        () -> told.put(story.slice(), story));
  }

  private boolean sameRows(Story one, Story other) {
    return depth(one) == depth(other)
        && sizes.getOrDefault(one.slice(), 0L).equals(sizes.getOrDefault(other.slice(), 0L))
        && one.lead().measure().equals(other.lead().measure())
        && one.lead().evidence().n() == other.lead().evidence().n()
        && one.lead().evidence().value() == other.lead().evidence().value();
  }

  private static List<Story> inOrder(Map<Slice, Story> told) {
    return told.values().stream().sorted(Comparator.comparing(Story::slice)).toList();
  }

  private static int depth(Story story) {
    return story.slice().dimensions().size();
  }

  /** The largest change first. */
  private static List<Story> at(List<Story> stories, int depth) {
    return stories.stream()
        .filter(story -> depth(story) == depth)
        .sorted(
            Comparator.comparingDouble((Story story) -> story.lead().weight())
                .reversed()
                .thenComparing(Story::slice))
        .toList();
  }

  private static List<Story> finer(Map<Slice, Story> told, int depth) {
    return inOrder(told).stream().filter(story -> depth(story) > depth).toList();
  }

  private static void settle(
      Story story, List<Story> finer, Map<Slice, Story> told, Map<Slice, Slice> folds) {
    List<Story> parts =
        finer.stream().filter(part -> part.slice().isWithin(story.slice())).toList();
    Optional<Story> teller =
        parts.stream()
            .filter(part -> isItsOwn(part, story, parts))
            .findFirst()
            .or(() -> neighbour(story, parts, told, folds));
    if (teller.isPresent()) {
      fold(List.of(story), teller.get(), told, folds);
    } else {
      fold(parts, story, told, folds);
    }
  }

  /** A slice of as many dimensions that already tells the story of a part of this one. */
  private static Optional<Story> neighbour(
      Story story, List<Story> parts, Map<Slice, Story> told, Map<Slice, Slice> folds) {
    return parts.stream()
        .map(part -> folds.get(part.slice()))
        .filter(slice -> slice != null && told.containsKey(slice))
        .map(told::get)
        .filter(other -> depth(other) == depth(story))
        .findFirst();
  }

  private static void fold(
      List<Story> folded, Story teller, Map<Slice, Story> told, Map<Slice, Slice> folds) {
    List<Slice> also = new ArrayList<>();
    for (Story story : folded) {
      boolean worse = story.lead().verdict().compareTo(teller.lead().verdict()) < 0;
      if (!worse && told.remove(story.slice()) != null) {
        folds.put(story.slice(), teller.slice());
        also.add(story.slice());
      }
    }
    told.computeIfPresent(teller.slice(), (slice, kept) -> kept.andIn(also));
  }

  /** Whether the change of a slice is that of one part, which is not nearly all of the slice. */
  private static boolean isItsOwn(Story part, Story whole, List<Story> parts) {
    Candidate large = whole.lead();
    if (part.lead().evidence().n() >= NEARLY_ALL * large.evidence().n()) {
      return false;
    }
    if (large.evidence().rising()) {
      boolean alone =
          parts.stream().filter(p -> p.slice().level().equals(part.slice().level())).count() == 1;
      return alone && part.lead().evidence().value() > large.evidence().value();
    }
    return part.figure(large.measure())
        .map(small -> small.weight() >= NEARLY_ALL * large.weight())
        .orElse(false);
  }
}

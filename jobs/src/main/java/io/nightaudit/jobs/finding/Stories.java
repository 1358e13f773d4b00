package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets figures that tell the same story share a finding: first those of one slice, then those of
 * nested slices. Where nearly all of a slice moved, the slice tells it; where only a part of it
 * moved, that part does. A figure with a worse verdict always keeps a finding of its own.
 */
final class Stories {
  /** Share of a slice's interactions that must have moved for the slice to tell the story. */
  private static final double NEARLY_ALL = 0.8;

  private final Map<Slice, Long> sizes;

  /**
   * Stories of a night.
   *
   * @param sizes interactions of each slice
   */
  Stories(Map<Slice, Long> sizes) {
    this.sizes = sizes;
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
    return byTheme.values().stream().map(this::nested).flatMap(Collection::stream).toList();
  }

  /** Stories of one theme and direction: the finest slices decide about those around them. */
  private List<Story> nested(List<Story> stories) {
    Map<Slice, Story> told = new HashMap<>();
    stories.forEach(story -> told.put(story.slice(), story));
    int finest = stories.stream().mapToInt(Stories::depth).max().orElse(0);
    for (int depth = finest - 1; depth >= 0; depth--) {
      List<Story> finer = finer(told.values(), depth);
      for (Story story : at(stories, depth)) {
        settle(story, finer, told);
      }
    }
    return told.values().stream().sorted(Comparator.comparing(Story::slice)).toList();
  }

  private static int depth(Story story) {
    return story.slice().dimensions().size();
  }

  private static List<Story> at(List<Story> stories, int depth) {
    return stories.stream()
        .filter(story -> depth(story) == depth)
        .sorted(Comparator.comparing(Story::slice))
        .toList();
  }

  private static List<Story> finer(Collection<Story> told, int depth) {
    return told.stream()
        .filter(story -> depth(story) > depth)
        .sorted(Comparator.comparing(Story::slice))
        .toList();
  }

  private void settle(Story story, List<Story> finer, Map<Slice, Story> told) {
    List<Story> parts =
        finer.stream().filter(part -> part.slice().isWithin(story.slice())).toList();
    if (parts.isEmpty()) {
      return;
    }
    List<Story> folded = covers(story, parts) ? parts : List.of(story);
    Story teller = folded == parts ? story : parts.get(0);
    Verdict of = folded == parts ? story.lead().verdict() : best(parts);
    List<Slice> also = new ArrayList<>(told.getOrDefault(teller.slice(), teller).alsoIn());
    for (Story fold : folded) {
      if (fold.lead().verdict().compareTo(of) >= 0) {
        told.remove(fold.slice());
        also.add(fold.slice());
      }
    }
    told.computeIfPresent(teller.slice(), (slice, kept) -> kept.alsoIn(also));
  }

  private static Verdict best(List<Story> parts) {
    return parts.stream().map(part -> part.lead().verdict()).min(Verdict::compareTo).orElseThrow();
  }

  /** Whether the parts of some one level hold nearly all interactions of a slice. */
  private boolean covers(Story story, List<Story> parts) {
    Map<List<String>, Long> byLevel = new HashMap<>();
    parts.forEach(
        part ->
            byLevel.merge(part.slice().level(), sizes.getOrDefault(part.slice(), 0L), Long::sum));
    long whole = Math.max(1, sizes.getOrDefault(story.slice(), 0L));
    return byLevel.values().stream().anyMatch(size -> size >= NEARLY_ALL * whole);
  }
}

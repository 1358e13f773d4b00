package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which slices are measured. */
final class SliceBinder {
  private static final Pointer AT = Pointer.of("slices");
  private static final List<String> DEFAULT_LEVELS = List.of("request_model", "app_name");

  private final JsonNode slices;
  private final Names names;
  private final Problems problems;

  SliceBinder(JsonNode slices, Names names, Problems problems) {
    this.slices = slices;
    this.names = names;
    this.problems = problems;
  }

  SliceSettings bind() {
    List<List<String>> levels = levels();
    return new SliceSettings(
        levels,
        slices.path("cap").asInt(),
        terms(levels),
        names.mapped(slices.path("personal"), AT.child("personal")),
        slices.path("minimum-cell").asInt());
  }

  private List<List<String>> levels() {
    if (!slices.has("levels")) {
      return DEFAULT_LEVELS.stream().filter(names::hasColumn).map(List::of).toList();
    }
    List<List<String>> levels = lists("levels");
    Set<Set<String>> seen = new HashSet<>();
    for (int i = 0; i < levels.size(); i++) {
      if (!seen.add(Set.copyOf(levels.get(i)))) {
        problems.of(place("levels", i), "is " + levels.get(i) + " once more; leave one");
      }
    }
    return levels;
  }

  private List<List<String>> terms(List<List<String>> levels) {
    if (!slices.has("terms")) {
      return levels.stream().filter(level -> level.size() == 1).toList();
    }
    List<List<String>> terms = lists("terms");
    for (int i = 0; i < terms.size(); i++) {
      List<String> level = terms.get(i);
      Stream<Set<String>> measured = levels.stream().map(Set::copyOf);
      if (level.stream().allMatch(names::has) && measured.noneMatch(Set.copyOf(level)::equals)) {
        problems.of(
            place("terms", i), "is " + level + ", which is not in slices.levels; add it there");
      }
    }
    return terms;
  }

  private List<List<String>> lists(String key) {
    List<List<String>> lists = new ArrayList<>();
    for (JsonNode list : slices.path(key)) {
      lists.add(names.sliced(list, place(key, lists.size())));
    }
    return lists;
  }

  private static Pointer place(String key, int index) {
    return AT.child(key).child(String.valueOf(index));
  }
}

package io.nightaudit.jobs.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The place of a value in the configuration: names of keys and numbers of list items. */
record Pointer(List<String> names) {
  static final Pointer ROOT = new Pointer(List.of());

  Pointer {
    names = List.copyOf(names);
  }

  static Pointer of(String... names) {
    return new Pointer(List.of(names));
  }

  /** Reads a JSON pointer. */
  static Pointer parse(String text) {
    return text.isEmpty()
        ? ROOT
        : new Pointer(
            Arrays.stream(text.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList());
  }

  Pointer child(String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return new Pointer(more);
  }

  Pointer parent() {
    return new Pointer(names.subList(0, names.size() - 1));
  }

  boolean isRoot() {
    return names.isEmpty();
  }

  String last() {
    return names.get(names.size() - 1);
  }

  /** What a person reads, such as {@code prices.book[0].model}. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (String name : names) {
      boolean item = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
      path.append(item ? "[" + name + "]" : path.isEmpty() ? name : "." + name);
    }
    return path.isEmpty() ? "the file" : path.toString();
  }

  @Override
  public String toString() {
    return names.stream()
        .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}

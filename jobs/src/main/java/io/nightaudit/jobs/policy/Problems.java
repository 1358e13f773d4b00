package io.nightaudit.jobs.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong, with the place it came from. */
final class Problems {
  private final Map<String, Origin> origins = new HashMap<>();
  private final List<Problem> found = new ArrayList<>();

  /** Where the value at a pointer was written. */
  void origin(Pointer pointer, Origin origin) {
    origins.put(pointer.toString(), origin);
  }

  void add(Pointer pointer, String sentence) {
    add(originOf(pointer), sentence);
  }

  /** A problem of the value at a pointer: its path begins the sentence. */
  void of(Pointer pointer, String predicate) {
    add(pointer, pointer.path() + " " + predicate);
  }

  void add(Origin origin, String sentence) {
    Problem problem = new Problem(origin, sentence);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All sentences in the order of the file, without secrets. */
  ConfigurationException exception(Redaction redaction) {
    return new ConfigurationException(
        found.stream()
            .sorted(Comparator.comparingInt((Problem problem) -> problem.origin().line()))
            .map(problem -> problem.origin().prefix() + problem.sentence())
            .map(redaction::apply)
            .toList());
  }

  private Origin originOf(Pointer pointer) {
    for (Pointer at = pointer; !at.isRoot(); at = at.parent()) {
      Origin origin = origins.get(at.toString());
      if (origin != null) {
        return origin;
      }
    }
    return Origin.NOWHERE;
  }

  /** A file and line (0 for all of it), or an argument of the command line. */
  record Origin(String source, int line) {
    static final Origin NOWHERE = new Origin("", 0);

    String prefix() {
      if (source.isEmpty()) {
        return "";
      }
      return line > 0 ? source + ", line " + line + ": " : source + ": ";
    }
  }

  private record Problem(Origin origin, String sentence) {}
}

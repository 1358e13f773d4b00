package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.comparison.label.Opinions;
import io.nightaudit.jobs.profile.review.EvaluationSet;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An interaction of an evaluation set with what people said of it.
 *
 * @param line the interaction
 * @param labels the mean label of the people who judged it, by target
 */
record LabelledLine(EvaluationSet.Line line, SortedMap<String, Double> labels) {
  LabelledLine {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** An interaction of a night, as labels name it. */
  private record Named(long epochDay, String id) {}

  static List<LabelledLine> of(List<EvaluationSet.Line> lines, List<HumanLabel> labels) {
    Map<Named, SortedMap<String, List<HumanLabel>>> said = new HashMap<>();
    for (HumanLabel label : labels) {
      label
          .night()
          .map(night -> new Named(night, label.interactionId()))
          .ifPresent(
              name ->
                  said.computeIfAbsent(name, key -> new TreeMap<>())
                      .computeIfAbsent(label.target(), target -> new ArrayList<>())
                      .add(label));
    }
    return lines.stream().map(line -> labelled(line, said)).toList();
  }

  private static LabelledLine labelled(
      EvaluationSet.Line line, Map<Named, SortedMap<String, List<HumanLabel>>> said) {
    ReviewEntry entry = line.entry();
    SortedMap<String, Double> means = new TreeMap<>();
    said.getOrDefault(
            new Named(entry.epochDay(), entry.interactionId()), Collections.emptySortedMap())
        .forEach((target, labels) -> means.put(target, Opinions.of(labels).mean()));
    return new LabelledLine(line, means);
  }

  ReviewEntry entry() {
    return line.entry();
  }
}

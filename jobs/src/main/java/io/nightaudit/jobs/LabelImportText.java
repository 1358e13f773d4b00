package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.archive.label.LabelReader;
import io.nightaudit.jobs.cli.LabelImportRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the command line says of imported labels: numbers and lines, never a cell of the file. */
final class LabelImportText {
  private static final int LINES = 20;

  private final LabelImportRequest request;
  private final LabelReader.Content content;
  private final List<HumanLabel> labels;

  LabelImportText(
      LabelImportRequest request, LabelReader.Content content, List<HumanLabel> labels) {
    this.request = request;
    this.content = content;
    this.labels = labels;
  }

  String text() {
    long people = labels.stream().map(HumanLabel::who).distinct().count();
    long interactions = labels.stream().map(HumanLabel::interactionId).distinct().count();
    long unknown = labels.stream().filter(label -> label.night().isEmpty()).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s kept for %s, of %s about %s."
            .formatted(
                count(labels.size(), "label"),
                request.target(),
                count(people, "person", "people"),
                count(interactions, "interaction")));
    if (unknown > 0) {
      lines.add(
          "  %s: no review queue up to the day of the label holds the interaction; kept, but no estimate uses them until one does"
              .formatted(count(unknown, "label")));
    }
    lines.addAll(problems(content));
    lines.add("  Reports use them from the night of the label on; run a night again to see them.");
    return String.join("\n", lines) + "\n";
  }

  /** Rows that say nothing, by reason and line. */
  static List<String> problems(LabelReader.Content content) {
    List<String> lines = new ArrayList<>();
    content
        .problems()
        .forEach(
            (problem, at) ->
                lines.add(
                    "  left out: %s with %s, %s %s%s"
                        .formatted(
                            count(at.size(), "row"),
                            problem.words(),
                            at.size() == 1 ? "line" : "lines",
                            at.stream()
                                .limit(LINES)
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")),
                            at.size() > LINES ? " and more" : "")));
    return lines;
  }

  private static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}

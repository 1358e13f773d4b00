package io.nightaudit.jobs;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.report.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The review queue as a table that a person reads. */
final class ReviewListing {
  private static final List<String> HEADS =
      List.of("NIGHT", "DRAWN FOR", "OF", "PROBABILITY", "INTERACTION", "JUDGED");

  private static final String GAP = "  ";

  private ReviewListing() {}

  static String of(List<ReviewEntry> queue) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    queue.forEach(entry -> rows.add(cells(entry)));
    int[] widths = new int[HEADS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length())).append(GAP);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static List<String> cells(ReviewEntry entry) {
    return List.of(
        LocalDate.ofEpochDay(entry.epochDay()).toString(),
        VisibleText.of(entry.stratum().name()),
        Digits.whole(entry.population()),
        entry.isDrawn() ? Quantity.SHARE.value(entry.inclusionProbability()) : "–",
        entry.isDrawn() ? VisibleText.of(interaction(entry)) : "none: " + entry.reason(),
        VisibleText.of(String.join(", ", judged(entry))));
  }

  private static String interaction(ReviewEntry entry) {
    return entry.rest().isEmpty()
        ? entry.interactionId()
        : entry.interactionId() + " (" + entry.rest() + ")";
  }

  private static List<String> judged(ReviewEntry entry) {
    List<String> judged = new ArrayList<>();
    entry.guardrailHit().ifPresent(hit -> judged.add(hit ? "guardrail hit" : "no guardrail hit"));
    entry.scores().forEach((name, value) -> judged.add(name + " " + Digits.significant(value)));
    if (!Double.isNaN(entry.feedback())) {
      judged.add("feedback " + Digits.significant(entry.feedback()));
    }
    return judged;
  }
}

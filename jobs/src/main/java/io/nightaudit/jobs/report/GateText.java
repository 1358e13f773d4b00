package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.GateReport.Candidate;
import io.nightaudit.jobs.report.GateReport.Comparison;
import io.nightaudit.jobs.report.GateReport.MetricEntry;
import io.nightaudit.jobs.report.GateReport.RuleEntry;
import io.nightaudit.jobs.report.wording.ChangeText;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.List;
import java.util.Optional;

/** The report of the gate as a table of a terminal, at most 100 columns wide. */
public final class GateText {
  private static final int WIDTH = 100;
  private static final int[] METRIC = {3, 11, 26, 9, 8, 14, 19};
  private static final int[] RELEASES = {3, 11, 61, 25};
  private static final int[] MOVED = {3, 36, 17, 17, 15};
  private static final int MOVED_SHOWN = 12;
  private static final String NONE = "–";

  private final GateReport report;
  private final StringBuilder text = new StringBuilder();

  private GateText(GateReport report) {
    this.report = report;
  }

  /** The lines, each with its line feed. */
  public static String of(GateReport report) {
    GateText table = new GateText(GateJson.visible(report));
    table.head();
    for (int metric = 0; metric < report.split().metrics(); metric++) {
      table.metric(metric);
    }
    table.rules();
    table.moved();
    return table.text.toString();
  }

  private void head() {
    paragraph("", "Gate: " + GateWords.headline(report));
    report.recommended().ifPresent(best -> paragraph("", best.sentence()));
    paragraph("", GateWords.split(report));
    line();
    paragraph("", "Nights: " + GateWords.nights(report));
    release(
        "0", "baseline", report.identity().baseline(), report.identity().baselineInteractions());
    int number = 1;
    for (Candidate candidate : report.candidates()) {
      release(
          "" + number++,
          outcome(candidate.outcome()),
          candidate.release(),
          candidate.interactions());
    }
  }

  private void release(String number, String outcome, String release, long interactions) {
    row(RELEASES, number, outcome, release, ">" + Sentences.count(interactions, "interaction"));
  }

  private static String outcome(String outcome) {
    return GateWords.mark(outcome).word();
  }

  private void metric(int position) {
    MetricEntry first = report.candidates().get(0).metrics().get(position);
    line();
    paragraph("", first.title() + ": " + GateWords.harm(first));
    row(METRIC, "", "", "release", ">value", ">n", ">change", ">interval", "compared");
    baseline(position);
    int number = 1;
    for (Candidate candidate : report.candidates()) {
      candidate("" + number++, candidate, candidate.metrics().get(position));
    }
  }

  /** The baseline as most comparisons see it: over all its values. */
  private void baseline(int position) {
    report.candidates().stream()
        .map(candidate -> candidate.metrics().get(position))
        .filter(metric -> metric.plain().isPresent())
        .findFirst()
        .ifPresent(
            metric -> {
              Comparison plain = metric.plain().get();
              row(
                  METRIC,
                  "0",
                  "",
                  report.identity().baseline(),
                  ">" + GateWords.quantity(metric).value(plain.baseline()),
                  ">" + Digits.whole(plain.baselineN()));
            });
  }

  private void candidate(String number, Candidate candidate, MetricEntry metric) {
    Quantity quantity = GateWords.quantity(metric);
    Optional<Comparison> counting = metric.counting();
    row(
        METRIC,
        number,
        outcome(metric.outcome()),
        candidate.release(),
        ">" + counting.or(metric::plain).map(c -> quantity.value(c.value())).orElse(NONE),
        ">" + counting.or(metric::plain).map(c -> Digits.whole(c.n())).orElse(NONE),
        ">" + counting.map(c -> ChangeText.of(quantity, c.change())).orElse(NONE),
        ">" + counting.flatMap(c -> ChangeText.interval(quantity, c.change())).orElse(NONE),
        GateWords.basis(metric));
    String indent = " ".repeat(METRIC[0] + METRIC[1]);
    if (!metric.outcome().equals("PASSES")) {
      paragraph(indent, Sentences.closed(Mark.capital(metric.reason())));
    }
    GateWords.beside(metric).forEach(sentence -> paragraph(indent, sentence));
  }

  private void rules() {
    List<RuleEntry> all = report.candidates().stream().flatMap(c -> c.rules().stream()).toList();
    if (all.isEmpty()) {
      return;
    }
    line();
    long kept = all.stream().filter(rule -> rule.outcome().equals("PASSES")).count();
    paragraph("", "Fixed limits: %s of %s kept".formatted(kept, all.size()));
    int number = 1;
    for (Candidate candidate : report.candidates()) {
      String index = "" + number++;
      candidate.rules().stream()
          .filter(rule -> !rule.outcome().equals("PASSES"))
          .forEach(
              rule -> {
                row(METRIC, index, outcome(rule.outcome()), rule.rule());
                paragraph(" ".repeat(METRIC[0] + METRIC[1]), rule.reason());
              });
    }
  }

  private void moved() {
    int number = 1;
    for (Candidate candidate : report.candidates()) {
      List<GateMoved> moved = GateMoved.of(report, candidate);
      if (!moved.isEmpty()) {
        line();
        paragraph(
            "",
            "Other figures of %s that differ materially: %s"
                .formatted(number, Digits.whole(moved.size())));
        row(MOVED, "", "figure", ">baseline", ">candidate", ">change");
        moved.stream().limit(MOVED_SHOWN).forEach(this::moved);
        if (moved.size() > MOVED_SHOWN) {
          paragraph("   ", "and %s more in gate.html".formatted(moved.size() - MOVED_SHOWN));
        }
      }
      number++;
    }
  }

  private void moved(GateMoved moved) {
    row(
        MOVED,
        "",
        moved.figure().title(),
        ">" + moved.baseline(),
        ">" + moved.value(),
        ">" + moved.change(),
        moved.figure().verdict().equals("WARNING") ? "harm" : "");
  }

  /** Cells in columns; one that begins with ">" stands at the right end of its column. */
  private void row(int[] widths, String... cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      boolean right = cells[i].startsWith(">");
      boolean last = i == cells.length - 1;
      int width = i < widths.length ? widths[i] : WIDTH;
      String cell = right ? cells[i].substring(1) : cells[i];
      String shown = last || right ? cell : shortened(cell, width - 1);
      String gap =
          " ".repeat(Math.max(right ? 1 : 0, width - shown.codePointCount(0, shown.length())));
      boolean spaced = !right && !row.isEmpty() && i >= widths.length;
      row.append(spaced ? "  " : "").append(right ? gap + shown : shown + (last ? "" : gap));
    }
    text.append(row.toString().stripTrailing()).append('\n');
  }

  private static String shortened(String text, int limit) {
    int length = text.codePointCount(0, text.length());
    if (length <= limit) {
      return text;
    }
    int head = limit / 3;
    // Releases of one system begin alike, so more of their ends is shown.
    return text.substring(0, text.offsetByCodePoints(0, head))
        + "…"
        + text.substring(text.offsetByCodePoints(0, length - (limit - head - 1)));
  }

  private void line() {
    text.append('\n');
  }

  private void paragraph(String indent, String words) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : words.split(" ")) {
      if (line.length() + word.length() >= WIDTH && line.length() > indent.length()) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}

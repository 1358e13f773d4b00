package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.CauseReport.Carrier;
import io.nightaudit.jobs.report.CauseReport.ExplanationEntry;
import io.nightaudit.jobs.report.CauseReport.Speed;
import io.nightaudit.jobs.report.Report.FindingEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures behind a finding's cause, in short lines. */
final class ExplanationView {
  private static final int MOST_CARRIERS = 3;

  private final FindingEntry finding;
  private final Quantity quantity;

  private ExplanationView(FindingEntry finding, String unit) {
    this.finding = finding;
    this.quantity = Quantity.of(finding.metric(), unit);
  }

  /** Lines for the evidence of a finding, and how fast it moved. */
  static Fields put(Fields fields, FindingEntry finding) {
    Optional<ExplanationEntry> entry = finding.explanation();
    return fields
        .put("reason", entry.map(ExplanationEntry::reason).orElse(""))
        .put(
            "lines",
            entry.map(e -> new ExplanationView(finding, e.unit()).lines(e)).orElse(List.of()))
        .put(
            "speed",
            entry
                .flatMap(e -> e.speed().map(new ExplanationView(finding, e.unit())::speed))
                .orElse(""));
  }

  private List<Object> lines(ExplanationEntry entry) {
    List<Object> lines = new ArrayList<>();
    entry
        .standardisedChange()
        .ifPresent(
            value ->
                lines.add(
                    line(
                        "At the same mix by " + Sentences.list(entry.by()),
                        quantity.difference(value)
                            + interval(entry.standardisedLow(), entry.standardisedHigh())
                            + of(entry.rawChange()))));
    if (entry.standardisedChange().isEmpty()) {
      entry
          .rawLow()
          .flatMap(low -> entry.rawChange())
          .ifPresent(
              value ->
                  lines.add(
                      line(
                          "Change since it began",
                          quantity.difference(value) + interval(entry.rawLow(), entry.rawHigh()))));
    }
    if (!entry.carriedBy().isEmpty()) {
      lines.add(line("Carried by", carriers(entry.carriedBy())));
    }
    if (!entry.bridge().isEmpty()) {
      lines.add(line("Made of", bridge(entry.bridge())));
    }
    return lines;
  }

  private static Map<String, Object> line(String name, String text) {
    return new Fields().put("name", name).put("text", text).map();
  }

  private String interval(Optional<Double> low, Optional<Double> high) {
    return low.isPresent() && high.isPresent()
        ? " (" + quantity.differences(low.get(), high.get()) + ")"
        : "";
  }

  private String of(Optional<Double> raw) {
    return raw.map(value -> ", of " + quantity.difference(value) + " in all").orElse("");
  }

  private String carriers(List<Carrier> carriers) {
    List<String> texts =
        carriers.stream()
            .map(carrier -> title(carrier) + " " + quantity.difference(carrier.part()))
            .toList();
    return Sentences.list(texts, MOST_CARRIERS);
  }

  /** What tells a slice apart from the one that the finding is about. */
  private String title(Carrier carrier) {
    List<String> more =
        carrier.slice().entrySet().stream()
            .filter(entry -> !finding.slice().containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return more.isEmpty() ? carrier.sliceTitle() : String.join(" · ", more);
  }

  private String bridge(Map<String, Double> factors) {
    return Sentences.list(
        factors.entrySet().stream()
            .map(factor -> name(factor.getKey()) + " " + quantity.difference(factor.getValue()))
            .toList());
  }

  private static String name(String factor) {
    return switch (factor) {
      case "volume" -> "interactions";
      case "mix" -> "their mix";
      case "tokens" -> "tokens of one";
      case "price" -> "price of a token";
      case "parts" -> "parts new or gone";
      default -> "cost of one";
    };
  }

  private String speed(Speed speed) {
    return speed
        .perWeek()
        .map(week -> quantity.difference(week) + " a week" + interval(speed.low(), speed.high()))
        .orElse("in a step");
  }
}

package io.nightaudit.jobs.report.period;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Anchors;
import io.nightaudit.jobs.report.CauseReport;
import io.nightaudit.jobs.report.Fields;
import io.nightaudit.jobs.report.Prose;
import io.nightaudit.jobs.report.Sentences;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The findings of a period as rows. */
final class PeriodFindingView {
  private static final int SHOWN = 15;

  private final PeriodReport report;
  private final Prose prose;
  private final Set<String> shown;

  PeriodFindingView(PeriodReport report, Prose prose) {
    this.report = report;
    this.prose = prose;
    this.shown =
        report.figures().stream().map(PeriodReport.FigureEntry::id).collect(Collectors.toSet());
  }

  /** All that are open, and some of those that have gone. */
  List<Map<String, Object>> shown() throws TemplateModelException {
    return rows(report.findings().subList(0, split()));
  }

  /** The others that have gone. */
  List<Map<String, Object>> folded() throws TemplateModelException {
    return rows(report.findings().subList(split(), report.findings().size()));
  }

  private int split() {
    long open = report.findings().stream().filter(f -> f.closedOn().isEmpty()).count();
    return Math.min(report.findings().size(), Math.max((int) open, SHOWN));
  }

  private List<Map<String, Object>> rows(List<PeriodReport.FindingEntry> findings)
      throws TemplateModelException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PeriodReport.FindingEntry finding : findings) {
      rows.add(row(finding));
    }
    return rows;
  }

  private Map<String, Object> row(PeriodReport.FindingEntry finding) throws TemplateModelException {
    return new Fields()
        .put("id", finding.id())
        .put("anchor", Anchors.finding(finding.id()))
        .put("sentence", Sentences.closed(finding.sentence()))
        .put("slice", finding.sliceTitle())
        .put("evidence", prose.of(finding.evidence()))
        .put("figure", finding.figure())
        .put("link", shown.contains(finding.figure()) ? Anchors.figure(finding.figure()) : "")
        .put("cause", Mark.words(finding.cause()))
        .put("mark", Mark.of(finding.worst()))
        .put(
            "last",
            finding.verdict().equals(finding.worst())
                ? ""
                : "last: " + Mark.of(finding.verdict()).word())
        .put("standing", standing(finding))
        .put("when", when(finding))
        .put("nights", nights(finding))
        .put("size", size(finding))
        .put("accepted", finding.accepted().orElse(""))
        .map();
  }

  private static String standing(PeriodReport.FindingEntry finding) {
    return switch (finding.standing()) {
      case PeriodFindings.OPENED -> "Opened, still open";
      case PeriodFindings.OPENED_AND_CLOSED -> "Opened and gone";
      case PeriodFindings.CLOSED -> "Gone";
      default -> "Still open";
    };
  }

  private static String when(PeriodReport.FindingEntry finding) {
    String closed = finding.closedOn().map(night -> ", gone " + Nights.brief(night)).orElse("");
    return "found " + Nights.brief(finding.found()) + closed;
  }

  private static String nights(PeriodReport.FindingEntry finding) {
    return "%s, %s"
        .formatted(
            Nights.range(finding.firstNight(), finding.lastNight()),
            Sentences.count(finding.nights(), "night"));
  }

  private static String size(PeriodReport.FindingEntry finding) {
    if (finding.size().isEmpty() || finding.unit().equals("mix")) {
      return "";
    }
    CauseReport.Size size = finding.size().get();
    Quantity quantity = Quantity.of(finding.metric(), finding.unit());
    String unit =
        quantity == Quantity.NUMBER && !finding.unit().equals("score") ? " " + finding.unit() : "";
    String interval =
        size.low().isPresent() && size.high().isPresent()
            ? " (" + quantity.differences(size.low().get(), size.high().get()) + ")"
            : "";
    String value =
        quantity == Quantity.NUMBER
            ? Digits.signed(Digits.significant(size.value()))
            : quantity.difference(size.value());
    return value + unit + interval;
  }
}

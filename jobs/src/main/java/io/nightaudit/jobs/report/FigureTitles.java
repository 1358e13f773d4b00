package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Bin;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import java.util.ArrayList;
import java.util.List;

/** What stands above a small chart: what happened, then what is drawn. */
final class FigureTitles {
  private FigureTitles() {}

  static Fields of(Report report, Figure figure) {
    String happened =
        report.findings().stream()
            .filter(finding -> finding.figure().equals(figure.id()))
            .map(FindingEntry::sentence)
            .map(Sentences::open)
            .findFirst()
            .orElse(figure.title());
    return new Fields()
        .put("title", happened)
        .put("note", figure.title() + ", " + figure.sliceTitle() + ". " + FigureView.unit(figure))
        .put("anchor", Anchors.figure(figure.id()));
  }

  /** The numbers of a distribution. */
  static List<Object> bins(Figure figure) {
    List<Object> rows = new ArrayList<>();
    for (Bin bin : figure.distribution()) {
      rows.add(
          new Fields()
              .put("label", bin.label())
              .put("before", Quantity.SHARE.value(bin.before()))
              .put("tonight", Quantity.SHARE.value(bin.tonight()))
              .map());
    }
    return rows;
  }
}

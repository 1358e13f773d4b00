package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.explanation.ExplanationJson;
import io.nightaudit.jobs.explanation.ListedFigure;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Nearest;
import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.report.ReportJson;
import io.nightaudit.jobs.report.VisibleText;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.MeasurementRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Lists the figures of a night with their ids: those of the report, or one metric's in full. */
final class FigureListing {
  private final AuditStore store;
  private final LocalDate night;
  private final Optional<String> metric;

  FigureListing(AuditStore store, LocalDate night, Optional<String> metric) {
    this.store = store;
    this.night = night;
    this.metric = metric;
  }

  String text(boolean json) {
    List<ListedFigure> figures = metric.map(this::ofMetric).orElseGet(this::shown);
    if (json) {
      return ExplanationJson.write(figures);
    }
    String more =
        metric.isPresent()
            ? ""
            : "These are the figures of the report; those of every slice: --metric NAME\n";
    return ListedFigure.text(figures) + more;
  }

  private List<ListedFigure> shown() {
    Optional<Report> report =
        store.reports().read(night.toEpochDay(), "report.json").map(ReportJson::read);
    return report.stream()
        .flatMap(made -> made.figures().stream())
        .map(
            figure ->
                ListedFigure.of(
                    Measure.parse(figure.metric()),
                    new Slice(new TreeMap<>(figure.slice())),
                    figure.value().orElse(Double.NaN),
                    figure.unit(),
                    figure.n(),
                    figure.verdict()))
        .toList();
  }

  private List<ListedFigure> ofMetric(String name) {
    Dataset<Row> rows = store.measurements().read(night.toEpochDay(), night.toEpochDay());
    Column named = functions.col("metric").equalTo(functions.lit(name));
    Column oneOfMany = functions.col("metric").startsWith(functions.lit(name + "."));
    List<MeasurementRow> found = store.measurements().list(rows.where(named.or(oneOfMany)));
    if (found.isEmpty()) {
      throw new Refusal(unknown(name, rows));
    }
    return found.stream().map(FigureListing::listed).toList();
  }

  private static ListedFigure listed(MeasurementRow row) {
    return ListedFigure.of(
        Measure.parse(row.metric()),
        Slice.parse(row.slice()),
        row.value(),
        row.numerator() >= 0 ? "share" : row.unit(),
        row.n(),
        row.verdict().name());
  }

  private String unknown(String name, Dataset<Row> rows) {
    List<String> metrics =
        rows.select("metric").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    List<String> nearest = Nearest.to(name, metrics);
    return "no figure of the night %s has the metric %s; %s"
        .formatted(
            night,
            VisibleText.of(name),
            nearest.isEmpty()
                ? "there are " + VisibleText.of(String.join(", ", metrics))
                : "did you mean " + VisibleText.of(String.join(" or ", nearest)) + "?");
  }
}

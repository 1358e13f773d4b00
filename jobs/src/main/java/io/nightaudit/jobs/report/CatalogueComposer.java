package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.Approval;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.report.FullForm.CatalogueEntry;
import io.nightaudit.jobs.report.FullForm.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists by which method every metric is measured and judged, and under whose limits. */
final class CatalogueComposer {
  private final NightRecord record;
  private final Policy policy;

  CatalogueComposer(NightRecord record) {
    this.record = record;
    this.policy = record.configuration().policy();
  }

  Thresholds thresholds() {
    Approval approval = policy.approval();
    return new Thresholds(
        policy.version(),
        ConfigurationHash.ofThresholds(policy),
        approval.by(),
        approval.on(),
        approval.effectiveFrom(),
        approval.covers(record.night()));
  }

  List<CatalogueEntry> catalogue() {
    return Arrays.stream(Metric.values()).map(this::entry).toList();
  }

  private CatalogueEntry entry(Metric metric) {
    Measure measure = Measure.of(metric);
    MetricPolicy tolerance = policy.of(measure);
    return new CatalogueEntry(
        metric.id(),
        metric.title(),
        metric.family().name(),
        metric.unit(),
        Estimators.idOf(metric.extraction()),
        policy.minimumRows(),
        tolerance.harm().name(),
        tolerance.material() == 0 || metric.unit().equals("mix")
            ? ""
            : MaterialText.of(tolerance, metric.id(), metric.unit()),
        tolerance.gate(),
        metric.needs().stream().map(Column::id).toList());
  }

  /** What people's labels say of the error of automatic scores. */
  List<String> judge(List<LabelEntry> labels) {
    boolean scored =
        record.coverage().present().stream()
            .anyMatch(column -> column.startsWith(Column.SCORE_PREFIX));
    List<String> sentences = new ArrayList<>();
    if (!scored) {
      sentences.add("The archive has no scores, so there is no judge whose error could be known.");
      return sentences;
    }
    sentences.add(
        "Scores are those of the archive. Which model or person gave them is not in the log.");
    List<String> errors =
        labels.stream()
            .filter(label -> label.estimate().isPresent() && label.judgeMean().isPresent())
            .map(CatalogueComposer::error)
            .toList();
    sentences.addAll(errors);
    if (errors.isEmpty()) {
      sentences.add(
          "No labels by people stand beside them in the nights of the baseline: their error is not known.");
    }
    return sentences;
  }

  private static String error(LabelEntry label) {
    return "%s: mean score %s, by people %s (n %s); the judge’s error is the difference."
        .formatted(
            label.title(),
            Digits.significant(label.judgeMean().orElseThrow()),
            Digits.significant(label.estimate().orElseThrow()),
            Digits.whole(label.n()));
  }
}

package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.RollbackPolicy;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to be kept unchanged before anyone acts on a rollback, as this night knows it. */
final class EvidenceToFreeze {
  /** Tables with a partition for each night, as far as a rollback rests on them. */
  private static final List<String> TABLES =
      List.of(
          "profiles",
          "measurements",
          "comparisons",
          "findings",
          "recommendations",
          "releases",
          "coverage");

  private final NightRecord record;
  private final Recommendation advice;

  EvidenceToFreeze(NightRecord record, Recommendation advice) {
    this.record = record;
    this.advice = advice;
  }

  List<String> list() {
    List<String> items = new ArrayList<>();
    release(advice.fromRelease()).ifPresent(items::add);
    release(advice.toRelease()).ifPresent(items::add);
    items.add(archive());
    items.add(tables());
    items.add(configuration());
    items.add(thresholds());
    items.add(reports());
    findings().ifPresent(items::add);
    return items;
  }

  private Optional<String> release(String name) {
    return record.ledger().stream()
        .filter(row -> row.route().equals(advice.route()) && row.release().equals(name))
        .findFirst()
        .map(
            row ->
                "Release `%s` as it is deployed: seen on this route from %s to %s on %s."
                    .formatted(
                        name,
                        Identifiers.date(row.firstNight()),
                        Identifiers.date(row.lastNight()),
                        Sentences.count(row.nights(), "night")));
  }

  /** The nights from the first that the effect was measured against. */
  private List<Coverage> nights() {
    return Stream.concat(record.before().stream(), Stream.of(record.coverage())).toList();
  }

  private String archive() {
    List<Coverage> nights = nights();
    long files = nights.stream().mapToLong(night -> night.files().size()).sum();
    long rows = nights.stream().mapToLong(Coverage::rowsRead).sum();
    return "The archive of the nights from %s to %s: %s with %s. The SHA-256 of each file is in the table `coverage`, those of tonight are in `report.json` under `coverage.files`."
        .formatted(
            nights.get(0).night(),
            record.night(),
            Sentences.count(files, "file"),
            Sentences.count(rows, "row"));
  }

  private String tables() {
    return "In the store the partitions `night=%s` to `night=%s` of %s."
        .formatted(
            nights().get(0).night(),
            record.night(),
            Sentences.list(TABLES.stream().map(table -> "`tables/" + table + "`").toList()));
  }

  private String configuration() {
    return "The configuration with the hash `%s` and its policy, version `%s`; Nightaudit %s."
        .formatted(
            record.configurationHash(),
            record.configuration().policy().version(),
            record.version());
  }

  private String thresholds() {
    AuditConfiguration configuration = record.configuration();
    RollbackPolicy rollback = configuration.policy().rollback();
    String material =
        advice
            .effect()
            .map(
                effect ->
                    "`%s` with a material limit of %s, "
                        .formatted(
                            effect.metric(),
                            MaterialText.of(
                                configuration.policy().of(Measure.parse(effect.metric())),
                                effect.metric(),
                                effect.unit())))
            .orElse("");
    return "The thresholds of that policy as they stood: %sconfidence %s, horizon %s, cost of a rollback %s."
        .formatted(
            material,
            Digits.significant(4, rollback.confidence()),
            Sentences.count(rollback.horizonDays(), "day"),
            Digits.significant(rollback.rollbackCost()));
  }

  private String reports() {
    String tonight =
        "`reports/%s/report.json`, `report.html` and `verdict.json`".formatted(record.night());
    return advice
        .effect()
        .map(effect -> Identifiers.date(effect.since()))
        .filter(since -> !since.equals(record.night().toString()))
        .map(since -> "The reports: %s, and those of the nights from %s.".formatted(tonight, since))
        .orElse("The report: %s.".formatted(tonight));
  }

  private Optional<String> findings() {
    List<String> ids =
        record.findings().stream()
            .map(Finding::id)
            .filter(advice.findings()::contains)
            .map(id -> "`" + id + "`")
            .toList();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of("The findings behind it: %s.".formatted(Sentences.list(ids)));
  }
}

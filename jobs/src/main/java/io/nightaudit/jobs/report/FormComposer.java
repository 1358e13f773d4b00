package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ColumnMeanings;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.report.FullForm.DictionaryEntry;
import io.nightaudit.jobs.report.FullForm.Identification;
import io.nightaudit.jobs.report.FullForm.Origin;
import io.nightaudit.jobs.report.Report.Setting;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes what turns the report of a night into a record that an auditor can file. */
final class FormComposer {
  private final NightRecord record;
  private final AuditConfiguration configuration;

  FormComposer(NightRecord record) {
    this.record = record;
    this.configuration = record.configuration();
  }

  /**
   * The full form.
   *
   * @param figures the figures of the report
   * @param labels what people's labels say
   * @param signed whether the report is signed
   */
  FullForm compose(List<Report.Figure> figures, List<LabelEntry> labels, boolean signed) {
    CatalogueComposer method = new CatalogueComposer(record);
    return new FullForm(
        identification(),
        new IntegrityComposer(record).compose(),
        new RegisterComposer(record).compose(),
        new ChangeComposer(record).compose(),
        method.thresholds(),
        Estimators.ALL,
        method.catalogue(),
        method.judge(labels),
        new PrivacyComposer(record).compose(),
        new LimitationComposer(record, figures, labels, signed).compose(),
        origin(),
        dictionary());
  }

  /** The id is filled in once all else is known. */
  private Identification identification() {
    return new Identification(
        "",
        ReportComposer.SCHEMA,
        "en",
        DateTimeFormatter.ISO_INSTANT.format(
            record
                .night()
                .plusDays(1)
                .atStartOfDay(configuration.archive().timezone())
                .toInstant()),
        configuration.archive().lateDays());
  }

  private Origin origin() {
    List<Setting> versions = new ArrayList<>();
    versions.add(new Setting("nightaudit", record.version()));
    record.form().versions().forEach((name, version) -> versions.add(new Setting(name, version)));
    return new Origin(
        versions,
        List.of(
            new Setting("configuration", record.configurationHash()),
            new Setting("thresholds", ConfigurationHash.ofThresholds(configuration.policy())),
            new Setting("mapping", ConfigurationHash.ofMapping(configuration)),
            new Setting("prices", ConfigurationHash.of(configuration.prices()))),
        "reports/" + record.night() + "/manifest.json",
        "none");
  }

  private List<DictionaryEntry> dictionary() {
    return Arrays.stream(Column.values())
        .map(
            column ->
                new DictionaryEntry(
                    column.id(),
                    column.type().name().toLowerCase(Locale.ROOT),
                    ColumnMeanings.of(column),
                    state(column)))
        .toList();
  }

  private String state(Column column) {
    boolean scores = column == Column.SCORES;
    if (record.coverage().present().stream().anyMatch(id -> names(id, column, scores))) {
      return "present";
    }
    return configuration.archive().columns().keySet().stream()
            .anyMatch(id -> names(id, column, scores))
        ? "mapped, but absent tonight"
        : "not mapped";
  }

  private static boolean names(String id, Column column, boolean scores) {
    return id.equals(column.id()) || scores && id.startsWith(Column.SCORE_PREFIX);
  }
}

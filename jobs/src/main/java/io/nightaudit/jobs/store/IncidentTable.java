package io.nightaudit.jobs.store;

import io.nightaudit.jobs.incident.Harm;
import io.nightaudit.jobs.incident.IncidentClass;
import io.nightaudit.jobs.incident.IncidentRecord;
import io.nightaudit.jobs.incident.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code incidents}: what people declared, in rows that no run ever changes. */
public final class IncidentTable {
  static final String TABLE = "incidents";

  static final StructType SCHEMA =
      new Columns()
          .whole("sequence", "Number of the record in this store, from 1")
          .text("incident", "Id of the incident")
          .text("act", "OPEN, UPDATE, CLOSE_REPORTABLE or CLOSE_NOT_REPORTABLE")
          .day("night", "The night that it is about")
          .of("class", DataTypes.IntegerType, "3 possible risk, 4 suspected serious; or not said")
          .of("harms", Columns.TEXTS, "Suspected harms, as Art. 3(49) lists them")
          .of("findings", Columns.TEXTS, "Ids of findings that it is about")
          .text("by", "Who declared it, as they named themselves")
          .text("reason", "Why, in their words")
          .of("first_event_at", DataTypes.TimestampType, "When it first happened, if said")
          .of("detected_at", DataTypes.TimestampType, "When it was detected, if said")
          .of("aware_at", DataTypes.TimestampType, "When the operator became aware, if said")
          .of("provider_informed_at", DataTypes.TimestampType, "When the provider was told")
          .of("authority_informed_at", DataTypes.TimestampType, "When the authority was told")
          .text("action", "What was done about it, in their words")
          .text("freeze", "SHA-256 of the evidence that was frozen first; of the first record")
          .of("recorded_at", DataTypes.TimestampType, "When, by the clock of the machine")
          .day("effective_night", "First night whose report shows it")
          .schema();

  private final DeltaFolder folder;
  private final RowChain chain;

  IncidentTable(StoreContext store) {
    this.folder = new DeltaFolder(store, TABLE);
    this.chain = new RowChain(store, TABLE, SCHEMA, "sequence", "incident");
  }

  /** The entries that prove what was declared. */
  RowChain chain() {
    return chain;
  }

  /** Adds one record, and its entry to the chain of incidents. */
  public void append(IncidentRecord record) {
    folder.append(
        folder.spark().createDataFrame(List.of(row(record)), SCHEMA).coalesce(1),
        Map.of("delta.appendOnly", "true"));
    chain.complete();
  }

  /** Every record, the first first. */
  public List<IncidentRecord> list() {
    return folder.read(SCHEMA).collectAsList().stream()
        .map(row -> record(new RowFields(row)))
        .sorted(Comparator.comparingLong(IncidentRecord::sequence))
        .toList();
  }

  private static Row row(IncidentRecord record) {
    Times times = record.times();
    return new RowValues(SCHEMA)
        .set("sequence", record.sequence())
        .set("incident", record.incident())
        .name("act", record.act())
        .day("night", record.night())
        .set("class", record.incidentClass().map(IncidentClass::number).orElse(null))
        .list("harms", record.harms().stream().map(Harm::name).toList())
        .list("findings", record.findings())
        .set("by", record.by())
        .set("reason", record.reason())
        .set("first_event_at", times.firstEventAt().orElse(null))
        .set("detected_at", times.detectedAt().orElse(null))
        .set("aware_at", times.awareAt().orElse(null))
        .set("provider_informed_at", times.providerInformedAt().orElse(null))
        .set("authority_informed_at", times.authorityInformedAt().orElse(null))
        .set("action", record.action())
        .set("freeze", record.freeze())
        .set("recorded_at", record.recordedAt())
        .day("effective_night", record.effectiveNight())
        .row();
  }

  private static IncidentRecord record(RowFields fields) {
    return new IncidentRecord(
        fields.whole("sequence"),
        fields.text("incident"),
        fields.name("act", IncidentRecord.Act.class),
        fields.day("night"),
        fields.isNull("class")
            ? Optional.empty()
            : Optional.of(IncidentClass.of(fields.small("class"))),
        new TreeSet<>(fields.<String>list("harms").stream().map(Harm::valueOf).toList()),
        fields.list("findings"),
        fields.text("by"),
        fields.text("reason"),
        new Times(
            time(fields, "first_event_at"),
            time(fields, "detected_at"),
            time(fields, "aware_at"),
            time(fields, "provider_informed_at"),
            time(fields, "authority_informed_at")),
        fields.text("action"),
        fields.text("freeze"),
        fields.instant("recorded_at"),
        fields.day("effective_night"));
  }

  private static Optional<Instant> time(RowFields fields, String name) {
    return fields.isNull(name) ? Optional.empty() : Optional.of(fields.instant(name));
  }
}

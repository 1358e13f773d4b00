package io.nightaudit.jobs.store;

import io.nightaudit.jobs.finding.AcceptedStream;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails;
import io.nightaudit.jobs.finding.DecisionDetails.Accepted;
import io.nightaudit.jobs.finding.DecisionDetails.Answered;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Expected;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.finding.DecisionDetails.Released;
import io.nightaudit.jobs.finding.DecisionDetails.Removed;
import io.nightaudit.jobs.finding.DecisionDetails.Scope;
import io.nightaudit.jobs.finding.DecisionDetails.Signed;
import io.nightaudit.jobs.finding.DecisionDetails.Told;
import io.nightaudit.jobs.metric.Measure;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The columns of a decision that its kind fills; those of other kinds are NULL. */
final class DecisionColumns {
  static final StructType STREAM =
      new Columns()
          .text("slice", "Key of the slice")
          .text("metric", "What starts to learn anew")
          .schema();

  static final StructType EXPECTED =
      new Columns()
          .text("metric", "The gate metric")
          .number("value", "With the release minus without it on its route, in the unit")
          .number("low", "Lower end of its interval")
          .number("high", "Upper end of its interval")
          .text("unit", "Unit of the value")
          .day("since", "First night of the release")
          .number("material", "Material limit, in the unit")
          .schema();

  private DecisionColumns() {}

  static void set(RowValues values, Decision decision) {
    values.list("streams", List.of());
    decision.details(Accepted.class).ifPresent(of -> set(values, of));
    decision.details(Answered.class).ifPresent(of -> set(values, of));
    decision
        .details(Executed.class)
        .ifPresent(of -> set(values.set("executed_at", of.at()), of.proposal()));
    decision.details(Signed.class).ifPresent(of -> set(values, of));
    decision.details(Held.class).ifPresent(of -> set(values, of));
    decision.details(Removed.class).ifPresent(of -> set(values, of));
  }

  private static void set(RowValues values, Accepted finding) {
    values
        .set("subject_kind", finding.found())
        .set("subject_metric", finding.measure().name())
        .set("subject_slice", finding.slice().key())
        .day("subject_began", finding.began())
        .day("subject_found", finding.shown())
        .list("streams", finding.streams().stream().map(DecisionColumns::row).toList());
  }

  private static void set(RowValues values, Answered answered) {
    Circumstances told = answered.circumstances();
    set(values, answered.proposal());
    values
        .name("serious_incident_suspected", told.seriousIncident())
        .name("target_pre_assessed", told.targetPreAssessed())
        .name("possible_substantial_modification", told.substantialModification())
        .set("authority_informed_at", told.authorityInformedAt().orElse(null));
  }

  private static void set(RowValues values, Proposal proposal) {
    values
        .day("night", proposal.night())
        .set("action", proposal.action())
        .set("route", proposal.route().key())
        .set("from_release", proposal.fromRelease())
        .set("to_release", proposal.toRelease())
        .set("evidence_freeze_id", proposal.freeze())
        .set("expected_effect", proposal.expected().map(DecisionColumns::row).orElse(null));
  }

  private static void set(RowValues values, Signed signed) {
    values
        .day("night", signed.night())
        .set("role", signed.role())
        .set("report_sha256", signed.reportSha256());
  }

  private static void set(RowValues values, Held held) {
    held.from().ifPresent(night -> values.day("hold_from", night));
    held.to().ifPresent(night -> values.day("hold_to", night));
  }

  private static void set(RowValues values, Removed removed) {
    values
        .name("retention_scope", removed.scope())
        .day("retention_from", removed.from())
        .day("retention_to", removed.to())
        .set("retention_months", (long) removed.months())
        .set("removed_files", removed.files())
        .set("removed_sha256", removed.sha256());
  }

  private static Row row(AcceptedStream stream) {
    return new RowValues(STREAM)
        .set("slice", stream.slice().key())
        .set("metric", stream.measure().name())
        .row();
  }

  private static Row row(Expected expected) {
    return new RowValues(EXPECTED)
        .set("metric", expected.metric())
        .number("value", expected.value())
        .number("low", expected.low())
        .number("high", expected.high())
        .set("unit", expected.unit())
        .day("since", expected.since())
        .number("material", expected.material())
        .row();
  }

  static DecisionDetails details(RowFields fields) {
    return switch (fields.name("kind", Decision.Kind.class)) {
      case ACCEPT -> accepted(fields);
      case DECIDE -> new Answered(proposal(fields), circumstances(fields));
      case EXECUTE -> new Executed(proposal(fields), fields.instant("executed_at"));
      case SIGN_OFF ->
          new Signed(fields.day("night"), fields.text("role"), fields.text("report_sha256"));
      case HOLD -> new Held(night(fields, "hold_from"), night(fields, "hold_to"));
      case HOLD_RELEASE -> new Released();
      case RETENTION -> removed(fields);
    };
  }

  private static Removed removed(RowFields fields) {
    return new Removed(
        fields.name("retention_scope", Scope.class),
        fields.day("retention_from"),
        fields.day("retention_to"),
        (int) fields.whole("retention_months"),
        fields.whole("removed_files"),
        fields.text("removed_sha256"));
  }

  private static Accepted accepted(RowFields fields) {
    return new Accepted(
        fields.text("subject_kind"),
        Measure.parse(fields.text("subject_metric")),
        fields.slice("subject_slice"),
        fields.day("subject_began"),
        fields.day("subject_found"),
        fields.structs(
            "streams",
            of -> new AcceptedStream(of.slice("slice"), Measure.parse(of.text("metric")))));
  }

  private static Proposal proposal(RowFields fields) {
    return new Proposal(
        fields.day("night"),
        fields.text("action"),
        fields.slice("route"),
        fields.text("from_release"),
        fields.text("to_release"),
        fields.text("evidence_freeze_id"),
        fields.isNull("expected_effect")
            ? Optional.empty()
            : Optional.of(expected(fields.struct("expected_effect"))));
  }

  private static Expected expected(RowFields fields) {
    return new Expected(
        fields.text("metric"),
        fields.number("value"),
        fields.number("low"),
        fields.number("high"),
        fields.text("unit"),
        fields.day("since"),
        fields.number("material"));
  }

  private static Circumstances circumstances(RowFields fields) {
    return new Circumstances(
        fields.name("serious_incident_suspected", Told.class),
        fields.name("target_pre_assessed", Told.class),
        fields.name("possible_substantial_modification", Told.class),
        fields.isNull("authority_informed_at")
            ? Optional.empty()
            : Optional.of(fields.instant("authority_informed_at")));
  }

  private static Optional<Long> night(RowFields fields, String name) {
    return fields.isNull(name) ? Optional.empty() : Optional.of(fields.day(name));
  }
}

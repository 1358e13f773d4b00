package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.policy.Applicability.RiskClass;
import io.nightaudit.jobs.policy.Applicability.Role;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Reads what the operator asserts under the AI Act, and the calendar that it is held against. */
final class RegulationBinder {
  private static final Pointer AT = Pointer.of("applicability");
  private static final Pointer REGULATION = Pointer.of("regulation");

  private final JsonNode applicability;
  private final JsonNode regulation;
  private final Problems problems;

  RegulationBinder(ObjectNode tree, Problems problems) {
    this.applicability = tree.path("applicability");
    this.regulation = tree.path("regulation");
    this.problems = problems;
  }

  /** The settings; the name of the calendar's file is relative to a folder. */
  RegulationSettings bind(Path folder) {
    Optional<LocalDate> incidents =
        Dates.of(
            regulation.path("art72-73-effective-from"),
            REGULATION.child("art72-73-effective-from"),
            problems);
    return new RegulationSettings(applicability(), calendar(folder), incidents);
  }

  private RegulatoryCalendar calendar(Path folder) {
    String file = regulation.path("calendar").asText();
    return file.isEmpty()
        ? RegulatoryCalendarFile.shipped()
        : new RegulatoryCalendarFile(REGULATION.child("calendar"), problems).read(folder, file);
  }

  private Applicability applicability() {
    Applicability said =
        new Applicability(
            role(),
            riskClass(),
            text("annex-iii-point"),
            text("annex-i-product"),
            text("art-6-3-note"),
            Names.texts(applicability.path("gpai-models")),
            date("placed-on-market"),
            flag("ai-office"),
            Names.texts(applicability.path("member-states")).stream().sorted().toList(),
            text("monitoring-plan"),
            text("asserted-by"),
            date("asserted-on"),
            text("environment"),
            text("classification"));
    check(said);
    return said;
  }

  private void check(Applicability said) {
    boolean excepted = !said.exceptionNote().isEmpty();
    Pointer note = AT.child("art-6-3-note");
    if (said.riskClass() == RiskClass.NOT_HIGH_RISK && !said.annexPoint().isEmpty() && !excepted) {
      problems.of(
          note,
          "is missing: annex-iii-point is %s and risk-class is not-high-risk; say why Art. 6(3) takes the system out"
              .formatted(said.annexPoint()));
    }
    if (said.riskClass() == RiskClass.HIGH_RISK && excepted) {
      problems.of(note, "is there, but risk-class is high-risk; leave one of them out");
    }
  }

  private Optional<Role> role() {
    String role = text("operator-role");
    return role.isEmpty()
        ? Optional.empty()
        : Optional.of(Role.valueOf(role.toUpperCase(Locale.ROOT)));
  }

  private RiskClass riskClass() {
    String id = text("risk-class");
    return id.isEmpty()
        ? RiskClass.UNKNOWN
        : RiskClass.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private Optional<Boolean> flag(String key) {
    return applicability.has(key)
        ? Optional.of(applicability.path(key).asBoolean())
        : Optional.empty();
  }

  private Optional<LocalDate> date(String key) {
    return Dates.of(applicability.path(key), AT.child(key), problems);
  }

  private String text(String key) {
    return applicability.path(key).asText().strip();
  }
}

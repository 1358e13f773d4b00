package io.nightaudit.jobs.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.incident.IncidentRecord.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private static final long NIGHT = LocalDate.parse("2026-11-22").toEpochDay();
  private static final Instant DETECTED = Instant.parse("2026-11-23T04:00:00Z");
  private static final Instant AWARE = Instant.parse("2026-11-23T09:00:00Z");

  private static Times times(Instant detected, Instant aware) {
    return new Times(
        Optional.empty(),
        Optional.ofNullable(detected),
        Optional.ofNullable(aware),
        Optional.empty(),
        Optional.empty());
  }

  private static IncidentRecord record(
      long sequence, Act act, IncidentClass incidentClass, Set<Harm> harms, Times times) {
    return new IncidentRecord(
        sequence,
        "I-1",
        act,
        NIGHT,
        Optional.ofNullable(incidentClass),
        new TreeSet<>(harms),
        List.of("N-" + sequence),
        "ops",
        "reason " + sequence,
        times,
        act == Act.UPDATE ? "stopped it" : "",
        act == Act.OPEN ? "frozen" : "",
        Instant.EPOCH,
        NIGHT + 1);
  }

  private static Incident incident(IncidentClass incidentClass, Set<Harm> harms, Times times) {
    return Incident.of(List.of(record(1, Act.OPEN, incidentClass, harms, times))).get(0);
  }

  @Test
  void of_recordsInAnyOrder_theLastWordCounts() {
    List<IncidentRecord> records =
        new ArrayList<>(
            List.of(
                record(
                    1,
                    Act.OPEN,
                    IncidentClass.POSSIBLE_RISK,
                    Set.of(Harm.HEALTH),
                    times(DETECTED, null)),
                record(
                    2,
                    Act.UPDATE,
                    IncidentClass.SUSPECTED_SERIOUS,
                    Set.of(Harm.DEATH),
                    times(null, AWARE)),
                record(3, Act.CLOSE_REPORTABLE, null, Set.of(), Times.UNKNOWN)));
    Collections.reverse(records);

    Incident incident = Incident.of(records).get(0);

    assertThat(incident.incidentClass()).isEqualTo(IncidentClass.SUSPECTED_SERIOUS);
    assertThat(incident.harms()).containsExactly(Harm.DEATH, Harm.HEALTH);
    assertThat(incident.findings()).containsExactly("N-1", "N-2", "N-3");
    assertThat(incident.times()).isEqualTo(times(DETECTED, AWARE));
    assertThat(incident.freeze()).isEqualTo("frozen");
    assertThat(incident.isOpen()).isFalse();
    assertThat(incident.state()).isEqualTo("closed: reportable");
    assertThat(Incident.of(records.subList(1, 3)).get(0).isOpen()).isTrue();
  }

  @Test
  void times_outOfOrder_areRefusedWithBoth() {
    assertThatThrownBy(() -> times(AWARE, DETECTED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("detection", AWARE.toString(), "awareness", DETECTED.toString());
    assertThatThrownBy(() -> times(DETECTED, null).updatedBy(times(null, DETECTED.minusSeconds(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void incidentClass_ofAFinding_isRefused() {
    assertThatThrownBy(() -> IncidentClass.of(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("3 (possible risk)", "not 2");
    assertThatThrownBy(() -> record(1, Act.OPEN, null, Set.of(), Times.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Art. 73(2), (3), (4): 15, 2 and 10 days; the shortest of several counts. */
  @Test
  void clocks_seriousIncident_countDaysOf24HoursFromAwareness() {
    assertThat(due(Set.of())).isEqualTo(AWARE.plusSeconds(15 * 86_400L));
    assertThat(due(Set.of(Harm.PROPERTY_OR_ENVIRONMENT)))
        .isEqualTo(AWARE.plusSeconds(15 * 86_400L));
    assertThat(due(Set.of(Harm.DEATH, Harm.HEALTH))).isEqualTo(AWARE.plusSeconds(10 * 86_400L));
    assertThat(due(Set.of(Harm.DEATH, Harm.CRITICAL_INFRASTRUCTURE)))
        .isEqualTo(AWARE.plusSeconds(2 * 86_400L));
    assertThat(due(Set.of(Harm.WIDESPREAD_INFRINGEMENT))).isEqualTo(AWARE.plusSeconds(2 * 86_400L));
  }

  private static Instant due(Set<Harm> harms) {
    return Clocks.of(
            incident(IncidentClass.SUSPECTED_SERIOUS, harms, times(DETECTED, AWARE)), false)
        .get(0)
        .due()
        .orElseThrow();
  }

  @Test
  void clocks_nobodySaidWhenAware_areProvisionalFromDetection() {
    Deadline clock =
        Clocks.of(incident(IncidentClass.SUSPECTED_SERIOUS, Set.of(), times(DETECTED, null)), false)
            .get(0);

    assertThat(clock.provisional()).isTrue();
    assertThat(clock.from()).contains(DETECTED);
    assertThat(clock.caveat()).contains("Provisional");
  }

  @Test
  void clocks_deployer_hasTheMarkerOfTheDraftGuidance() {
    Incident incident = incident(IncidentClass.SUSPECTED_SERIOUS, Set.of(), times(DETECTED, AWARE));

    assertThat(Clocks.of(incident, false)).hasSize(1);
    assertThat(Clocks.of(incident, true))
        .hasSize(2)
        .last()
        .satisfies(
            marker -> {
              assertThat(marker.due()).contains(AWARE.plusSeconds(86_400));
              assertThat(marker.caveat()).contains("not a duty in the law");
            });
  }

  @Test
  void clocks_possibleRisk_namesNoNumberOfDays() {
    assertThat(
            Clocks.of(
                incident(IncidentClass.POSSIBLE_RISK, Set.of(), times(DETECTED, AWARE)), true))
        .singleElement()
        .satisfies(
            clock -> {
              assertThat(clock.due()).isEmpty();
              assertThat(clock.from()).contains(DETECTED);
            });
  }

  @Test
  void draft_anyIncident_fillsWhatLogsKnowAndLeavesTheRestToAPerson() {
    Draft.Facts facts =
        new Draft.Facts(
            "shop",
            List.of("v2 of gpt-4"),
            120,
            "those of gpt-4",
            List.of("Errors rose."),
            List.of());
    List<DraftField> draft =
        Draft.of(
            incident(IncidentClass.SUSPECTED_SERIOUS, Set.of(Harm.DEATH), times(DETECTED, AWARE)),
            facts);

    assertThat(draft.stream().filter(DraftField::isFilled).map(DraftField::name))
        .contains(
            "Class of incident",
            "Name of the system",
            "Models and versions that served",
            "Aware",
            "What went wrong, as observed in the logs");
    assertThat(draft.stream().filter(field -> !field.isFilled()).map(DraftField::name))
        .contains(
            "Authority addressed", "Likely causality", "Root cause", "Persons affected, and how");
    assertThat(draft).extracting(DraftField::section).isSorted();
  }

  @Test
  void freeze_samePartsInAnyOrder_haveTheSameId() {
    var one = new java.util.TreeMap<>(java.util.Map.of("a", "1", "b", "2"));
    var other = new java.util.TreeMap<>(java.util.Map.of("b", "2", "a", "1"));

    assertThat(new EvidenceFreeze(one).id()).isEqualTo(new EvidenceFreeze(other).id());
    other.put("c", "3");
    assertThat(new EvidenceFreeze(one).id()).isNotEqualTo(new EvidenceFreeze(other).id());
  }
}

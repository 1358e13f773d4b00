package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.RegulatoryDate.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The regulatory calendar: data with a source, the operator's to replace. */
class RegulatoryCalendarTest {
  private static final RegulatoryCalendar SHIPPED = RegulatoryCalendarFile.shipped();
  private static final String OWN =
      """
      {
        "summary": "As our counsel reads it.",
        "dates": [
          {"id": "entry-into-force", "article": "Art. 113", "subject": "Entry into force",
           "applies_from": "2024-08-01", "law_since": "2024-08-01", "source": "Art. 113",
           "celex": "32024R1689", "verified_on": "2026-11-20", "confidence": "A"},
          {"id": "all", "article": "Art. 12", "subject": "Logs", "covers": ["12"],
           "applies_from": "2026-01-01", "law_since": "2024-08-01", "source": "our counsel",
           "celex": "32024R1689", "verified_on": "2026-11-20", "confidence": "C"}
        ]
      }
      """;

  @TempDir private Path folder;

  /** Dates by Regulation (EU) 2024/1689, Art. 111 and 113, as amended by (EU) 2026/1744. */
  @ParameterizedTest
  @CsvSource({
    "entry-into-force, 2024-08-01, 32024R1689, A",
    "chapters-1-2, 2025-02-02, 32024R1689, A",
    "gpai-penalties, 2025-08-02, 32024R1689, A",
    "amended, 2026-07-27, 32026R1744, A",
    "general, 2026-08-02, 32024R1689, A",
    "art-50, 2026-08-02, 32024R1689, A",
    "art-72-73-86, 2026-08-02, 32024R1689, C",
    "art-5-new, 2026-12-02, 32026R1744, A",
    "art-111-4, 2026-12-02, 32026R1744, A",
    "art-111-3, 2027-08-02, 32024R1689, A",
    "art-72-3-guidance, 2027-09-02, 32026R1744, A",
    "high-risk-annex-iii, 2027-12-02, 32026R1744, A",
    "high-risk-annex-i, 2028-08-02, 32026R1744, A",
    "art-111-2, 2030-08-02, 32024R1689, A"
  })
  void shipped_eachDate_isThatOfTheLaw(String id, LocalDate from, String celex, String confidence) {
    RegulatoryDate date = SHIPPED.named(id).orElseThrow();

    assertThat(date.appliesFrom()).isEqualTo(from);
    assertThat(date.celex()).isEqualTo(celex);
    assertThat(date.confidence()).isEqualTo(confidence);
  }

  @Test
  void shipped_summary_saysWhenTheActTookEffect() {
    assertThat(SHIPPED.summary())
        .startsWith("The AI Act entered into force on 1 August 2024.")
        .contains("2 February 2025", "2 August 2025", "2 August 2026", "2 December 2027")
        .endsWith("after Regulation (EU) 2026/1744.");
  }

  @Test
  void shipped_disputedDates_carryBothAndSayWhy() {
    RegulatoryDate date = SHIPPED.named("art-72-73-86").orElseThrow();

    assertThat(date.disputedFrom()).contains(LocalDate.of(2027, 12, 2));
    assertThat(date.note()).startsWith("Disputed: ");
  }

  @Test
  void of_everyArticleOfEveryScope_hasOneDateOnEveryNight() {
    Set<String> covered = new TreeSet<>();
    SHIPPED.dates().forEach(date -> covered.addAll(date.covers()));

    assertThat(covered).hasSize(17);
    for (int year = 2023; year < 2031; year++) {
      for (String article : covered) {
        for (Scope scope : List.of(Scope.ANNEX_I, Scope.ANNEX_III)) {
          LocalDate night = LocalDate.of(year, 9, 1);
          assertThat(SHIPPED.of(article, scope, night)).as(article + " on " + night).isPresent();
          assertThat(
                  SHIPPED.asOf(night).stream()
                      .filter(date -> date.covers().contains(article))
                      .filter(date -> date.scope() == scope || date.scope() == Scope.ANY))
              .as(article + " on " + night)
              .hasSize(1);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2023-06-24, 2027-12-02",
    "2025-01-01, 2026-08-02",
    "2026-07-26, 2026-08-02",
    "2026-07-27, 2027-12-02",
    "2030-01-01, 2027-12-02"
  })
  void of_night_hasTheDateThatWasLawThen(LocalDate night, LocalDate from) {
    assertThat(SHIPPED.of("12", Scope.ANNEX_III, night).orElseThrow().appliesFrom())
        .isEqualTo(from);
  }

  @Test
  void read_ownCalendar_takesThePlaceOfTheShippedOne() throws Exception {
    RegulatoryCalendar own = read(OWN).regulation().calendar();

    assertThat(own.dates()).hasSize(2);
    assertThat(own.summary()).isEqualTo("As our counsel reads it.");
    assertThat(own.of("12", Scope.ANNEX_III, LocalDate.of(2026, 6, 1)).orElseThrow().appliesFrom())
        .isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(own.of("50", Scope.ANNEX_III, LocalDate.of(2026, 6, 1))).isEmpty();
    assertThat(ConfigurationHash.of(read(OWN)))
        .isNotEqualTo(ConfigurationHash.of(Configurations.read(folder, Configurations.SMALLEST)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "celex": "32024R1689", | | own.json, line 4: regulation.calendar.dates[0].celex is missing in own.json
          "confidence": "A" | "confidence": "D" | dates[0].confidence is "D"; it must be one of A, B, C
          "source": "Art. 113" | "sourc": "Art. 113" | dates[0].sourc is not a key here; did you mean source?
          "applies_from": "2024-08-01" | "applies_from": "soon" | dates[0].applies_from is "soon"; it must be a date like
          "applies_from": "2024-08-01" | "applies_from": "2024-02-30" | dates[0].applies_from is "2024-02-30", which is no day of the calendar
          ["12"] | ["12a"] | dates[1].covers[0] is "12a"; it must be one of 9, 10
          "id": "all" | "id": "entry-into-force" | dates[1].id is entry-into-force once more
          "summary" | "sumary" | regulation.calendar.summary is missing in own.json
          "dates": [ | "dates": [[ | own.json, line 11: this is not YAML
          """)
  void read_brokenCalendar_saysWhereAndWhat(String good, String bad, String said) throws Exception {
    assertThat(OWN).contains(good);
    int at = OWN.indexOf(good);
    String text =
        OWN.substring(0, at) + (bad == null ? "" : bad) + OWN.substring(at + good.length());
    Files.writeString(folder.resolve("own.json"), text);

    assertThat(Configurations.problems(folder, configuration("own.json")))
        .anyMatch(problem -> problem.contains(said));
  }

  @Test
  void read_fileThatIsNotThere_isAProblemWithItsName() {
    assertThat(Configurations.problems(folder, configuration("none.json")))
        .anyMatch(
            problem ->
                problem.contains("regulation.calendar names the file none.json, which cannot be"));
  }

  private AuditConfiguration read(String calendar) throws Exception {
    Files.writeString(folder.resolve("own.json"), calendar);
    Path file = Configurations.write(folder, configuration("own.json"));
    return ConfigurationFile.read(file, List.of(), Map.of());
  }

  private static String configuration(String calendar) {
    return Configurations.SMALLEST + "regulation: {calendar: " + calendar + "}\n";
  }
}

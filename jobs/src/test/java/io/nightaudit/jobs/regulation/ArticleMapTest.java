package io.nightaudit.jobs.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.Applicability.RiskClass;
import io.nightaudit.jobs.policy.Applicability.Role;
import io.nightaudit.jobs.policy.RegulationSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The article map is honest: what is taken away lowers the status, and the gap names it. */
class ArticleMapTest {
  /** A day on which every article of the calendar applies. */
  private static final LocalDate ALL_APPLY = LocalDate.of(2029, 1, 1);

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final RegulationSettings UNSAID = RegulationSettings.unsaid();
  private static final List<String> EVENTS =
      List.of("scores.overridden", "scores.escalated", "scores.disclosed", "scores.marked");

  /** By Annex III and what a person must add: the best that a log can do. */
  @ParameterizedTest
  @CsvSource({
    "9, HUMAN_INPUT_REQUIRED",
    "10, HUMAN_INPUT_REQUIRED",
    "11, HUMAN_INPUT_REQUIRED",
    "12, EVIDENCE_PRESENT",
    "13, HUMAN_INPUT_REQUIRED",
    "14, EVIDENCE_PRESENT",
    "15, EVIDENCE_PRESENT",
    "17, HUMAN_INPUT_REQUIRED",
    "18, HUMAN_INPUT_REQUIRED",
    "19, EVIDENCE_PRESENT",
    "20, HUMAN_INPUT_REQUIRED",
    "26, EVIDENCE_PRESENT",
    "27, HUMAN_INPUT_REQUIRED",
    "50, EVIDENCE_PRESENT",
    "72, EVIDENCE_PRESENT",
    "73, HUMAN_INPUT_REQUIRED",
    "86, HUMAN_INPUT_REQUIRED"
  })
  void of_everythingLogged_isTheBestThatLogsCanGive(String article, EvidenceStatus expected) {
    ArticleEvidence line = line(article(article), all(ALL_APPLY), UNSAID);
    assertThat(line.status()).isEqualTo(expected);
    assertThat(line.readiness()).isEqualTo(expected);
    assertThat(line.gaps()).as("what logs can never give").hasSize(1);
    assertThat(line.gaps().get(0)).startsWith("Never in logs: ");
  }

  static Stream<Arguments> columns() {
    List<Arguments> columns = new ArrayList<>();
    for (Article article : Article.values()) {
      Set<String> needed = new TreeSet<>();
      article.needs().forEach(need -> needed.addAll(need.columns()));
      needed.forEach(column -> columns.add(Arguments.of(article, column)));
    }
    return columns.stream();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void of_oneColumnTakenAway_fallsAndTheGapNamesIt(Article article, String column) {
    EvidenceStatus before = line(article, all(ALL_APPLY), UNSAID).status();
    ArticleEvidence line = line(article, without(all(ALL_APPLY), Set.of(column)), UNSAID);
    assertThat(line.status()).isGreaterThan(before);
    assertThat(line.gaps()).anyMatch(gap -> gap.contains("no column `" + column + "`"));
  }

  @ParameterizedTest
  @EnumSource(Article.class)
  void of_allItsColumnsTakenAway_hasNoEvidence(Article article) {
    Set<String> columns = new HashSet<>();
    article.needs().forEach(need -> columns.addAll(need.columns()));
    ArticleEvidence line = line(article, without(all(ALL_APPLY), columns), UNSAID);
    boolean byColumns =
        article.needs().stream()
            .allMatch(need -> need.fact().isPresent() || !need.columns().isEmpty());
    boolean needsSome = !columns.isEmpty();
    assertThat(line.status())
        .isEqualTo(
            byColumns && needsSome
                ? EvidenceStatus.NO_EVIDENCE_IN_LOGS
                : needsSome
                    ? EvidenceStatus.EVIDENCE_PARTIAL
                    : EvidenceStatus.HUMAN_INPUT_REQUIRED);
  }

  static Stream<Arguments> facts() {
    return Arrays.stream(Article.values())
        .flatMap(
            article ->
                article.needs().stream()
                    .flatMap(need -> need.fact().stream())
                    .map(fact -> Arguments.of(article, fact)));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void of_oneFactLacking_fallsAndTheGapSaysIt(Article article, Fact lacking) {
    EvidenceStatus before = line(article, all(ALL_APPLY), UNSAID).status();
    ArticleEvidence line = line(article, lacking(ALL_APPLY, EnumSet.of(lacking)), UNSAID);
    // Where the last word is a person's anyway, one more thing to add changes no status.
    if (lacking.isHuman() && article.duty().human()) {
      assertThat(line.status()).isEqualTo(EvidenceStatus.HUMAN_INPUT_REQUIRED);
    } else {
      assertThat(line.status()).isGreaterThan(before);
    }
    assertThat(line.gaps()).contains("lacks " + lacking);
  }

  static Stream<Arguments> metrics() {
    return Arrays.stream(Article.values())
        .flatMap(
            article ->
                article.needs().stream()
                    .flatMap(need -> need.metric().stream())
                    .map(metric -> Arguments.of(article, metric)));
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void of_columnThereButNothingComputed_fallsAndTheGapNamesTheMetric(
      Article article, Metric metric) {
    NightFacts all = all(ALL_APPLY);
    Set<String> computed = new TreeSet<>(all.computed());
    computed.removeIf(name -> name.equals(metric.id()) || name.startsWith(metric.id() + ".c"));
    EvidenceStatus before = line(article, all, UNSAID).status();
    ArticleEvidence line = line(article, all.with(all.columns(), computed), UNSAID);
    assertThat(line.status()).isGreaterThan(before);
    assertThat(line.gaps()).anyMatch(gap -> gap.startsWith("`" + metric.id() + "` has no value"));
  }

  @ParameterizedTest
  @EnumSource(Article.class)
  void of_nightThatCouldNotBeRead_hasNoEvidenceAndSaysSo(Article article) {
    NightFacts all = all(ALL_APPLY);
    NightFacts unread =
        new NightFacts(
            all.night(), false, all.columns(), all.computed(), all.here(), all.lacking());
    ArticleEvidence line = line(article, unread, UNSAID);
    assertThat(line.status()).isEqualTo(EvidenceStatus.NO_EVIDENCE_IN_LOGS);
    assertThat(line.gaps().get(0)).contains("no archive of this night");
    assertThat(line.metrics()).isEmpty();
    assertThat(line.here()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Article.class)
  void of_today_highRiskDutiesDoNotApplyAndShowReadiness(Article article) {
    ArticleEvidence line = line(article, all(TODAY), UNSAID);
    boolean applies = Set.of("50", "72", "73", "86").contains(article.id());
    assertThat(line.status() == EvidenceStatus.NOT_YET_APPLICABLE).isEqualTo(!applies);
    assertThat(line.readiness()).isEqualTo(line(article, all(ALL_APPLY), UNSAID).readiness());
    assertThat(line.appliesFrom())
        .contains(applies ? LocalDate.of(2026, 8, 2) : LocalDate.of(2027, 12, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "12, 2027-12-01, NOT_YET_APPLICABLE",
    "12, 2027-12-02, EVIDENCE_PRESENT",
    "50, 2026-08-01, NOT_YET_APPLICABLE",
    "50, 2026-08-02, EVIDENCE_PRESENT",
    "72, 2026-08-01, NOT_YET_APPLICABLE",
    "72, 2026-08-02, EVIDENCE_PRESENT",
    "12, 2023-06-24, NOT_YET_APPLICABLE"
  })
  void of_nightAroundTheDate_dependsOnTheNightAlone(
      String article, LocalDate night, EvidenceStatus expected) {
    assertThat(line(article(article), all(night), UNSAID).status()).isEqualTo(expected);
  }

  @Test
  void of_nightBeforeTheAmendment_hasTheDateThatWasLawThen() {
    LocalDate before = LocalDate.of(2026, 7, 26);
    assertThat(line(Article.RECORD_KEEPING, all(before), UNSAID).appliesFrom())
        .contains(LocalDate.of(2026, 8, 2));
    assertThat(line(Article.RECORD_KEEPING, all(before.plusDays(1)), UNSAID).appliesFrom())
        .contains(LocalDate.of(2027, 12, 2));
  }

  @Test
  void of_productOfAnnexOne_hasTheLaterDate() {
    RegulationSettings product =
        settings(
            new Applicability(
                Optional.empty(),
                RiskClass.HIGH_RISK,
                "",
                "Regulation (EU) 2017/745",
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                "counsel",
                Optional.empty(),
                "",
                ""));
    assertThat(line(Article.RECORD_KEEPING, all(TODAY), product).appliesFrom())
        .contains(LocalDate.of(2028, 8, 2));
  }

  @Test
  void of_disputedDate_carriesBothUntilCounselSetsOne() {
    ArticleEvidence line = line(Article.SERIOUS_INCIDENTS, all(TODAY), UNSAID);
    assertThat(line.appliesFrom()).contains(LocalDate.of(2026, 8, 2));
    assertThat(line.disputedFrom()).contains(LocalDate.of(2027, 12, 2));
    assertThat(line.status()).isEqualTo(EvidenceStatus.HUMAN_INPUT_REQUIRED);
    RegulationSettings set =
        new RegulationSettings(
            Applicability.UNSAID, UNSAID.calendar(), Optional.of(LocalDate.of(2027, 12, 2)));
    ArticleEvidence later = line(Article.SERIOUS_INCIDENTS, all(TODAY), set);
    assertThat(later.status()).isEqualTo(EvidenceStatus.NOT_YET_APPLICABLE);
    assertThat(later.disputedFrom()).isEmpty();
    assertThat(line(Article.EXPLANATION, all(TODAY), set).status())
        .isEqualTo(EvidenceStatus.HUMAN_INPUT_REQUIRED);
  }

  @ParameterizedTest
  @EnumSource(Article.class)
  void of_roles_leaveOutTheDutiesOfOthersAlone(Article article) {
    Set<String> providers = Set.of("9", "10", "11", "12", "13", "15", "17", "18", "20", "72");
    Set<String> deployers = Set.of("26", "27", "86");
    assertThat(isOutside(article, Role.DEPLOYER)).isEqualTo(providers.contains(article.id()));
    assertThat(isOutside(article, Role.PROVIDER)).isEqualTo(deployers.contains(article.id()));
    assertThat(isOutside(article, Role.BOTH)).isFalse();
    assertThat(line(article, all(TODAY), UNSAID).readiness())
        .as("an unknown role keeps all")
        .isNotEqualTo(EvidenceStatus.OUT_OF_SCOPE);
  }

  @ParameterizedTest
  @EnumSource(Article.class)
  void of_systemNotHighRisk_keepsTransparencyAlone(Article article) {
    RegulationSettings settings = settings(said(Optional.empty(), RiskClass.NOT_HIGH_RISK));
    ArticleEvidence line = line(article, all(TODAY), settings);
    assertThat(line.status() == EvidenceStatus.OUT_OF_SCOPE)
        .isEqualTo(article != Article.TRANSPARENCY);
    assertThat(line.reason().isEmpty()).isEqualTo(article == Article.TRANSPARENCY);
    assertThat(line.gaps()).isNotEmpty();
  }

  @Test
  void of_events_areNoQuality() {
    NightFacts all = all(ALL_APPLY);
    Set<String> columns = new TreeSet<>(all.columns());
    columns.remove("scores.correct");
    NightFacts eventsAlone = all.with(columns, all.computed());
    assertThat(line(Article.INFORMATION, eventsAlone, UNSAID).gaps())
        .anyMatch(gap -> gap.contains("no column `scores`"));
  }

  @Test
  void eventClasses_byColumns_sayWhatIsLoggedAndWhatIsNot() {
    NightFacts all = all(TODAY);
    for (EventClass events : EventClass.values()) {
      assertThat(events.status(all)).isEqualTo(EvidenceStatus.EVIDENCE_PRESENT);
      for (String column : events.logged(all)) {
        NightFacts less = without(all, Set.of(column));
        assertThat(events.status(less)).isEqualTo(EvidenceStatus.EVIDENCE_PARTIAL);
        assertThat(events.missing(less)).containsExactly(column);
      }
      NightFacts none = all.with(Set.of(), Set.of());
      assertThat(events.status(none)).isEqualTo(EvidenceStatus.NO_EVIDENCE_IN_LOGS);
    }
  }

  @Test
  void facts_neitherHereNorLacking_areRefused() {
    assertThatThrownBy(
            () -> new NightFacts(TODAY, true, new TreeSet<>(), new TreeSet<>(), Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("COVERAGE_COMPLETE");
  }

  private static boolean isOutside(Article article, Role role) {
    RegulationSettings settings = settings(said(Optional.of(role), RiskClass.HIGH_RISK));
    return line(article, all(TODAY), settings).status() == EvidenceStatus.OUT_OF_SCOPE;
  }

  private static Applicability said(Optional<Role> role, RiskClass riskClass) {
    return new Applicability(
        role,
        riskClass,
        "",
        "",
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "",
        "counsel",
        Optional.of(TODAY),
        "",
        "");
  }

  private static RegulationSettings settings(Applicability applicability) {
    return new RegulationSettings(applicability, UNSAID.calendar(), Optional.empty());
  }

  private static Article article(String id) {
    return Arrays.stream(Article.values())
        .filter(article -> article.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ArticleEvidence line(
      Article article, NightFacts facts, RegulationSettings settings) {
    return ArticleMap.of(facts, settings).get(article.ordinal());
  }

  private static NightFacts all(LocalDate night) {
    return lacking(night, EnumSet.noneOf(Fact.class));
  }

  /** Every column, every metric, every fact but some. */
  private static NightFacts lacking(LocalDate night, Set<Fact> lacking) {
    Map<Fact, String> here = new EnumMap<>(Fact.class);
    Map<Fact, String> gone = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      (lacking.contains(fact) ? gone : here)
          .put(fact, (lacking.contains(fact) ? "lacks " : "has ") + fact);
    }
    TreeSet<String> columns = new TreeSet<>(EVENTS);
    Arrays.stream(Column.values()).map(Column::id).forEach(columns::add);
    columns.add("scores.correct");
    TreeSet<String> computed = new TreeSet<>(EVENTS);
    Arrays.stream(Metric.values()).map(Metric::id).forEach(computed::add);
    computed.remove("scores");
    computed.add("scores.correct");
    return new NightFacts(night, true, columns, computed, here, gone);
  }

  /** What a night computes without some columns. */
  private static NightFacts without(NightFacts all, Set<String> gone) {
    Set<String> columns = new TreeSet<>(all.columns());
    columns.removeAll(gone);
    if (gone.contains("scores")) {
      columns.remove("scores.correct");
    }
    Set<String> computed = new TreeSet<>(all.computed());
    for (Metric metric : Metric.values()) {
      if (metric.needs().stream().anyMatch(column -> gone.contains(column.id()))) {
        computed.removeIf(name -> name.equals(metric.id()));
      }
    }
    computed.removeIf(name -> name.startsWith("scores.") && !columns.contains(name));
    return all.with(columns, computed);
  }
}

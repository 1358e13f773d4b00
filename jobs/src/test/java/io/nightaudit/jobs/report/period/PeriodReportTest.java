package io.nightaudit.jobs.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the report of a period says of its records. */
class PeriodReportTest {
  private static final PeriodReport REPORT = PeriodComposer.compose(PeriodFixture.record());
  private static final PeriodReport EMPTY = PeriodComposer.compose(PeriodFixture.empty());

  static Stream<PeriodReport> reports() {
    return Stream.of(REPORT, EMPTY);
  }

  @Test
  void nights_ofEveryKind_areListedAsWhatTheyAre() {
    assertThat(REPORT.nights())
        .extracting(PeriodReport.NightEntry::state)
        .containsExactly(
            "RELIABLE",
            "RELIABLE",
            "MISSED",
            "RELIABLE",
            "INCONCLUSIVE",
            "NOT_AUDITED",
            "RELIABLE",
            "RELIABLE",
            "NOT_YET",
            "NOT_YET");
    assertThat(REPORT.identity().partial()).isTrue();
    assertThat(REPORT.answers().reliance().headline())
        .isEqualTo("So far 5 of 8 nights; the period is not over.");
    assertThat(REPORT.answers().reliance().sentences())
        .contains(
            "5 November is inconclusive: 3 hours have no row, though they usually have some.",
            "3 November had no archive that could be measured.",
            "6 November was not audited.",
            "2 nights, from 9 November on, are not audited yet.");
  }

  /** The old one is last seen on the second night; the third was missed, so it goes on the 4th. */
  @Test
  void findings_byTheirNights_openCloseAndStay() {
    assertThat(REPORT.findings())
        .extracting(
            PeriodReport.FindingEntry::id,
            PeriodReport.FindingEntry::standing,
            PeriodReport.FindingEntry::nights,
            finding -> finding.closedOn().orElse(""))
        .containsExactly(
            tuple(PeriodFixture.OPEN, "OPENED", 4, ""),
            tuple(PeriodFixture.OLD, "CLOSED", 2, "2026-11-04"),
            tuple(PeriodFixture.PASSING, "OPENED_AND_CLOSED", 1, "2026-11-05"));
    assertThat(REPORT.answers().changes().headline())
        .isEqualTo("2 findings opened, 2 closed; 1 is open at the end.");
    assertThat(REPORT.findings().get(1).accepted()).contains("D-1");
  }

  @Test
  void recommendations_byRoute_haveTheirLastState() {
    assertThat(REPORT.recommendations())
        .extracting(
            PeriodReport.RecommendationEntry::id,
            PeriodReport.RecommendationEntry::state,
            PeriodReport.RecommendationEntry::nights,
            entry -> entry.answer().orElse(""))
        .containsExactly(tuple("R-4", "OPEN", 2, ""), tuple("R-2", "ANSWERED", 2, "defer"));
  }

  @Test
  void decisions_ofAnyKind_areShownAndOthersLeftOut() {
    assertThat(REPORT.decisions())
        .extracting(PeriodReport.DecisionEntry::id)
        .containsExactly("D-1", "D-2", "D-3", "D-4");
    assertThat(REPORT.decisions().get(3).kind()).isEqualTo("SOMETHING_NEW");
    assertThat(REPORT.nights().get(0).signOffs()).hasSize(1);
    assertThat(REPORT.answers().decisions().sentences())
        .contains("The reports of 6 of 7 audited nights have no sign-off.");
  }

  @Test
  void releases_ofARoute_shareItsTraffic() {
    assertThat(REPORT.releases())
        .extracting(
            PeriodReport.ReleaseEntry::release,
            PeriodReport.ReleaseEntry::interactions,
            release -> release.share().orElseThrow(),
            PeriodReport.ReleaseEntry::fresh)
        .containsExactly(tuple("mini-1", 225L, 0.75, false), tuple("mini-2", 75L, 0.25, true));
  }

  @Test
  void changes_ofTheAudit_areOfTheNightTheyBeganOn() {
    assertThat(REPORT.changes())
        .extracting(PeriodReport.ChangeEntry::night, PeriodReport.ChangeEntry::kind)
        .containsExactly(tuple("2026-11-07", "CONFIGURATION"), tuple("2026-11-08", "COLUMNS"));
  }

  @Test
  void figures_overMissedNights_leaveGapsAndSayWhatMoved() {
    PeriodReport.FigureEntry errors = REPORT.figures().get(1);
    assertThat(errors.metric()).isEqualTo("errors");
    assertThat(errors.now().value()).isEqualTo(0.05);
    assertThat(errors.now().nights()).isEqualTo(6);
    assertThat(errors.move()).isEqualTo("HARMFUL");
    assertThat(errors.series()).hasSize(10);
    assertThat(errors.series().stream().map(night -> night.value().isPresent()))
        .containsExactly(true, true, false, true, true, false, true, true, false, false);
  }

  /** The law: every table of cost adds up to the same total, to the last digit. */
  @Test
  void costs_byAnything_addUpToTheNights() {
    PeriodReport.Costs costs = REPORT.costs();
    BigDecimal total = new BigDecimal(costs.usd());
    assertThat(costs.usd()).isEqualTo("27000001.000000000030");
    assertThat(sum(costs.nights().stream().map(PeriodReport.NightCost::usd))).isEqualTo(total);
    assertThat(costs.groups())
        .extracting(PeriodReport.CostGroup::dimension)
        .containsExactly("meter", "response_model");
    for (PeriodReport.CostGroup group : costs.groups()) {
      assertThat(sum(group.parts().stream().map(PeriodReport.CostPart::usd))).isEqualTo(total);
      assertThat(group.parts().stream().mapToLong(PeriodReport.CostPart::tokens).sum())
          .isEqualTo(costs.tokens());
    }
    for (PeriodReport.CostGroup group : costs.groups()) {
      assertThat(sum(group.parts().stream().flatMap(part -> part.usdBefore().stream())))
          .isEqualTo(new BigDecimal(costs.usdBefore().orElseThrow()));
    }
    assertThat(costs.groups().get(1).parts())
        .extracting(PeriodReport.CostPart::name)
        .containsExactly("b", "a", "gone");
    assertThat(costs.unpriced()).isEqualTo(9);
    assertThat(costs.nightsBefore()).isEqualTo(1);
  }

  private static BigDecimal sum(Stream<String> amounts) {
    return amounts.map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void compose_emptyPeriod_saysSo() {
    assertThat(EMPTY.answers().reliance().headline())
        .isEqualTo("No. No night of the period was audited.");
    assertThat(EMPTY.answers().changes().headline()).startsWith("Nothing is known");
    assertThat(EMPTY.nights()).allMatch(night -> night.state().equals("NOT_YET"));
    assertThat(EMPTY.limits()).isNotEmpty();
    assertThat(html(EMPTY)).contains("There is no figure", "The period is not over.");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void write_anyReport_readsBackTheSameAndTwiceTheSame(PeriodReport report) {
    byte[] bytes = PeriodJson.write(report);
    assertThat(PeriodJson.write(PeriodJson.read(bytes))).isEqualTo(bytes);
    assertThat(PeriodHtml.render(report)).isEqualTo(PeriodHtml.render(report));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void write_anyReport_followsThePublishedSchema(PeriodReport report) throws Exception {
    assertThat(PeriodSchema.problems(PeriodJson.write(report))).isEmpty();
  }

  @Test
  void schema_againstTheRecords_namesTheSameFields() throws Exception {
    assertThat(PeriodSchema.fields("")).isEqualTo(PeriodSchema.fields(PeriodReport.class));
    for (Class<?> nested : PeriodReport.class.getDeclaredClasses()) {
      assertThat(PeriodSchema.fields(PeriodSchema.snake(nested.getSimpleName())))
          .as(nested.getSimpleName())
          .isEqualTo(PeriodSchema.fields(nested));
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_isWellFormedOrderedAndSelfContained(PeriodReport report) throws Exception {
    Set<String> places = new HashSet<>();
    List<String> links = new ArrayList<>();
    List<Integer> headings = new ArrayList<>();
    for (Element element : elements(html(report))) {
      assertThat(element.getTagName()).isNotIn("script", "iframe", "img", "link", "form");
      if (element.hasAttribute("id")) {
        assertThat(places.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
      if (element.getTagName().equals("a")) {
        links.add(element.getAttribute("href").substring(1));
      }
      if (element.getTagName().matches("h[1-6]")) {
        headings.add(element.getTagName().charAt(1) - '0');
      }
      if (element.getTagName().equals("table")) {
        assertThat(element.getElementsByTagName("caption").getLength()).isEqualTo(1);
      }
    }
    assertThat(places).containsAll(links);
    assertThat(headings.stream().filter(level -> level == 1)).hasSize(1);
    for (int i = 1; i < headings.size(); i++) {
      assertThat(headings.get(i)).isLessThanOrEqualTo(headings.get(i - 1) + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_printsNoForbiddenWord(PeriodReport report) {
    String page = html(report).replaceAll("<[^>]*>", " ").toLowerCase(Locale.ROOT);
    assertThat(page).doesNotContain("compliant", "significant", "issue", "insight");
  }

  @Test
  void render_hostileNames_areShownAndInert() {
    assertThat(html(REPORT))
        .contains("&lt;b&gt;&amp;⟦U+202E⟧ops␇")
        .doesNotContain("<b>&", "\u202e", "\u0007");
    assertThat(PeriodText.of(REPORT).lines()).hasSize(5);
  }

  private static String html(PeriodReport report) {
    return new String(PeriodHtml.render(report), StandardCharsets.UTF_8);
  }

  private static List<Element> elements(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document page =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    NodeList all = page.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }
}

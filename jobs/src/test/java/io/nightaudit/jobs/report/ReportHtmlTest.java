package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ReportHtmlTest {
  private static final int LARGEST = 1_650_000;
  private static final List<String> FORBIDDEN =
      List.of("compliant", "significant", "issue", "insight");

  static Stream<Report> reports() {
    return Stream.concat(ReportJsonTest.reports(), Stream.of(ReportFixture.large()));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_isWellFormedAndSelfContained(Report report) throws Exception {
    for (Element element : elements(parse(report))) {
      assertThat(element.getTagName())
          .isNotIn("script", "iframe", "img", "link", "object", "embed", "base", "form");
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        Node attribute = element.getAttributes().item(i);
        assertThat(attribute.getNodeName()).doesNotStartWith("on").isNotIn("src", "style");
        if (attribute.getNodeName().contains("href")) {
          assertThat(attribute.getNodeValue()).startsWith("#");
        }
      }
    }
    assertThat(html(report)).doesNotContain("url(").doesNotContain("@import");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_hasOneOfEachPlaceAndEveryLinkLeadsToOne(Report report) throws Exception {
    Set<String> places = new HashSet<>();
    List<String> links = new ArrayList<>();
    for (Element element : elements(parse(report))) {
      if (element.hasAttribute("id")) {
        assertThat(places.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
      if (element.hasAttribute("href")) {
        links.add(element.getAttribute("href").substring(1));
      }
      links.addAll(List.of(element.getAttribute("aria-labelledby").split(" ")));
    }
    links.removeIf(String::isEmpty);
    assertThat(places).containsAll(links);
  }

  /** Wherever the id of a figure is printed it leads to its entry, which says how to explain it. */
  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_everyFigureIdLeadsToItsEntry(Report report) throws Exception {
    Set<String> ids = new HashSet<>();
    VisibleText.of(report).figures().forEach(figure -> ids.add(figure.id()));
    int printed = 0;
    for (Element element : elements(parse(report))) {
      String text = element.getTextContent().strip();
      if (element.getChildNodes().getLength() == 1 && ids.contains(text)) {
        printed++;
        assertThat(element.getTagName()).as(text).isEqualTo("a");
        assertThat(element.getAttribute("href")).isEqualTo("#" + Anchors.explained(text));
      }
    }
    assertThat(printed).isGreaterThanOrEqualTo(ids.size());
  }

  @Test
  void render_entries_printFormulaInputsBaselinePolicyAndCommand() {
    String html = html(ReportFixture.breach());
    String entries = html.substring(html.indexOf("<section id=\"figures\""));
    assertThat(entries)
        .contains("out of all questions", "<code>policy.metrics</code>: material limit ")
        .contains("0 of 21; before, 21 nights, n ")
        .contains("<code>nightaudit explain F-");
  }

  @Test
  void render_entriesOfManyFigures_areASmallPartOfThePage() {
    String html = html(ReportFixture.large());
    int entries = html.length() - html.indexOf("<section id=\"figures\"");
    assertThat(entries).isLessThan(html.length() / 10);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_hasOneTitleAndOrderedHeadings(Report report) throws Exception {
    List<Integer> levels = new ArrayList<>();
    for (Element element : elements(parse(report))) {
      if (element.getTagName().matches("h[1-6]")) {
        levels.add(element.getTagName().charAt(1) - '0');
      }
    }
    assertThat(levels.get(0)).isEqualTo(1);
    assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_describesEveryDrawingAndCaptionsEveryTable(Report report) throws Exception {
    for (Element element : elements(parse(report))) {
      boolean drawing = element.getTagName().equals("svg");
      if (drawing && !element.getAttribute("aria-hidden").equals("true")) {
        assertThat(element.getAttribute("role")).isEqualTo("img");
        assertThat(child(element, "title")).isNotBlank();
        assertThat(child(element, "desc")).isNotBlank();
      }
      if (element.getTagName().equals("table")) {
        assertThat(child(element, "caption")).isNotBlank();
      }
      if (element.getTagName().equals("th")) {
        assertThat(element.getAttribute("scope")).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_hasAllSectionsInOrder(Report report) throws Exception {
    List<String> sections = new ArrayList<>();
    for (Element element : elements(parse(report))) {
      if (element.getTagName().equals("section")) {
        sections.add(element.getAttribute("id"));
      }
    }
    assertThat(sections).isEqualTo(Page.SECTIONS);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_ownWords_neverClaimTooMuch(Report report) {
    String text = html(report).toLowerCase(Locale.ROOT);
    FORBIDDEN.forEach(word -> assertThat(text).doesNotContain(word));
  }

  @Test
  void render_hostileNames_areTextAndVisible() throws Exception {
    String html = html(ReportFixture.hostile());
    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("\u202E")
        .doesNotContain("\u0000")
        .contains("⟦U+202E⟧")
        .contains("␀")
        .contains("${7*7}")
        .doesNotContain("${49}")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    String style = child(root(ReportFixture.hostile()), "head", "style");
    assertThat(style).doesNotContain("<").doesNotContain("script>").contains("\\3c script\\3e ");
  }

  @Test
  void render_tonightsNumbers_areThereWithIntervalAndCount() {
    assertThat(html(ReportFixture.breach()))
        .contains("0 of 21")
        .contains("0 to 15%")
        .contains("−97.6 points")
        .contains("$1.93 for 1,000")
        .contains("1.4 s")
        .contains("n 1,113");
  }

  @Test
  void render_twoHundredSlices_staysSmall() {
    assertThat(ReportHtml.render(ReportFixture.large()).length).isLessThan(LARGEST);
  }

  @Test
  void render_inAnotherLocaleAndTimeZone_givesTheSameBytes() {
    byte[] expected = ReportHtml.render(ReportFixture.breach());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(ReportHtml.render(ReportFixture.breach())).isEqualTo(expected);
      assertThat(ReportJson.write(ReportFixture.breach()))
          .isEqualTo(ReportJson.write(ReportJson.read(ReportJson.write(ReportFixture.breach()))));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void render_readFromJson_givesTheSameBytes() {
    Report report = ReportFixture.breach();
    assertThat(ReportHtml.render(ReportJson.read(ReportJson.write(report))))
        .isEqualTo(ReportHtml.render(report));
  }

  private static String html(Report report) {
    return new String(ReportHtml.render(report), StandardCharsets.UTF_8);
  }

  private static Element root(Report report) throws Exception {
    return parse(report).getDocumentElement();
  }

  private static Document parse(Report report) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(ReportHtml.render(report)));
  }

  private static List<Element> elements(Document document) {
    NodeList all = document.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  private static String child(Element element, String... path) {
    Node node = element;
    for (String name : path) {
      Node child = node.getFirstChild();
      while (child != null && !child.getNodeName().equals(name)) {
        child = child.getNextSibling();
      }
      assertThat(child).as(name).isNotNull();
      node = child;
    }
    return node.getTextContent();
  }
}

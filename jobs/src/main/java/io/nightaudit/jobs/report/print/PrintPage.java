package io.nightaudit.jobs.report.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The page as a tree that the layout of paper understands: it has no grid, no folds and no symbols,
 * and does not know a table's caption from its rows.
 *
 * <p>What is folded on the screen is opened, save what the page itself leaves to the screen; links
 * that lead to what is not printed become text.
 */
final class PrintPage {
  /** What the page shows on screens only. */
  private static final Set<String> SCREEN = Set.of("screen", "more", "only-n", "symbols");

  /** Shapes of verdicts and states, by the name of their symbol. */
  static final Map<String, String> SHAPES =
      Map.ofEntries(
          Map.entry("v-square", "■"),
          Map.entry("v-triangle", "▲"),
          Map.entry("v-diamond", "◇"),
          Map.entry("v-circle", "○"),
          Map.entry("v-dashed", "◌"),
          Map.entry("v-half", "◑"),
          Map.entry("v-bar", "–"),
          Map.entry("v-cross", "✕"),
          Map.entry("e-full", "●"),
          Map.entry("e-half", "◐"),
          Map.entry("e-empty", "○"),
          Map.entry("e-person", "!"),
          Map.entry("e-bar", "–"),
          Map.entry("e-later", "▷"));

  private final Document document;

  private PrintPage(Document document) {
    this.document = document;
  }

  /** The tree of a well-formed page. */
  static PrintPage of(byte[] page, PrintGlyphs glyphs) {
    PrintPage print = new PrintPage(parse(page));
    print.dropWhatScreensShow();
    print.openFolds();
    print.drawShapes();
    print.legendsAsLines();
    print.describeCharts();
    print.spaceAfterNumbers();
    print.captionsBeforeTables();
    print.markColumns();
    print.pairFacts();
    print.pairPanels();
    print.unlinkWhatIsMissing();
    print.printable(print.document.getDocumentElement(), glyphs);
    Bookmarks.add(print.document);
    return print;
  }

  Document document() {
    return document;
  }

  private static Document parse(byte[] page) {
    try {
      // The platform's own, whatever the class path has.
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("the page is not well-formed: " + e.getMessage(), e);
    }
  }

  private void dropWhatScreensShow() {
    for (Element element : Trees.all(document, "*")) {
      if (Trees.classes(element).stream().anyMatch(SCREEN::contains)) {
        Trees.remove(element);
      }
    }
  }

  private void openFolds() {
    for (Element summary : Trees.all(document, "summary")) {
      Element fold = (Element) summary.getParentNode();
      if (fold.getElementsByTagName("caption").getLength() > 0) {
        // The table says what it is.
        Trees.remove(summary);
      } else {
        Trees.rename(summary, "p").setAttribute("class", "unfolded");
      }
    }
    Trees.all(document, "details").forEach(details -> Trees.rename(details, "div"));
  }

  private void drawShapes() {
    for (Element use : Trees.all(document, "use")) {
      Element shape = document.createElement("span");
      shape.setAttribute("class", "shape");
      shape.setTextContent(SHAPES.getOrDefault(use.getAttribute("href").substring(1), "•"));
      Element drawing = (Element) use.getParentNode();
      drawing.getParentNode().replaceChild(shape, drawing);
    }
  }

  /** A list whose items share lines is a line: the layout would lose its items otherwise. */
  private void legendsAsLines() {
    for (Element list : Trees.all(document, "ul")) {
      if (Trees.classes(list).contains("marks")) {
        Trees.children(list).forEach(item -> Trees.addClass(Trees.rename(item, "span"), "item"));
        Trees.rename(list, "p");
      }
    }
  }

  /** Readers of the document hear a chart's title and its numbers. */
  private void describeCharts() {
    for (Element chart : Trees.all(document, "svg")) {
      String title = Trees.child(chart, "title").map(Element::getTextContent).orElse("Chart");
      String numbers = Trees.child(chart, "desc").map(Element::getTextContent).orElse("");
      chart.setAttribute("alt", (title + ". " + numbers).strip());
    }
  }

  /**
   * The screen keeps a heading's number apart by style; what is read aloud or searched needs it.
   */
  private void spaceAfterNumbers() {
    for (Element span : Trees.all(document, "span")) {
      if (Trees.classes(span).contains("no")) {
        span.appendChild(document.createTextNode(" "));
      }
    }
  }

  private void captionsBeforeTables() {
    for (Element caption : Trees.all(document, "caption")) {
      Element table = (Element) caption.getParentNode();
      Element before = Trees.rename(caption, "div");
      before.setAttribute("class", "caption");
      table.getParentNode().insertBefore(before, table);
    }
  }

  /** Cells know their column, the last one and one after numbers, so that styles can name them. */
  private void markColumns() {
    for (Element row : Trees.all(document, "tr")) {
      List<Element> cells = Trees.children(row);
      for (int i = 0; i < cells.size(); i++) {
        Trees.addClass(cells.get(i), "c" + (i + 1));
        if (i == cells.size() - 1) {
          Trees.addClass(cells.get(i), "last");
        }
        if (i > 0 && isNumber(cells.get(i - 1)) && !isNumber(cells.get(i))) {
          Trees.addClass(cells.get(i), "after-n");
        }
      }
    }
  }

  private static boolean isNumber(Element cell) {
    return Trees.classes(cell).contains("n");
  }

  /** Each term stands in a row with what is said of it. */
  private void pairFacts() {
    for (Element term : Trees.all(document, "dt")) {
      Element list = (Element) term.getParentNode();
      if (list.getTagName().equals("div") && !Trees.isWithin(list, "gloss")) {
        continue;
      }
      Element fact = list;
      if (!list.getTagName().equals("div")) {
        fact = document.createElement("div");
        list.replaceChild(fact, term);
        fact.appendChild(term);
        Element said = Trees.next(fact);
        if (said != null && said.getTagName().equals("dd")) {
          fact.appendChild(said);
        }
      }
      Trees.addClass(fact, "fact");
    }
    for (Element answer : Trees.all(document, "div")) {
      if (Trees.classes(answer).contains("answer")) {
        Trees.children(answer).stream().skip(1).forEach(said -> Trees.addClass(said, "said"));
      }
    }
  }

  /** Panels stand two in a row. */
  private void pairPanels() {
    for (Element group : Trees.all(document, "div")) {
      if (Trees.classes(group).contains("multiples")) {
        List<Element> panels = Trees.children(group);
        for (int i = 0; i < panels.size(); i += 2) {
          Element row = document.createElement("div");
          row.setAttribute("class", "panels");
          group.insertBefore(row, panels.get(i));
          row.appendChild(panel("panel left", List.of(panels.get(i))));
          row.appendChild(
              panel("panel right", i + 1 < panels.size() ? List.of(panels.get(i + 1)) : List.of()));
        }
      }
    }
  }

  private Element panel(String style, List<Element> content) {
    Element panel = document.createElement("div");
    panel.setAttribute("class", style);
    content.forEach(panel::appendChild);
    return panel;
  }

  private void unlinkWhatIsMissing() {
    Set<String> places = new HashSet<>();
    Trees.all(document, "*").forEach(element -> places.add(element.getAttribute("id")));
    for (Element link : Trees.all(document, "a")) {
      String target = link.getAttribute("href").replaceFirst("^#", "");
      if (places.contains(target)) {
        link.setAttribute("title", "Go to " + link.getTextContent().strip());
      } else {
        link.removeAttribute("href");
        Trees.rename(link, "span");
      }
    }
  }

  private void printable(Node node, PrintGlyphs glyphs) {
    if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
      node.setNodeValue(glyphs.printable(node.getNodeValue()));
    }
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      children.add(child);
    }
    children.stream()
        .filter(child -> !child.getNodeName().equals("style"))
        .forEach(child -> printable(child, glyphs));
  }
}

package io.nightaudit.jobs.report.print;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The outline of the document: its headings down to the third level, as they are nested. */
final class Bookmarks {
  private static final Map<String, Integer> LEVELS = Map.of("h1", 1, "h2", 2, "h3", 3);

  private final Deque<Element> open = new ArrayDeque<>();
  private final Deque<Integer> levels = new ArrayDeque<>();
  private int places;

  private Bookmarks(Element root) {
    open.push(root);
    levels.push(0);
  }

  static void add(Document document) {
    Element root = document.createElement("bookmarks");
    Bookmarks bookmarks = new Bookmarks(root);
    for (Element element : Trees.all(document, "*")) {
      if (LEVELS.containsKey(element.getTagName()) && !Trees.isWithin(element, "answer")) {
        bookmarks.add(element);
      }
    }
    Trees.child(document.getDocumentElement(), "head").orElseThrow().appendChild(root);
  }

  private void add(Element heading) {
    int level = LEVELS.get(heading.getTagName());
    while (levels.peek() >= level) {
      levels.pop();
      open.pop();
    }
    if (heading.getAttribute("id").isEmpty()) {
      heading.setAttribute("id", "heading-" + ++places);
    }
    Element bookmark = heading.getOwnerDocument().createElement("bookmark");
    bookmark.setAttribute("name", heading.getTextContent().strip().replaceAll("\\s+", " "));
    bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
    open.peek().appendChild(bookmark);
    open.push(bookmark);
    levels.push(level);
  }
}

package io.nightaudit.jobs.report.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Steps through a tree of elements and small changes of it. */
final class Trees {
  private Trees() {}

  /** All elements of a name in the order of the document, as they are now. */
  static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(child -> child.getTagName().equals(name)).findFirst();
  }

  /** The next element beside this one, or null. */
  static Element next(Element element) {
    Node node = element.getNextSibling();
    while (node != null && !(node instanceof Element)) {
      node = node.getNextSibling();
    }
    return (Element) node;
  }

  static List<String> classes(Element element) {
    return List.of(element.getAttribute("class").split(" "));
  }

  static void addClass(Element element, String name) {
    element.setAttribute("class", (element.getAttribute("class") + " " + name).strip());
  }

  /** Whether this element or one around it has a class. */
  static boolean isWithin(Element element, String name) {
    for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
      if (classes(around).contains(name)) {
        return true;
      }
    }
    return false;
  }

  static void remove(Element element) {
    if (element.getParentNode() != null) {
      element.getParentNode().removeChild(element);
    }
  }

  static Element rename(Element element, String name) {
    return (Element) element.getOwnerDocument().renameNode(element, null, name);
  }
}

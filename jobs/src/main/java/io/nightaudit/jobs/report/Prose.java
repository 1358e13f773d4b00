package io.nightaudit.jobs.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences as markup: everything is escaped; ids of figures, "section 3" become links, and names
 * in backticks become code.
 */
public final class Prose {
  private static final Pattern MARKS =
      Pattern.compile("`([^`]+)`|\\bsection (\\d+)\\b|[A-Za-z0-9][A-Za-z0-9_.-]*[A-Za-z0-9]");

  private final Map<String, String> links = new LinkedHashMap<>();
  private final List<String> sections;

  Prose(Report report, List<String> sections) {
    report.figures().forEach(figure -> links.put(figure.id(), Anchors.explained(figure.id())));
    this.sections = List.copyOf(sections);
  }

  /**
   * Sentences of another page.
   *
   * @param links ids that become links, with their places
   * @param sections places of its sections, in order
   */
  public Prose(Map<String, String> links, List<String> sections) {
    this.links.putAll(links);
    this.sections = List.copyOf(sections);
  }

  /** A sentence as markup. */
  public TemplateHTMLOutputModel of(String text) throws TemplateModelException {
    StringBuilder markup = new StringBuilder();
    Matcher matcher = MARKS.matcher(text);
    int end = 0;
    while (matcher.find()) {
      markup.append(escape(text.substring(end, matcher.start()))).append(mark(matcher));
      end = matcher.end();
    }
    markup.append(escape(text.substring(end)));
    return HTMLOutputFormat.INSTANCE.fromMarkup(markup.toString());
  }

  private String mark(MatchResult match) {
    if (match.group(1) != null) {
      return "<code>" + escape(match.group(1)) + "</code>";
    }
    String text = escape(match.group());
    if (match.group(2) != null) {
      return section(match.group(2), text);
    }
    String link = links.get(match.group());
    return link == null ? text : "<a class=\"fid\" href=\"#%s\">%s</a>".formatted(link, text);
  }

  private String section(String number, String text) {
    int index = number.length() > 2 ? 0 : Integer.parseInt(number);
    return index < 1 || index > sections.size()
        ? text
        : "<a href=\"#%s\">%s</a>".formatted(sections.get(index - 1), text);
  }

  private static String escape(String text) {
    return HTMLOutputFormat.INSTANCE.escapePlainText(text);
  }
}

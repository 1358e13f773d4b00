package io.nightaudit.jobs.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values that a template reads. */
public final class Fields {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds one. */
  public Fields put(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** A drawing of this program; its texts were escaped when it was drawn. */
  public Fields drawing(String name, String svg) throws TemplateModelException {
    return put(name, drawing(svg));
  }

  /** All of them, in order. */
  public Map<String, Object> map() {
    return Collections.unmodifiableMap(values);
  }

  static TemplateHTMLOutputModel drawing(String svg) throws TemplateModelException {
    return HTMLOutputFormat.INSTANCE.fromMarkup(svg);
  }
}

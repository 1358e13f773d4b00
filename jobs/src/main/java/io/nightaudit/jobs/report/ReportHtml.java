package io.nightaudit.jobs.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Renders {@code report.html}: one self-contained page without scripts, from the report alone.
 *
 * <p>Every string of the report is data: escaped, never a template, with control and direction
 * characters made visible. The page is well-formed XML; equal reports give equal bytes.
 */
public final class ReportHtml {
  private static final String FOLDER = "io/nightaudit/jobs/report";
  private static final Configuration TEMPLATES = templates();
  private static final String STYLES = resource("report.css");
  private static final String PRINT_STYLES = resource("print.css");

  private ReportHtml() {}

  /** The bytes of the page, UTF-8. */
  public static byte[] render(Report report) {
    try {
      return page("report.ftlh", Page.of(VisibleText.of(report), STYLES));
    } catch (TemplateModelException e) {
      throw new IllegalStateException("cannot render the report: " + e.getMessage(), e);
    }
  }

  /** The page for paper, from its own master template; its sections are those of the page. */
  public static byte[] forPrint(Report report) {
    try {
      Map<String, Object> fields = new HashMap<>(Page.of(VisibleText.of(report), STYLES));
      fields.put("printStyles", PRINT_STYLES);
      return page("print.ftlh", fields);
    } catch (TemplateModelException e) {
      throw new IllegalStateException("cannot render the report: " + e.getMessage(), e);
    }
  }

  /** The styles of every page. */
  public static String styles() {
    return STYLES;
  }

  /** A page of a template. */
  public static byte[] page(String template, Map<String, Object> fields) {
    try {
      StringWriter html = new StringWriter();
      TEMPLATES.getTemplate(template).process(fields, html);
      return html.toString().getBytes(StandardCharsets.UTF_8);
    } catch (TemplateException | IOException e) {
      throw new IllegalStateException("cannot render " + template + ": " + e.getMessage(), e);
    }
  }

  private static Configuration templates() {
    Configuration templates = new Configuration(Configuration.VERSION_2_3_33);
    templates.setClassLoaderForTemplateLoading(ReportHtml.class.getClassLoader(), FOLDER);
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    templates.setDefaultEncoding("UTF-8");
    templates.setLocale(Locale.ROOT);
    templates.setNumberFormat("computer");
    templates.setBooleanFormat("c");
    templates.setLocalizedLookup(false);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    return templates;
  }

  private static String resource(String name) {
    String path = "/" + FOLDER + "/" + name;
    try (InputStream in = ReportHtml.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + path + "; build the jar again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}

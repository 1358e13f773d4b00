package io.nightaudit.jobs.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports to print and to validate, by name. */
public final class SampleReports {
  /** Written in many ways, with signs that no font of the product has. */
  public static final String SCRIPTS =
      "Größe Ελλάδα Киев ไทย 中文 한국어 हिन्दी עברית العربية ½∞→ 🧪🦊 e\u0301 \uE000";

  private SampleReports() {}

  public static Map<String, Report> all() {
    Map<String, Report> reports = new LinkedHashMap<>();
    reports.put("breach", ReportFixture.breach());
    reports.put("quiet", ReportFixture.quiet());
    reports.put("learning", ReportFixture.learning());
    reports.put("missing", ReportFixture.missing());
    reports.put("incomplete", ReportFixture.incomplete());
    reports.put("hostile", ReportFixture.hostile());
    reports.put("scripts", scripts());
    return reports;
  }

  private static Report scripts() {
    String json = new String(ReportJson.write(ReportFixture.quiet()), StandardCharsets.UTF_8);
    String renamed = json.replace("\"llmdrift\"", "\"" + SCRIPTS + "\"");
    return ReportJson.read(renamed.getBytes(StandardCharsets.UTF_8));
  }

  public static Report large() {
    return ReportFixture.large();
  }
}

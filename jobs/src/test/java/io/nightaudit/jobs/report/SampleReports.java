package io.nightaudit.jobs.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reports to print and to validate, by name. */
public final class SampleReports {
  private SampleReports() {}

  public static Map<String, Report> all() {
    Map<String, Report> reports = new LinkedHashMap<>();
    reports.put("breach", ReportFixture.breach());
    reports.put("quiet", ReportFixture.quiet());
    reports.put("learning", ReportFixture.learning());
    reports.put("missing", ReportFixture.missing());
    reports.put("incomplete", ReportFixture.incomplete());
    reports.put("hostile", ReportFixture.hostile());
    return reports;
  }

  public static Report large() {
    return ReportFixture.large();
  }
}

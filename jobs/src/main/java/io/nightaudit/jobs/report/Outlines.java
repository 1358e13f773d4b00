package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.RegisterReport.Register;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What each section says, in a few words of its heading: read alone, headings tell the story. */
final class Outlines {
  private Outlines() {}

  /** By section, in their order; empty where the title says enough. */
  static List<String> of(Report report) {
    Map<Sections, String> said = new EnumMap<>(Sections.class);
    said.put(Sections.RECOMMENDATIONS, recommendations(report));
    said.put(Sections.COVERAGE, coverage(report));
    said.put(Sections.FINDINGS, findings(report.form().register()));
    said.put(Sections.FAMILIES, Sentences.count(report.figures().size(), "figure"));
    said.put(Sections.RELEASES, Sentences.count(report.form().changes().size(), "change"));
    said.put(Sections.MIX, report.attribution().isEmpty() ? "nothing to split" : "");
    said.put(Sections.REVIEW, Sentences.count(report.review().drawn(), "interaction"));
    said.put(Sections.INCIDENTS, incidents(report));
    said.put(Sections.PRIVACY, privacy(report));
    said.put(Sections.METHOD, method(report));
    said.put(Sections.LIMITATIONS, String.valueOf(report.form().limitations().size()));
    said.put(Sections.PROVENANCE, Page.signature(report).toLowerCase(Locale.ROOT));
    return Stream.of(Sections.values()).map(each -> said.getOrDefault(each, "")).toList();
  }

  private static String recommendations(Report report) {
    long open = report.recommendations().stream().filter(r -> !r.action().equals("KEEP")).count();
    if (report.coverage().rowsRead() == 0) {
      return "none can be made";
    }
    return open == 0
        ? "nothing to do"
        : Mark.words(report.action()).toLowerCase(Locale.ROOT)
            + (open == 1 ? "" : ", %s in all".formatted(open));
  }

  private static String coverage(Report report) {
    String word =
        switch (report.coverage().verdict()) {
          case "WITHIN_TOLERANCE" -> "complete";
          case "FAILED" -> "no data";
          default -> "not complete";
        };
    int gaps = report.form().integrity().gaps().size();
    return gaps == 0 ? word : word + ", " + Sentences.count(gaps, "gap");
  }

  private static String findings(Register register) {
    List<String> parts = new ArrayList<>();
    int open = register.entries().size();
    parts.add(open == 0 ? "none open" : open + " open");
    add(parts, register.opened(), "new");
    add(parts, register.ended(), "resolved");
    add(parts, register.resolved().size() - register.ended(), "not judged");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String incidents(Report report) {
    int declared = report.incidents().incidents().size();
    String incidents = declared == 0 ? "none declared" : declared + " declared";
    long questions = questions(report);
    return questions == 0 ? incidents : incidents + ", " + Sentences.count(questions, "question");
  }

  static long questions(Report report) {
    return report.form().register().entries().stream().filter(e -> e.number() >= 3).count();
  }

  private static String privacy(Report report) {
    long hidden =
        report.form().privacy().suppressed().stream().mapToLong(FullForm.Suppressed::count).sum();
    return hidden == 0 ? "nothing was hidden" : hidden + " hidden";
  }

  private static String method(Report report) {
    String by = report.form().thresholds().approvedBy();
    return by.isEmpty() ? "approval not recorded" : "limits approved";
  }
}

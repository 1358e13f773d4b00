package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.FindingClass;
import io.nightaudit.jobs.report.FullForm.CatalogueEntry;
import io.nightaudit.jobs.report.FullForm.ChangeEntry;
import io.nightaudit.jobs.report.FullForm.DataCategory;
import io.nightaudit.jobs.report.FullForm.DictionaryEntry;
import io.nightaudit.jobs.report.FullForm.Identification;
import io.nightaudit.jobs.report.FullForm.Limitation;
import io.nightaudit.jobs.report.FullForm.Origin;
import io.nightaudit.jobs.report.FullForm.PrivacyFrame;
import io.nightaudit.jobs.report.FullForm.Suppressed;
import io.nightaudit.jobs.report.FullForm.Thresholds;
import io.nightaudit.jobs.report.IntegrityReport.ColumnConformance;
import io.nightaudit.jobs.report.IntegrityReport.Gap;
import io.nightaudit.jobs.report.IntegrityReport.Integrity;
import io.nightaudit.jobs.report.IntegrityReport.Retention;
import io.nightaudit.jobs.report.RegisterReport.ClassCount;
import io.nightaudit.jobs.report.RegisterReport.Register;
import io.nightaudit.jobs.report.RegisterReport.RegisterEntry;
import io.nightaudit.jobs.report.RegisterReport.ResolvedEntry;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.Report.ReasonCount;
import io.nightaudit.jobs.report.Report.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The full form of the reports of the tests. */
final class FormFixture {
  private static final String HASH =
      "9f2c1a7b6d5e4f30819a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70";

  private FormFixture() {}

  /** The report with a form made from its own findings and coverage. */
  static Report added(Report r) {
    return r.with(form(r, "on call"));
  }

  /** The same, and every word that comes from outside is an attack. */
  static Report hostile(Report r) {
    return r.with(form(r, ReportFixture.HOSTILE));
  }

  private static FullForm form(Report r, String word) {
    boolean attack = word.equals(ReportFixture.HOSTILE);
    String system = attack ? word : "gpt-4";
    return new FullForm(
        new Identification(HASH, r.schema(), "en", r.identity().windowTo(), 0),
        integrity(r),
        register(r, system),
        changes(r, system, word),
        new Thresholds("default-1", HASH, word, "2023-05-12", "2023-05-15", Optional.of(true)),
        Estimators.ALL,
        catalogue(),
        List.of("Scores are those of the archive. Who gave them is not in the log."),
        privacy(system),
        limitations(r),
        new Origin(
            List.of(new Setting("nightaudit", "0.1.0"), new Setting("spark", "4.1.3")),
            List.of(new Setting("configuration", HASH), new Setting("thresholds", HASH)),
            "reports/" + r.identity().night() + "/manifest.json",
            "none"),
        List.of(new DictionaryEntry("prompt", "text", "What was asked.", "present")));
  }

  private static Integrity integrity(Report r) {
    boolean missing = r.coverage().rowsRead() == 0;
    List<Gap> gaps =
        missing
            ? List.of(
                new Gap(
                    "NIGHT", r.identity().windowFrom(), r.identity().windowTo(), 1440, "1 night"))
            : List.of();
    return new Integrity(
        r.coverage().volumeMedian(),
        r.coverage().rowsRead(),
        24,
        missing ? 23 : 24,
        gaps,
        gaps.stream().mapToLong(Gap::minutes).sum(),
        List.of(
            new ReasonCount("LATE", 0),
            new ReasonCount("DUPLICATE", r.coverage().rowsDuplicate()),
            new ReasonCount("MALFORMED", r.coverage().rowsQuarantined())),
        List.of(new ColumnConformance("prompt", "text", true, 0, List.of())),
        new Retention("2023-06-01", 24, 24, "2022-12-24", false, "2027-12-02", false));
  }

  private static Register register(Report r, String system) {
    List<RegisterEntry> entries = r.findings().stream().map(f -> entry(r, f)).toList();
    int opened = (int) entries.stream().filter(e -> e.status().equals("NEW")).count();
    return new Register(
        "2023-06-23",
        10,
        opened,
        entries.size() - opened,
        entries,
        List.of(
            new ResolvedEntry(
                "N-99",
                "errors",
                system,
                system + ": errors rose from 1% to 3%; a new release.",
                "2023-06-10",
                "2023-06-23",
                "BACK_TO_USUAL",
                "no limit is passed any more, and no alarm is open")),
        Arrays.stream(FindingClass.values()).skip(1).map(c -> count(c, entries)).toList());
  }

  private static ClassCount count(FindingClass c, List<RegisterEntry> entries) {
    int findings = (int) entries.stream().filter(e -> e.number() == c.number()).count();
    return new ClassCount(c.number(), c.meaning(), c.asks(), findings);
  }

  private static RegisterEntry entry(Report r, FindingEntry finding) {
    boolean opened = finding.found().equals(r.identity().night());
    boolean guardrail = finding.metric().startsWith("guardrail");
    int number = guardrail ? 3 : finding.verdict().equals("BREACH") && !opened ? 2 : 1;
    return new RegisterEntry(
        finding.id(),
        number,
        number == 2
            ? "a threshold of the policy is passed, and it lasts"
            : "it is no harmful move beyond what the policy calls a breach",
        opened ? "NEW" : "PERSISTING",
        finding.found(),
        r.identity().night(),
        opened ? 1 : 2,
        opened ? Optional.empty() : Optional.of(106L),
        List.of("Art. 15(1)", "Art. 72(2)"),
        List.of(finding.figure()),
        "not recorded");
  }

  private static List<ChangeEntry> changes(Report r, String system, String by) {
    return List.of(
        new ChangeEntry(
            "2023-06-22",
            "SILENT_PROVIDER_CHANGE",
            "`gpt-4-0613` began to answer; before, `gpt-4-0314` did",
            system,
            "not recorded",
            "unknown",
            "Is it a substantial modification (Art. 3(23))? A person answers."),
        new ChangeEntry(
            "2023-06-12", "DECISION", "decision D-5d1c0a9e21: accept", system, by, "unknown", ""));
  }

  private static List<CatalogueEntry> catalogue() {
    return List.of(
        new CatalogueEntry(
            "errors",
            "Errors",
            "PERFORMANCE",
            "share",
            "share",
            10,
            "INCREASE",
            "1 points",
            true,
            List.of("status")));
  }

  private static PrivacyFrame privacy(String system) {
    return new PrivacyFrame(
        List.of(
            new DataCategory("Texts", List.of("prompt", "answer"), "read once; kept as counts")),
        10,
        List.of("tenant"),
        List.of(new Suppressed("slices of " + system, 3, "fewer than 10 people")),
        List.of("Users are counted."),
        "none",
        List.of("A person’s rows can be erased from the archive."),
        List.of("How long this report is kept is not recorded in it."));
  }

  private static List<Limitation> limitations(Report r) {
    List<String> figures = r.figures().stream().limit(3).map(Report.Figure::id).toList();
    return List.of(
        new Limitation("short-history", "23 nights before tonight are known.", figures),
        new Limitation("unsigned", "This report is unsigned.", List.of()));
  }
}

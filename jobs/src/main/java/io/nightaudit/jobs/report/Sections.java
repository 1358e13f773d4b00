package io.nightaudit.jobs.report;

import java.util.List;

/**
 * The sections of a report in their order: one line each. A section's template lies beside the
 * others and begins with {@code <@parts.section "place">}.
 */
enum Sections {
  SUMMARY("summary", "Summary", "summary.ftlh"),
  RECOMMENDATIONS("recommendations", "Recommendations", "recommendations.ftlh"),
  COVERAGE("coverage", "Coverage and integrity", "coverage.ftlh"),
  FINDINGS("findings", "Findings register", "findings.ftlh"),
  FAMILIES("families", "Results by family", "families.ftlh"),
  MIX("mix", "Mix and behaviour", "mix.ftlh"),
  RELEASES("releases", "Releases and changes", "releases.ftlh"),
  REVIEW("review", "What a person should look at", "review.ftlh"),
  COST("cost", "Cost by line", "cost.ftlh"),
  ACT("act", "The AI Act", "act.ftlh"),
  INCIDENTS("incidents", "Incident triage", "incidents.ftlh"),
  PRIVACY("privacy", "Privacy", "privacy.ftlh"),
  METHOD("method", "Method", "method.ftlh"),
  LIMITATIONS("limitations", "Limitations of this run", "limitations.ftlh"),
  PROVENANCE("provenance", "Provenance", "provenance.ftlh"),
  SIGN_OFF("sign-off", "Sign-off", "sign-off.ftlh"),
  FIGURES("figures", "Figures explained", "explained.ftlh"),
  GLOSSARY("glossary", "Glossary and annexes", "glossary.ftlh");

  private final String place;
  private final String title;
  private final String template;

  Sections(String place, String title, String template) {
    this.place = place;
    this.title = title;
    this.template = template;
  }

  String place() {
    return place;
  }

  /** Its number, from 1. */
  int number() {
    return ordinal() + 1;
  }

  static List<String> places() {
    return List.of(values()).stream().map(Sections::place).toList();
  }

  static List<String> titles() {
    return List.of(values()).stream().map(each -> each.title).toList();
  }

  static List<String> templates() {
    return List.of(values()).stream().map(each -> each.template).toList();
  }
}

package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Map;

/** Terms of the law for the glossary, each with where it is defined. */
final class ActGlossary {
  private static final String ACT = "Regulation (EU) 2024/1689, CELEX 32024R1689";

  private ActGlossary() {}

  /** Terms in alphabetical order. */
  static List<Map<String, Object>> terms() {
    return List.of(
        term(
            "AI Act",
            "The Artificial Intelligence Act of the European Union, as amended by Regulation (EU) 2026/1744, CELEX 32026R1744.",
            ACT),
        term(
            "Annex III",
            "The list of uses that make a system high-risk: biometrics, critical infrastructure, education, employment, essential services, law enforcement, migration, justice and democracy.",
            ACT + ", Art. 6(2)"),
        term(
            "CELEX",
            "The number under which EUR-Lex, the public register of Union law, keeps an act.",
            ""),
        term(
            "Deployer",
            "Who uses an AI system under its own authority, other than for private purposes.",
            ACT + ", Art. 3(4)"),
        term(
            "Evidence status",
            "How much evidence this run’s logs give for an article. It is no grade, and none of the six says that a duty is met.",
            ""),
        term(
            "Fines",
            "The Act sets upper limits for fines. This report never estimates one.",
            ACT + ", Art. 99"),
        term(
            "General-purpose model",
            "A model that can do many different tasks and is built into other systems.",
            ACT + ", Art. 3(63)"),
        term(
            "High-risk system",
            "A system of Annex III, or a safety component of a product under Annex I. The tool cannot class a system; the operator asserts it.",
            ACT + ", Art. 6"),
        term(
            "Post-market monitoring",
            "Collecting and analysing data on how a system performs once it is in use, by a plan.",
            ACT + ", Art. 72"),
        term(
            "Provider",
            "Who develops an AI system, or has it developed, and places it on the market or puts it into service under its own name.",
            ACT + ", Art. 3(3)"),
        term(
            "Readiness",
            "The status that an article which does not apply yet would have on this night’s logs.",
            ""),
        term(
            "Serious incident",
            "An incident or malfunction that leads to death or serious harm to health, disrupts critical infrastructure beyond repair, infringes fundamental rights, or does serious harm to property or the environment. A person declares it, never this report.",
            ACT + ", Art. 3(49)"),
        term(
            "Substantial modification",
            "A change after placing on the market that was not foreseen in the first conformity assessment and affects conformity or purpose. It can end the exception for older systems.",
            ACT + ", Art. 3(23) and 111(2)"));
  }

  private static Map<String, Object> term(String name, String meaning, String source) {
    return new Fields().put("name", name).put("meaning", meaning).put("source", source).map();
  }
}

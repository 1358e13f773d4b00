package io.nightaudit.jobs.report;

import java.util.List;

/** The words of a report that have a meaning of their own, and those of the law. */
final class Glossary {
  private Glossary() {}

  /**
   * One word.
   *
   * @param source where the law has it; empty for words of this program
   */
  public record Word(String term, String meaning, String source) {}

  /** Words of this program and of statistics, in the order of the alphabet. */
  static final List<Word> WORDS =
      List.of(
          new Word(
              "Alarm",
              "The nightly score has passed a limit that chance alone would pass very rarely.",
              ""),
          new Word(
              "Archive", "The folder of log files that the audit reads. It stays where it is.", ""),
          new Word(
              "Article references",
              "The articles of the AI Act for whose duties a finding can be evidence. Whether an article applies to the system is a person’s question.",
              ""),
          new Word(
              "Band",
              "On the charts: where 19 of 20 nights fall if nothing changes, judged by the nights before.",
              ""),
          new Word("Before, baseline", "The nights that tonight is compared with.", ""),
          new Word(
              "Breach", "An alarm on a harmful change that is larger than its material limit.", ""),
          new Word(
              "Chain",
              "Each night’s manifest holds the hash of the one before it, so that a missing or changed report is found.",
              ""),
          new Word(
              "Class (0 to 4)",
              "What a finding asks of people. 0: within limits. 1: observation. 2: a threshold is passed, and it lasts. 3: a rule of a category of harm is passed, and a person says whether there is a risk. 4: suspected serious incident, which only a person declares.",
              ""),
          new Word(
              "Contract",
              "What each column of the log must be like: its type, and what can be true. A row that breaks it goes to quarantine.",
              ""),
          new Word("Coverage", "What of a night was there to be read: rows, files, hours.", ""),
          new Word(
              "Data cut-off",
              "The end of the night in UTC. It is the time of the report: no clock is read.",
              ""),
          new Word(
              "Definition",
              "What a metric means: the mapping of its columns, the version of its descriptor, its prices. Nights of another definition are not compared.",
              ""),
          new Word(
              "Delta method", "A way to get the interval of a ratio from those of its parts.", ""),
          new Word(
              "Distance (Jensen–Shannon)",
              "How far apart two distributions are, from 0 (the same) to 1 (nothing in common).",
              ""),
          new Word(
              "Duplicate", "A row whose key another, later row has. The later one counts.", ""),
          new Word(
              "Evidence grade",
              "A: both releases served the same nights. B: compared with traffic that did not change. C: before and after only.",
              ""),
          new Word(
              "EWMA",
              "A running average in which recent nights count more. It finds slow declines.",
              ""),
          new Word(
              "False-alarm budget",
              "How many false alarms in 30 nights are accepted. Each stream has a share of them, and its limits follow from the share.",
              ""),
          new Word(
              "Family",
              "One of six groups of figures: input, output, performance, quality, guardrails, cost.",
              ""),
          new Word(
              "Figure",
              "One metric of one slice on one night, with an id that stays the same every night.",
              ""),
          new Word(
              "Finding",
              "A figure that moved further than chance explains, or passed a fixed limit. It has an id for as long as it lasts.",
              ""),
          new Word(
              "Fixed limit, rule",
              "A limit of the policy that is judged every night, apart from the score.",
              ""),
          new Word(
              "Gap",
              "A time without logs: a night without an archive, or an hour without a row that usually has some.",
              ""),
          new Word("Gate metric", "A metric that a rollback may rest on.", ""),
          new Word(
              "Guardrail",
              "A check that looks at questions or answers and may warn, change or block.",
              ""),
          new Word("Hash (SHA-256)", "A fingerprint of bytes. Other bytes have another one.", ""),
          new Word(
              "HyperLogLog",
              "A way to count different values without keeping them; within about 3%, 19 times in 20.",
              ""),
          new Word(
              "Interval (95%)",
              "The range that would hold the true value in 19 of 20 such nights.", ""),
          new Word(
              "Judge",
              "Whatever gave the scores in the log: often a model. Its error is known only where people’s labels stand beside it.",
              ""),
          new Word("Label", "What a person said of one interaction.", ""),
          new Word("Late", "A row that lies in the folder of another night than its own.", ""),
          new Word("Learning", "Too few nights of history for a verdict.", ""),
          new Word(
              "Legal hold", "An order that something must not be deleted, whatever its age.", ""),
          new Word(
              "Manifest",
              "The list of hashes of everything that a night read and wrote, in manifest.json.",
              ""),
          new Word("Material limit", "The smallest change that matters, as set in the policy.", ""),
          new Word("Metric", "What is measured, whatever the slice.", ""),
          new Word(
              "Mix and behaviour",
              "A change split in two: different questions (mix), and different answers to the same questions (behaviour).",
              ""),
          new Word("n", "How many interactions a figure is based on.", ""),
          new Word(
              "Newcombe, Welch, Wilson, t",
              "Names of standard intervals: for differences of shares, differences of means, shares, and means.",
              ""),
          new Word(
              "Perplexity",
              "How surprised the model was by its own answer; higher is less sure.",
              ""),
          new Word("Persisting", "A finding that was open on the night before, and still is.", ""),
          new Word(
              "Placebo date",
              "A date without a release. The same calculation is made there to see how large an effect chance gives.",
              ""),
          new Word(
              "Placebo study",
              "Past nights in other orders, judged by the same rules. Nothing changed in them, so their alarms are false: as many are to be expected from now on.",
              ""),
          new Word("Point", "Percentage point: from 50% to 45% is a fall of 5 points.", ""),
          new Word(
              "Policy",
              "The thresholds, rules and accepted false alarms of this audit, from the configuration.",
              ""),
          new Word(
              "Pseudonym",
              "A name in place of a person’s. Whoever has the key can turn it back, so it is still personal data.",
              ""),
          new Word(
              "Quarantine",
              "Where rows go that break the contract. They are counted, and are in no figure.",
              ""),
          new Word(
              "Release",
              "What can be rolled back: the model that answered, and whatever else the configuration counts to it.",
              ""),
          new Word(
              "Resolved", "A finding that was open on the night before, and is open no more.", ""),
          new Word(
              "Review queue",
              "Interactions that a person should look at, by id, each drawn with a known probability.",
              ""),
          new Word("Rollback", "Going back to an earlier release.", ""),
          new Word(
              "Route",
              "What callers ask for, such as a model’s name. The provider may change what answers to it.",
              ""),
          new Word(
              "Score (z)",
              "How far tonight is from its own past, in units of the usual difference between nights. Beyond 3 is rare.",
              ""),
          new Word("Slice", "A part of the traffic, such as one route or one task.", ""),
          new Word(
              "Smallest change we could have seen",
              "The lasting change that the nightly score would have found within seven nights in four cases of five. A smaller one can have gone unseen.",
              ""),
          new Word(
              "Stratum",
              "What interactions are drawn for review from: guardrail hits, the worst of a night’s scores, bad feedback, questions with the most unlisted words, the highest of a night’s costs, and all.",
              ""),
          new Word("Suppression", "Not showing what is about too few people.", ""),
          new Word(
              "Threshold set",
              "All limits of the policy, known by their hash: another limit is another hash.",
              ""),
          new Word(
              "Two of three",
              "The second alarm of the score: two nights out of three that are extreme on the same side.",
              ""),
          new Word(
              "Unlisted words",
              "Words of a question that the public word list does not have: jargon, slang, codes, names, other languages.",
              ""),
          new Word(
              "Unusual tonight",
              "A score that is unlikely by chance, among all figures of the night. Information, not an alarm: about one in ten is chance.",
              ""));

  /** Words of the law that the section on the AI Act does not explain. */
  static List<Word> law() {
    List<Object> named = ActGlossary.terms().stream().map(term -> term.get("name")).toList();
    return LAW.stream().filter(word -> !named.contains(word.term())).toList();
  }

  /** Words of the law, paraphrased. */
  static final List<Word> LAW =
      List.of(
          new Word(
              "AI Act",
              "Regulation (EU) 2024/1689, as amended by Regulation (EU) 2026/1744.",
              "CELEX 32024R1689, 32026R1744"),
          new Word(
              "Deployer",
              "Whoever uses an AI system under its own authority, other than for personal purposes.",
              "Art. 3(4)"),
          new Word(
              "Fines",
              "For duties of operators up to EUR 15 million or 3% of turnover; for misleading information to authorities up to EUR 7.5 million or 1%. This program never estimates one.",
              "Art. 99(4), 99(5)"),
          new Word(
              "Post-market monitoring",
              "The provider collects and analyses how its system does while it is in use. Nightly figures can feed it.",
              "Art. 3(25), 72"),
          new Word(
              "Product presenting a risk",
              "A system that may harm health, safety or fundamental rights to a degree beyond what is acceptable. A person determines it.",
              "Art. 79(1)"),
          new Word(
              "Provider",
              "Whoever develops an AI system, or has it developed, and puts it on the market or into service under its own name.",
              "Art. 3(3)"),
          new Word(
              "Record-keeping",
              "A high-risk system must be able to record events automatically over its lifetime. No content of logs is named, but for remote biometric identification.",
              "Art. 12"),
          new Word(
              "Retention of logs",
              "At least six months, for logs under one’s control, unless other law, above all on data protection, says otherwise.",
              "Art. 19(1), 26(6)"),
          new Word(
              "Serious incident",
              "An incident or malfunction that leads to death or serious harm to health, disruption of critical infrastructure, infringement of fundamental rights, or serious harm to property or the environment. Never a threshold alone.",
              "Art. 3(49), 73"),
          new Word(
              "Substantial modification",
              "A change after the system is on the market that was not foreseen in its assessment and affects its conformity or its purpose. Changes that were determined and assessed beforehand are none.",
              "Art. 3(23), 43(4)"));
}

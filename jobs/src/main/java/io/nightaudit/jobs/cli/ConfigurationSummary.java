package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.Applicability.RiskClass;
import io.nightaudit.jobs.policy.ArchiveSettings;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.policy.EvidenceSettings;
import io.nightaudit.jobs.policy.RegulationSettings;
import io.nightaudit.jobs.policy.SliceSettings;
import io.nightaudit.jobs.signature.ConfiguredSigner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a valid configuration means, for a person. */
final class ConfigurationSummary {
  private static final int WIDTH = 96;
  private static final String INDENT = " ".repeat(14);

  private final AuditConfiguration configuration;
  private final StringBuilder text = new StringBuilder("OK\n");

  private ConfigurationSummary(AuditConfiguration configuration) {
    this.configuration = configuration;
  }

  static String of(AuditConfiguration configuration) {
    ConfigurationSummary summary = new ConfigurationSummary(configuration);
    summary.archive(configuration.archive());
    summary.slices(configuration.slices());
    summary.policy();
    summary.act(configuration.regulation());
    summary.evidence(configuration.evidence());
    summary.uncomputable();
    summary.line("hash", List.of(ConfigurationHash.of(configuration)));
    return configuration.redaction().apply(summary.text.toString());
  }

  private void archive(ArchiveSettings archive) {
    line("system", List.of(configuration.system()));
    line("archive", List.of(archive.path()));
    String layout = archive.layout().isEmpty() ? "one folder, nights by time" : archive.layout();
    line("layout", List.of(layout + ", nights in " + archive.timezone()));
    line("columns", archive.columns().keySet());
    line("dimensions", archive.dimensions().keySet());
    line("key", archive.key());
    line("release", configuration.release());
    line("route", configuration.route());
    line("store", List.of(configuration.store()));
    line(
        "report",
        List.of(
            "report.json", "report.html", configuration.report().pdf() ? "report.pdf" : "no PDF"));
  }

  private void slices(SliceSettings slices) {
    List<String> levels = new ArrayList<>(List.of("all traffic"));
    slices.levels().forEach(level -> levels.add(String.join(" × ", level)));
    line("slices", levels);
  }

  private void policy() {
    line("policy", List.of(configuration.policy().version()));
    int prices = configuration.prices().book().prices().size();
    line("prices", List.of(prices == 0 ? "no price book" : prices + " in the price book"));
    int rules = configuration.policy().rules().size();
    line(
        "rules",
        List.of(
            rules
                + (rules == 1 ? " rule: " : " rules: ")
                + String.join(", ", configuration.policy().rules().keySet())));
  }

  private void act(RegulationSettings regulation) {
    Applicability said = regulation.applicability();
    line("AI Act", said.asserted() ? assertions(said) : List.of("the operator has not said"));
    regulation.incidentsFrom().ifPresent(from -> line("", List.of("Art. 72 and 73 from " + from)));
    line("calendar", List.of(regulation.calendar().dates().size() + " dates"));
  }

  private void evidence(EvidenceSettings evidence) {
    String key =
        ConfiguredSigner.of(evidence)
            .map(signer -> "signed by the key " + signer.keyId())
            .orElse("chained, unsigned");
    line("manifests", List.of(key));
    evidence.timeStamp().ifPresent(stamp -> line("", List.of("time stamps of " + stamp.url())));
  }

  private static List<String> assertions(Applicability said) {
    List<String> words = new ArrayList<>();
    words.add(said.role().map(role -> role.id()).orElse("role unsaid"));
    words.add(said.riskClass() == RiskClass.UNKNOWN ? "risk class unsaid" : said.riskClass().id());
    if (!said.annexPoint().isEmpty()) {
      words.add("Annex III " + said.annexPoint());
    }
    if (!said.annexProduct().isEmpty()) {
      words.add("Annex I " + said.annexProduct());
    }
    words.addAll(said.memberStates());
    String on = said.assertedOn().map(date -> " on " + date).orElse("");
    words.add("asserted by " + said.assertedBy() + on);
    return words;
  }

  /** The metrics without a value, together where they lack the same columns. */
  private void uncomputable() {
    Map<List<String>, List<String>> metrics = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      List<String> lacks = lacks(metric);
      if (!lacks.isEmpty()) {
        metrics.computeIfAbsent(lacks, key -> new ArrayList<>()).add(metric.id());
      }
    }
    long count = metrics.values().stream().mapToLong(List::size).sum();
    line(
        "computed",
        List.of(Metric.values().length - count + " of " + Metric.values().length + " metrics"));
    metrics.forEach(
        (lacks, ids) ->
            line("without", List.of(String.join(" and ", lacks) + ": " + String.join(", ", ids))));
  }

  private List<String> lacks(Metric metric) {
    return configuration.lacking(metric).stream().map(Column::id).toList();
  }

  private void line(String title, Collection<String> words) {
    String all = words.isEmpty() ? "(none)" : String.join(", ", words);
    StringBuilder line =
        new StringBuilder(
            (title + (title.isEmpty() ? "" : ":") + INDENT).substring(0, INDENT.length()));
    for (String word : all.split(" ")) {
      if (line.length() + word.length() >= WIDTH && line.length() > INDENT.length()) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT);
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}

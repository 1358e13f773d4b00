package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
  private static final String TEXT = read();

  /** A word that a person without statistics would ask about, and the entry that answers. */
  @ParameterizedTest
  @CsvSource({
    "alarm, Alarm",
    "archive, Archive",
    "baseline, 'Before, baseline'",
    "breach, Breach",
    "class, Class (0 to 4)",
    "contract, Contract",
    "coverage, Coverage",
    "cut-off, Data cut-off",
    "definition, Definition",
    "delta method, Delta method",
    "jensen, Distance (Jensen–Shannon)",
    "duplicate, Duplicate",
    "ewma, EWMA",
    "evidence grade, Evidence grade",
    "false alarm, False-alarm budget",
    "finding, Finding",
    "fixed limit, 'Fixed limit, rule'",
    "gap, Gap",
    "gate, Gate metric",
    "guardrail, Guardrail",
    "sha-256, Hash (SHA-256)",
    "hyperloglog, HyperLogLog",
    "interval, Interval (95%)",
    "judge, Judge",
    "label, Label",
    "late, Late",
    "learning, Learning",
    "legal hold, Legal hold",
    "manifest, Manifest",
    "material limit, Material limit",
    "metric, Metric",
    "mix, Mix and behaviour",
    "newcombe, 'Newcombe, Welch, Wilson, t'",
    "perplexity, Perplexity",
    "persisting, Persisting",
    "placebo, Placebo date",
    "policy, Policy",
    "pseudonym, Pseudonym",
    "quarantine, Quarantine",
    "release, Release",
    "resolved, Resolved",
    "review, Review queue",
    "roll, Rollback",
    "route, Route",
    "score, Score (z)",
    "slice, Slice",
    "stratum, Stratum",
    "threshold set, Threshold set",
    "unusual, Unusual tonight",
    "wilson, 'Newcombe, Welch, Wilson, t'"
  })
  void words_thatAReportUses_areExplained(String used, String term) {
    assertThat(terms()).contains(term);
    assertThat(TEXT).as("a word that no report uses needs no entry").contains(used);
  }

  @Test
  void words_areInTheOrderOfTheAlphabetAndOnce() {
    assertThat(terms())
        .isSortedAccordingTo(Comparator.comparing(term -> term.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
  }

  @Test
  void law_everyWord_saysWhereTheLawHasIt() {
    assertThat(Glossary.LAW).allSatisfy(word -> assertThat(word.source()).isNotBlank());
  }

  private static List<String> terms() {
    return Glossary.WORDS.stream().map(Glossary.Word::term).toList();
  }

  /** The text of two reports before their glossary. */
  private static String read() {
    return Stream.of(
            ReportFixture.breach(), new ReportComposer(new RecordFixture().build()).compose())
        .map(GlossaryTest::text)
        .reduce("", String::concat);
  }

  private static String text(Report report) {
    String html = new String(ReportHtml.render(report), StandardCharsets.UTF_8);
    return html.substring(html.indexOf("<main"), html.indexOf("<section id=\"glossary\""))
        .replaceAll("<[^>]*>", " ")
        .toLowerCase(Locale.ROOT);
  }
}

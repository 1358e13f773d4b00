package io.nightaudit.jobs;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.report.VisibleText;
import java.time.LocalDate;

/** What the command line says of a decision: a headline, and lines of names and values. */
final class DecisionText {
  private static final int NAME_WIDTH = 15;

  private final StringBuilder text = new StringBuilder();

  DecisionText(String headline) {
    text.append(VisibleText.of(headline)).append('\n');
  }

  DecisionText line(String name, String value) {
    text.append("  ")
        .append(name)
        .append(" ".repeat(NAME_WIDTH - name.length()))
        .append(VisibleText.of(value))
        .append('\n');
    return this;
  }

  DecisionText sentence(String sentence) {
    text.append("  ").append(VisibleText.of(sentence)).append('\n');
    return this;
  }

  /** The decision's id, and when it was kept if that was before. */
  DecisionText decision(Decision decision, boolean before) {
    String kept = before ? ", kept on " + decision.decidedOn() + "; nothing was appended" : "";
    return line("decision", decision.id() + kept);
  }

  DecisionText actsFrom(long night) {
    return line("acts on", "nights from " + LocalDate.ofEpochDay(night) + " on");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

package io.nightaudit.jobs;

import io.nightaudit.jobs.finding.AcceptedStream;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.report.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the command line says of an accepted finding. */
final class AcceptanceText {
  private static final int LISTED = 20;

  private final Finding finding;
  private final Decision decision;
  private final int learningNights;

  AcceptanceText(Finding finding, Decision decision, int learningNights) {
    this.finding = finding;
    this.decision = decision;
    this.learningNights = learningNights;
  }

  /**
   * The text.
   *
   * @param before the equal decision that was kept before, if one was
   */
  String of(Optional<Decision> before) {
    StringBuilder text = new StringBuilder();
    text.append(before.isPresent() ? "Accepted before: " : "Accepted: ")
        .append(VisibleText.of(finding.sentence()))
        .append('\n');
    line(text, "finding", finding.id());
    line(text, "decision", decision.id() + before.map(AcceptanceText::kept).orElse(""));
    line(text, "acts on", "nights from " + date(decision.effectiveNight()) + " on");
    consequences().forEach(each -> text.append("  ").append(each).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ")
        .append(name)
        .append(" ".repeat(10 - name.length()))
        .append(value)
        .append('\n');
  }

  private static String kept(Decision before) {
    return ", kept on " + before.decidedOn() + "; nothing was appended";
  }

  private List<String> consequences() {
    List<AcceptedStream> streams = accepted().streams();
    if (finding.isOfRelease()) {
      String around = streams.isEmpty() ? "" : "; so do these around it, whose alarm is open:";
      return with(
          "every stream of %s but those of the input starts to learn anew%s"
              .formatted(finding.slice().title(), around),
          streams);
    }
    if (streams.isEmpty()) {
      return List.of(
          "no alarm of it is open: no stream starts to learn anew, and the decision is kept as a record",
          remark());
    }
    return with(count(streams.size()) + " to learn anew", streams);
  }

  private DecisionDetails.Accepted accepted() {
    return decision.details(DecisionDetails.Accepted.class).orElseThrow();
  }

  private String remark() {
    return finding.kind().contains("rule")
        ? "a fixed rule is not learnt: change its limit in the policy if it is wrong"
        : "it goes when the nights before hold the new level";
  }

  private List<String> with(String first, List<AcceptedStream> streams) {
    List<String> lines = new ArrayList<>();
    lines.add(VisibleText.of(first));
    streams.stream().limit(LISTED).forEach(stream -> lines.add("  " + name(stream)));
    if (streams.size() > LISTED) {
      lines.add("  and " + (streams.size() - LISTED) + " more, see the table decisions");
    }
    lines.add(learning());
    if (finding.kind().contains("rule")) {
      lines.add(remark());
    }
    return lines;
  }

  private String learning() {
    long enough = accepted().began() + learningNights;
    String until =
        enough <= decision.effectiveNight()
            ? "these are enough from the first night on, unless some are missing"
            : "which is %s where no night is missing".formatted(date(enough));
    return "from the night of %s on; LEARNING until they know %s nights since then, %s"
        .formatted(date(accepted().began()), learningNights, until);
  }

  private static String count(int streams) {
    return streams == 1 ? "1 stream starts" : streams + " streams start";
  }

  private static String name(AcceptedStream stream) {
    return VisibleText.of(stream.measure().title() + ", " + stream.slice().title());
  }

  private static LocalDate date(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}

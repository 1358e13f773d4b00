package io.nightaudit.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.decision.Hold;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Scope;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.RetentionPolicy;
import io.nightaudit.jobs.report.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What retention removed, or would, and what stays, for people and for programs. */
final class RetentionText {
  private static final String NEEDED =
      "the next night is judged with the %s nights before it (policy.history-nights)";

  private final Removals removals;
  private final Policy policy;
  private final boolean dryRun;

  RetentionText(Removals removals, Policy policy, boolean dryRun) {
    this.removals = removals;
    this.policy = policy;
    this.dryRun = dryRun;
  }

  /** For people. */
  String plain() {
    List<String> lines = new ArrayList<>();
    lines.add("Retention as of %s:".formatted(removals.asOf()));
    lines.add("  table rows    " + limit(Scope.TABLES));
    lines.add("  reports       " + limit(Scope.REPORTS));
    floor().forEach(lines::add);
    goes(lines);
    stays(lines);
    removals.warnings().forEach(warning -> lines.add("Besides: " + warning));
    if (dryRun) {
      lines.add("");
      lines.add("A dry run: nothing was written.");
    }
    return lines.stream().map(VisibleText::of).collect(Collectors.joining("\n", "", "\n"));
  }

  private String limit(Scope scope) {
    Removals.Limit limit = removals.limits().get(scope);
    return "kept for %s %s: from %s on"
        .formatted(limit.months(), limit.months() == 1 ? "month" : "months", limit.cutOff());
  }

  /** What logs must be kept for is an operator's to meet; this store alone may fall short. */
  private List<String> floor() {
    RetentionPolicy kept = policy.retention();
    return kept.isBelowFloor()
        ? List.of(
            "  policy.retention.tables-months is %s, and Art. 19(1) and 26(6) of the AI Act ask that logs be kept for at least %s months: keep them in the archive, or raise it"
                .formatted(kept.tablesMonths(), RetentionPolicy.FLOOR))
        : List.of();
  }

  private void goes(List<String> lines) {
    lines.add("");
    if (removals.goes().isEmpty()) {
      lines.add("Nothing is older that may go.");
      return;
    }
    lines.add(dryRun ? "Would be removed:" : "Removed:");
    for (Removals.Removal each : removals.goes()) {
      lines.add(
          "  %s  %s, %s%s"
              .formatted(
                  padded(each.scope()),
                  nights(each.from(), each.to()),
                  count(each.paths().size(), "file"),
                  told(each)));
    }
  }

  private static String told(Removals.Removal removal) {
    if (removal.begun()) {
      return ", left by a removal that was stopped";
    }
    return removal.tombstone().map(decision -> ", decision " + decision.id()).orElse("");
  }

  private void stays(List<String> lines) {
    if (removals.stays().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Older, and stays:");
    for (Removals.Stay stay : removals.stays()) {
      lines.add(
          "  %s  %s: %s"
              .formatted(padded(stay.scope()), nights(stay.from(), stay.to()), why(stay)));
    }
  }

  private String why(Removals.Stay stay) {
    return stay.holds().isEmpty()
        ? NEEDED.formatted(Math.max(policy.baselineNights(), policy.historyNights()))
        : "legal hold " + stay.holds().stream().map(Hold::id).collect(Collectors.joining(", "));
  }

  private static String padded(Scope scope) {
    String word = scope.word();
    return word + " ".repeat(Scope.PERIODS.word().length() - word.length());
  }

  private static String nights(LocalDate from, LocalDate to) {
    return from.equals(to) ? "night of " + from : "nights from %s to %s".formatted(from, to);
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** For programs. */
  String json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", "nightaudit-retention/1")
            .put("dry_run", dryRun)
            .put("as_of", removals.asOf().toString())
            .put("first_needed", removals.firstNeeded().toString())
            .put("tables_before", cutOff(Scope.TABLES))
            .put("reports_before", cutOff(Scope.REPORTS));
    removals.goes().forEach(each -> removal(json.withArray("removed").addObject(), each));
    removals.stays().forEach(each -> stay(json.withArray("stays").addObject(), each));
    json.withArray("removed");
    json.withArray("stays");
    floor().forEach(warning -> json.withArray("warnings").add(warning.strip()));
    removals.warnings().forEach(json.withArray("warnings")::add);
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree has no text", e);
    }
  }

  private String cutOff(Scope scope) {
    return removals.limits().get(scope).cutOff().toString();
  }

  private static void removal(ObjectNode json, Removals.Removal removal) {
    json.put("scope", removal.scope().name())
        .put("from", removal.from().toString())
        .put("to", removal.to().toString())
        .put("files", removal.paths().size())
        .put("begun_before", removal.begun())
        .put("decision", removal.tombstone().map(Decision::id).orElse(null));
  }

  private static void stay(ObjectNode json, Removals.Stay stay) {
    json.put("scope", stay.scope().name())
        .put("from", stay.from().toString())
        .put("to", stay.to().toString())
        .put("reason", stay.holds().isEmpty() ? "NEEDED" : "LEGAL_HOLD");
    stay.holds().forEach(hold -> json.withArray("holds").add(hold.id()));
  }
}

package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;

/** Reads who approved the thresholds, and how findings are put into classes. */
final class ApprovalBinder {
  private static final Pointer AT = Pointer.of("policy");

  private final JsonNode policy;
  private final Problems problems;

  ApprovalBinder(JsonNode policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  Approval approval() {
    String by = policy.path("approved-by").asText().strip();
    String on = date("approved-on");
    if (by.isEmpty() && !on.isEmpty()) {
      problems.of(AT.child("approved-on"), "is " + on + ", but no one approved; add approved-by");
    }
    return new Approval(by, on, date("effective-from"));
  }

  private String date(String key) {
    String text = policy.path(key).asText().strip();
    try {
      return text.isEmpty() ? "" : LocalDate.parse(text).toString();
    } catch (DateTimeParseException e) {
      problems.of(
          AT.child(key), "is " + text + ", which is no day of the calendar; write 2026-12-24");
      return "";
    }
  }

  FindingPolicy findings(Collection<String> rules) {
    List<String> named = Names.texts(policy.path("harm-categories"));
    for (int i = 0; i < named.size(); i++) {
      if (!rules.contains(named.get(i))) {
        problems.of(
            AT.child("harm-categories").child(String.valueOf(i)),
            "is "
                + named.get(i)
                + ", which is no rule of policy.rules"
                + Nearest.hint(named.get(i), rules));
      }
    }
    return new FindingPolicy(policy.path("persistent-nights").asInt(), named);
  }
}

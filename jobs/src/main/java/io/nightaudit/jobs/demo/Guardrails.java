package io.nightaudit.jobs.demo;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The guardrail rules that an interaction hit. */
final class Guardrails {

  private static final List<Rule> RULES =
      List.of(
          new Rule("input", "prompt-shield", "prompt-injection", "security", "deny", "block"),
          new Rule("input", "moderation", "abusive-language", "toxicity", "warn", "allow"),
          new Rule("output", "moderation", "competitor-mention", "brand", "warn", "allow"),
          new Rule("output", "privacy", "pii-phone", "privacy", "modify", "modify"),
          new Rule("output", "advice", "no-binding-advice", "advice", "modify", "modify"));

  private static final Rule EMAIL =
      new Rule("input", "privacy", "pii-email", "privacy", "modify", "modify");

  private record Rule(
      String target, String name, String id, String category, String verdict, String action) {
    Row hit(double score) {
      return RowFactory.create(
          target, name, id, category, verdict, action, Math.round(score * 1_000) / 1_000.0);
    }
  }

  private Guardrails() {}

  static List<Row> events(Encounter encounter, boolean withEmailAddress) {
    Dice dice = encounter.dice(14);
    List<Row> events = new ArrayList<>();
    if (withEmailAddress) {
      events.add(EMAIL.hit(0.9 + 0.1 * dice.uniform()));
    }
    if (dice.chance(encounter.application().guardrailHits())) {
      events.add(dice.of(RULES).hit(0.6 + 0.4 * dice.uniform()));
    }
    return events;
  }
}

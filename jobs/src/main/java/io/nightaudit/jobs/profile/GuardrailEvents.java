package io.nightaudit.jobs.profile;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** The guardrail events of one interaction, in the order of the canonical struct. */
final class GuardrailEvents {
  private static final int FIELDS = 9;
  private static final int NAME = 1;
  private static final int RULE = 2;
  private static final int VERDICT = 4;
  private static final int ACTION = 5;
  private static final int ERROR = 8;

  private final Strings strings;
  private final Set<String> rules = new TreeSet<>();
  private final Set<String> actions = new TreeSet<>();
  private boolean hit;
  private boolean blocked;
  private boolean failed;

  GuardrailEvents(Strings strings) {
    this.strings = strings;
  }

  void read(ArrayData events) {
    rules.clear();
    actions.clear();
    hit = false;
    blocked = false;
    failed = false;
    for (int i = 0; events != null && i < events.numElements(); i++) {
      if (!events.isNullAt(i)) {
        read(events.getStruct(i, FIELDS));
      }
    }
  }

  private void read(InternalRow event) {
    String verdict = string(event, VERDICT);
    String action = string(event, ACTION);
    String rule = Objects.requireNonNullElseGet(string(event, RULE), () -> name(event));
    failed |= !event.isNullAt(ERROR) && event.getUTF8String(ERROR).numBytes() > 0;
    blocked |= "block".equals(action);
    if (isHit(verdict, action)) {
      hit = true;
      rules.add(rule);
      actions.add(rule + " | " + Objects.requireNonNullElse(action, verdict));
    }
  }

  /** Allow is the only verdict that is no hit; without a verdict the action tells. */
  private static boolean isHit(String verdict, String action) {
    String said = verdict == null ? action : verdict;
    return said != null && !said.equals("allow");
  }

  private String name(InternalRow event) {
    return Objects.requireNonNullElse(string(event, NAME), "(unnamed)");
  }

  private String string(InternalRow event, int field) {
    return event.isNullAt(field) ? null : strings.of(event.getUTF8String(field));
  }

  boolean hit() {
    return hit;
  }

  boolean blocked() {
    return blocked;
  }

  boolean failed() {
    return failed;
  }

  Set<String> rules() {
    return rules;
  }

  Set<String> actions() {
    return actions;
  }
}

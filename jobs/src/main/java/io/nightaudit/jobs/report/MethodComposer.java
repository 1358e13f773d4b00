package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.ExcludedNights;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** Makes the section on method and limits. */
final class MethodComposer {
  private static final List<String> STATEMENTS =
      List.of(
          "One number a night: every figure is reduced to one value each night, with its sampling error. The night is the sample, not the row.",
          "Learn: the first nights give no verdict.",
          "Score: tonight is compared with its own past, allowing for how much nights usually differ.",
          "Alarm: the running average of the scores passes its limit, or two nights of three are extreme on the same side. Every stream has the limits that its share of the alarm budget allows. A single unusual night is marked, and is no alarm.",
          "Judge: an alarm becomes a breach only if the change is harmful and larger than its material limit.",
          "Rank: the scores of tonight stand in the order of how unlikely they are by chance; what stands out is listed as unusual tonight.",
          "Fixed limits of the policy are judged every night beside the score, and never averaged away.",
          "Recommend: a rollback needs releases that served together, unaffected traffic to compare with, or all conditions of the strict rule for before and after.");

  private final NightRecord record;

  MethodComposer(NightRecord record) {
    this.record = record;
  }

  Report.Method compose() {
    PlaceboComposer placebo = new PlaceboComposer(record);
    return new Report.Method(STATEMENTS, settings(), limits(), placebo.budget(), placebo.study());
  }

  private List<Report.Setting> settings() {
    Policy policy = record.configuration().policy();
    List<Report.Setting> settings = new ArrayList<>();
    settings.add(new Report.Setting("baseline", policy.baselineNights() + " nights before"));
    settings.add(new Report.Setting("learning", policy.score().learningNights() + " nights"));
    settings.add(new Report.Setting("fewest rows of a figure", policy.minimumRows() + " a night"));
    settings.add(
        new Report.Setting(
            "alarm budget",
            Digits.significant(policy.alarms().falsePerMonth())
                + " false alarms in 30 nights, over everything that is watched"));
    settings.add(
        new Report.Setting(
            "share of a figure",
            "by its metric's weight and its slice level, from the policy alone; report.json has it beside each score"));
    settings.add(
        new Report.Setting(
            "shared out to",
            "all traffic %s, routes %s, the other levels the rest"
                .formatted(
                    Quantity.SHARE.value(policy.alarms().allTraffic()),
                    Quantity.SHARE.value(policy.alarms().routes()))));
    settings.add(
        new Report.Setting(
            "weight of tonight in the running average",
            Digits.significant(policy.score().ewmaWeight())));
    policy.calendar().forEach(nights -> settings.add(excluded(nights)));
    policy.rules().values().forEach(rule -> settings.add(rule(rule)));
    return settings;
  }

  private static Report.Setting excluded(ExcludedNights nights) {
    return new Report.Setting(
        "excluded nights", "%s to %s: %s".formatted(nights.from(), nights.to(), nights.reason()));
  }

  private static Report.Setting rule(Rule rule) {
    String where = rule.level().isEmpty() ? "" : " for each " + String.join(" and ", rule.level());
    return new Report.Setting(
        "rule " + rule.name(),
        "%s %s %s%s: %s"
            .formatted(
                rule.metric(),
                rule.kind().name().toLowerCase(java.util.Locale.ROOT),
                Digits.significant(rule.limit()),
                where,
                rule.verdict().name().toLowerCase(java.util.Locale.ROOT)));
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    int known = record.nightsKnown();
    int wanted = record.configuration().policy().baselineNights();
    if (known < wanted) {
      limits.add(
          "History is short: %s nights before tonight, %s are wanted. Only large changes can be seen."
              .formatted(known, wanted));
    }
    limits.add(
        "The other orders of a placebo study come from one history: its interval is that of a history as long, not of twenty. Nights of past alarms are left out, false ones too, and a slow drift that never alarmed is taken for chance.");
    limits.add(
        "The smallest change that could be seen is that of a lasting step, found in four cases of five by the running average alone.");
    limits.add("Figures of the same night move together: several findings may have one cause.");
    limits.add(
        "A refusal is recognised by its words, in the first sentences of an answer; an unusual refusal is missed.");
    limits.add("Readability and written-as-a-question are made for English.");
    limits.add("Numbers are those of the archive. What is not logged is not seen.");
    return limits;
  }
}

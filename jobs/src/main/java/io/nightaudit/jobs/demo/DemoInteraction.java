package io.nightaudit.jobs.demo;

import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One interaction with all that the log says about it.
 *
 * @param encounter who and when
 * @param dialogue what was said
 * @param metering what it took
 * @param error what went wrong, "" if nothing
 * @param judgement what people and scorers said of it
 * @param guardrailEvents the guardrail rules that it hit
 */
record DemoInteraction(
    Encounter encounter,
    Dialogue dialogue,
    Metering metering,
    String error,
    Judgement judgement,
    List<Row> guardrailEvents) {

  private static final int PURPOSE = 15;
  private static final double ERROR_SHARE = 0.009;
  private static final double TIMEOUT_SECONDS = 30;
  private static final long NEGATIVE_TOKENS = -1;
  private static final List<String> ERRORS = List.of("timeout", "rate_limited", "upstream_error");

  static DemoInteraction of(Encounter encounter) {
    Dice dice = encounter.dice(PURPOSE);
    boolean withEmailAddress =
        dice.chance(Story.emailAddresses(encounter.application(), encounter.night()));
    Dialogue dialogue = Dialogue.of(encounter, withEmailAddress);
    Metering metering = Metering.of(encounter, dialogue);
    List<Row> events = Guardrails.events(encounter, withEmailAddress);
    if (!dice.chance(ERROR_SHARE)) {
      return new DemoInteraction(
          encounter, dialogue, metering, "", Judgement.of(encounter), events);
    }
    String error = dice.of(ERRORS);
    double waited = error.equals("timeout") ? TIMEOUT_SECONDS : 0.1 + 0.4 * dice.uniform();
    return new DemoInteraction(
        encounter, dialogue, metering.failed(waited), error, Judgement.none(), events);
  }

  Row row() {
    return row(Timestamp.from(encounter.time()), metering.input());
  }

  /** Its line as it came without a time. */
  Row withoutTime() {
    return row(null, metering.input());
  }

  /** Its line as it came with a count below zero. */
  Row withNegativeTokens() {
    return row(Timestamp.from(encounter.time()), NEGATIVE_TOKENS);
  }

  private Row row(Timestamp time, long inputTokens) {
    Application application = encounter.application();
    int night = encounter.night();
    return RowFactory.create(
        time,
        encounter.requestId(),
        application.id(),
        encounter.tenant(),
        encounter.user(),
        encounter.conversation(),
        application.requestedModel(),
        Story.servedModel(application, night),
        Story.promptVersion(application, night),
        dialogue.question(),
        failed() ? null : dialogue.answer(),
        RowFactory.create(inputTokens, metering.output(), metering.cached(), metering.reasoning()),
        metering.seconds(),
        failed() ? null : metering.firstToken(),
        failed() ? "error" : "ok",
        failed() ? error : null,
        finishReason(),
        dialogue.json() ? "json_object" : "text",
        judgement.thumbs(),
        judgement.groundedness(),
        judgement.resolved(),
        guardrailEvents.toArray(Row[]::new),
        DemoArchive.FIRST_NIGHT.plusDays(night - 1L).toString());
  }

  private boolean failed() {
    return !error.isEmpty();
  }

  private String finishReason() {
    if (failed()) {
      return null;
    }
    return dialogue.complete() ? "stop" : "length";
  }
}

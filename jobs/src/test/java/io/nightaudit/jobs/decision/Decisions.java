package io.nightaudit.jobs.decision;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails;
import io.nightaudit.jobs.finding.DecisionDetails.Answered;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Expected;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.finding.DecisionDetails.Told;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import io.nightaudit.jobs.metric.Slice;
import java.time.Instant;
import java.util.Optional;

/** Decisions about one rollback, as people would take them. */
final class Decisions {
  static final String ID = "R-1";
  static final Proposal ROLLBACK =
      new Proposal(
          100,
          "ROLL_BACK",
          Slice.of("request_model", "m"),
          "m-2",
          "m-1",
          "freeze",
          Optional.of(new Expected("errors", 0.18, 0.1, 0.2, "share", 98, 0.02)));
  static final Instant AT = Instant.parse("2026-03-11T08:00:00Z");

  private Decisions() {}

  static Decision answer(Answer answer, long sequence, long night) {
    return answer(answer, sequence, night, Circumstances.UNKNOWN);
  }

  static Decision answer(Answer answer, long sequence, long night, Circumstances told) {
    return decision(answer.word(), sequence, night, new Answered(ROLLBACK, told));
  }

  static Decision execution(long sequence, long night) {
    return decision("execute", sequence, night, new Executed(ROLLBACK, AT));
  }

  private static Decision decision(
      String answer, long sequence, long night, DecisionDetails details) {
    return Decision.taken(ID, answer, new Words("ops", "why " + sequence), night, details)
        .taken(sequence, AT);
  }

  static Circumstances suspected(Told incident) {
    return new Circumstances(incident, Told.UNKNOWN, Told.UNKNOWN, Optional.empty());
  }
}

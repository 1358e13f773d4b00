package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Placebo;
import io.nightaudit.jobs.finding.StreamPlacebo;
import io.nightaudit.jobs.finding.WatchedStreams;
import java.util.Optional;

/** Says how many false alarms are accepted, and how many the same rules raise without a change. */
final class PlaceboComposer {
  private static final double CONFIDENCE = 0.95;

  private final NightRecord record;

  PlaceboComposer(NightRecord record) {
    this.record = record;
  }

  SelfReport.Budget budget() {
    WatchedStreams watched = record.watched();
    return new SelfReport.Budget(
        record.configuration().policy().alarms().falsePerMonth(),
        watched.count(),
        watched.falsePerMonth());
  }

  SelfReport.PlaceboStudy study() {
    Placebo placebo = record.placebo();
    Optional<Placebo.Rate> rate = placebo.rate();
    return new SelfReport.PlaceboStudy(
        rate.map(Placebo.Rate::alarms),
        rate.map(Placebo.Rate::low),
        rate.map(Placebo.Rate::high),
        rate.map(Placebo.Rate::confidence).orElse(CONFIDENCE),
        rate.map(Placebo.Rate::budget),
        Placebo.REORDERINGS,
        Placebo.BLOCK_NIGHTS,
        placebo.size(),
        placebo.leftOut(),
        placebo.nights(),
        placebo.dependent(),
        placebo.mostDependent().map(PlaceboComposer::dependence),
        placebo.reason());
  }

  private static SelfReport.Dependence dependence(Placebo.MostDependent most) {
    return new SelfReport.Dependence(
        Identifiers.figure(most.measure(), most.slice()),
        most.measure().title(),
        most.slice().title(),
        most.dependence());
  }

  /** What the study says of one stream. */
  static SelfReport.StreamPlacebo of(StreamPlacebo stream) {
    return new SelfReport.StreamPlacebo(
        stream.nights(), stream.dependence(), stream.alarmsPerMonth());
  }
}

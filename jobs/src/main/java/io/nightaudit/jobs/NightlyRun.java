package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.AuditRun;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.RunRequest;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.NightProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;

/**
 * The whole night, or a range of nights: archive, profile, comparison, finding, recommendation,
 * report. Nights that were judged before and come after a night of the run are judged again from
 * their profiles, so that the store does not depend on the order of the runs.
 */
public final class NightlyRun implements AuditRun {

  @Override
  public int run(AuditConfiguration configuration, RunRequest request) {
    try (RunSession session = RunSession.open(configuration, request)) {
      ExitStatus status = run(session);
      session.record(status);
      return status.code();
    }
  }

  /**
   * Measures nights, keeps those that hold what a check asks for, and judges from the first on;
   * seals and signs nothing.
   */
  static void again(RunSession session, List<LocalDate> measured, Predicate<MeasuredNight> wanted) {
    if (!measured.isEmpty()) {
      keep(session, measure(session, measured).stream().filter(wanted).toList());
    }
    judge(session, session.request().nights());
  }

  private static ExitStatus run(RunSession session) {
    List<LocalDate> nights = session.request().nights();
    List<MeasuredNight> measured = measure(session, nights);
    session.lap("archive and profile");
    keep(session, measured);
    session.lap("writing profiles");
    judge(session, nights)
        .ifPresent(
            reports -> {
              reports.seal();
              session.lap("sealing");
            });
    return ExitStatus.mostSevere(measured.stream().map(night -> session.statusOf(night)).toList());
  }

  /** 1 archive and 2 profile: one pass over each night, all nights before anything is written. */
  private static List<MeasuredNight> measure(RunSession session, List<LocalDate> nights) {
    NightMeasurement measurement =
        new NightMeasurement(session.spark(), session.configuration(), session::warn);
    List<MeasuredNight> measured = new ArrayList<>();
    session.progress().start("Reading the archive", nights.size());
    for (LocalDate night : nights) {
      measured.add(measurement.measure(night));
      session.progress().step(night.toString());
    }
    return measured;
  }

  /** Commits what was measured, each table once for all nights. */
  private static void keep(RunSession session, List<MeasuredNight> measured) {
    session.progress().start("Writing profiles", 1);
    new MeasuredNights(session.store(), session.spark(), session.configuration()).write(measured);
    measured.forEach(night -> night.profile().ifPresent(NightProfile::release));
    session.progress().step("profiles");
  }

  /** 3 comparison and 4 finding by slice, then findings, 5 recommendation and 6 report by night. */
  private static Optional<NightReports> judge(RunSession session, List<LocalDate> requested) {
    SortedSet<Long> nights = session.nightsToJudge(requested);
    if (nights.isEmpty()) {
      return Optional.empty();
    }
    session.progress().start("Judging", nights.size() + 2L);
    StoredHistory history = new StoredHistory(session, nights);
    JavaRDD<JudgedSlice> judged = history.judge();
    NightReports reports = new NightReports(session, history, judged);
    session.lap("comparison and finding");
    reports.writeReports();
    session.lap("recommendation and report");
    reports.writeTables();
    session.lap("writing tables");
    judged.unpersist(false);
    return Optional.of(reports);
  }
}

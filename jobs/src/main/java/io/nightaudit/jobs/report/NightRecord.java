package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.comparison.MixSplit;
import io.nightaudit.jobs.comparison.label.LabelEstimate;
import io.nightaudit.jobs.decision.Oversight;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.CoverageJudgement;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Placebo;
import io.nightaudit.jobs.finding.Ranking;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.finding.WatchedStreams;
import io.nightaudit.jobs.incident.IncidentNote;
import io.nightaudit.jobs.incident.Standing;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the report of one night is made from.
 *
 * @param configuration what the user decided
 * @param configurationHash its hash
 * @param version of the program
 * @param night the date
 * @param coverage what was read
 * @param judged whether it can be relied on
 * @param before coverage of the nights of the baseline, in order
 * @param firstNight the first night that the store knows
 * @param nightsKnown nights before tonight with an archive
 * @param missedNights dates between the first night and tonight without an archive, the latest
 * @param slices slices to show, all traffic among them where the night was measured
 * @param findings open findings, the worst first
 * @param recommendations the strongest first
 * @param splits changes split into mix and behaviour
 * @param routes releases by route
 * @param byRelease slices of route and release
 * @param costs the cost ledger
 * @param review what was drawn for a person to look at
 * @param decisions what people decided, as far as it acts on the night
 * @param labels what people's labels say
 * @param ledger where each release of each route stands
 * @param budget how the accepted false alarms are shared out
 * @param watched the streams with a score tonight
 * @param placebo how often they alarm when nothing changes
 * @param ranking what is unusual tonight
 * @param incidents what people declared about incidents, as far as it acts on the night
 * @param standing whether the law's clocks run
 * @param oversight what people did about the nights so far
 * @param form what the full form needs beside all this
 * @param privacy what is withheld
 */
public record NightRecord(
    AuditConfiguration configuration,
    String configurationHash,
    String version,
    LocalDate night,
    Coverage coverage,
    CoverageJudgement judged,
    List<Coverage> before,
    LocalDate firstNight,
    int nightsKnown,
    List<LocalDate> missedNights,
    List<JudgedSlice> slices,
    List<Finding> findings,
    List<Recommendation> recommendations,
    List<MixSplit> splits,
    List<RouteReleases> routes,
    List<JudgedSlice> byRelease,
    List<CostLine> costs,
    List<ReviewEntry> review,
    List<Decision> decisions,
    List<LabelEstimate> labels,
    List<ReleaseNight> ledger,
    AlarmBudget budget,
    WatchedStreams watched,
    Placebo placebo,
    Ranking ranking,
    List<IncidentNote> incidents,
    Standing standing,
    Oversight oversight,
    FormFacts form,
    PrivacyFacts privacy) {
  /** The night in days since 1970-01-01. */
  long epochDay() {
    return night.toEpochDay();
  }

  /** All traffic, where the night was measured. */
  Optional<JudgedSlice> all() {
    return slices.stream().filter(slice -> slice.slice().isAll()).findFirst();
  }
}

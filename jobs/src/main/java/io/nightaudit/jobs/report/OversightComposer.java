package io.nightaudit.jobs.report;

import io.nightaudit.jobs.decision.Hold;
import io.nightaudit.jobs.decision.RecommendationRecord;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.finding.DecisionDetails.Signed;
import io.nightaudit.jobs.report.OversightReport.AnsweredEntry;
import io.nightaudit.jobs.report.OversightReport.HoldEntry;
import io.nightaudit.jobs.report.OversightReport.Oversight;
import io.nightaudit.jobs.report.OversightReport.SignOffEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists what people did about the nights so far. */
final class OversightComposer {
  private final NightRecord record;

  OversightComposer(NightRecord record) {
    this.record = record;
  }

  Oversight compose() {
    Set<String> tonight =
        record.recommendations().stream().map(each -> each.id()).collect(Collectors.toSet());
    List<AnsweredEntry> answered =
        record.oversight().records().stream()
            .filter(each -> !tonight.contains(each.id()))
            .map(this::answered)
            .toList();
    return new Oversight(
        answered,
        record.oversight().signOffs().stream().flatMap(OversightComposer::signed).toList(),
        record.oversight().holds().stream().map(OversightComposer::hold).toList());
  }

  private AnsweredEntry answered(RecommendationRecord of) {
    Proposal proposal = of.proposal();
    return new AnsweredEntry(
        of.id(),
        Identifiers.date(proposal.night()),
        proposal.action(),
        proposal.route().asMap(),
        proposal.route().title(),
        proposal.fromRelease(),
        proposal.toRelease(),
        new StandingComposer(record).compose(of));
  }

  private static Stream<SignOffEntry> signed(Decision decision) {
    return decision.details(Signed.class).stream()
        .map(
            signed ->
                new SignOffEntry(
                    decision.id(),
                    Identifiers.date(signed.night()),
                    decision.by(),
                    signed.role(),
                    decision.reason(),
                    decision.decidedOn().toString(),
                    signed.reportSha256()));
  }

  private static HoldEntry hold(Hold hold) {
    return new HoldEntry(
        hold.id(),
        hold.placed().by(),
        hold.placed().reason(),
        hold.nights().from().map(Identifiers::date).orElse(""),
        hold.nights().to().map(Identifiers::date).orElse(""),
        hold.placed().decidedOn().toString());
  }
}

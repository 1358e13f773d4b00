package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.finding.ClassifiedFinding;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.FindingClass;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.report.RegisterReport.ClassCount;
import io.nightaudit.jobs.report.RegisterReport.Register;
import io.nightaudit.jobs.report.RegisterReport.RegisterEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the findings of a night as a register: class, status, how long, how many, which law. */
final class RegisterComposer {
  static final String NOT_RECORDED = "not recorded";
  static final String NEW = "NEW";

  private final NightRecord record;
  private final int smallest;

  RegisterComposer(NightRecord record) {
    this.record = record;
    this.smallest = record.configuration().slices().minimumCell();
  }

  Register compose() {
    List<RegisterEntry> entries = record.findings().stream().map(this::entry).toList();
    int opened = (int) entries.stream().filter(entry -> entry.status().equals(NEW)).count();
    return new Register(
        record.form().nightBefore().map(Object::toString).orElse(""),
        smallest,
        opened,
        entries.size() - opened,
        entries,
        new ResolvedComposer(record).compose(),
        classes(entries));
  }

  private static List<ClassCount> classes(List<RegisterEntry> entries) {
    return Arrays.stream(FindingClass.values())
        .filter(each -> each != FindingClass.WITHIN_LIMITS)
        .map(each -> count(each, entries))
        .toList();
  }

  private static ClassCount count(FindingClass each, List<RegisterEntry> entries) {
    long findings = entries.stream().filter(entry -> entry.number() == each.number()).count();
    return new ClassCount(each.number(), each.meaning(), each.asks(), (int) findings);
  }

  private RegisterEntry entry(Finding finding) {
    Optional<Judgement> judgement = judgement(finding);
    Counted since = since(finding);
    ClassifiedFinding classified =
        ClassifiedFinding.of(
            finding.verdict(),
            judgement.map(Judgement::rules).orElse(List.of()),
            since.nights(),
            since.tonight(),
            record.judged().reliable(),
            record.configuration().policy());
    return new RegisterEntry(
        finding.id(),
        classified.is().number(),
        classified.reason(),
        status(finding, judgement),
        Identifiers.date(finding.found()),
        record.night().toString(),
        since.nights(),
        since.interactions() < smallest ? Optional.empty() : Optional.of(since.interactions()),
        ArticleReferences.of(finding, classified.is()),
        evidence(finding),
        NOT_RECORDED);
  }

  /** What a finding is seen in, since it was first seen: nights with data, and interactions. */
  private record Counted(int nights, long interactions, long tonight) {}

  private Counted since(Finding finding) {
    if (finding.isOfRelease()) {
      return route(finding).map(route -> ofReleases(route, finding)).orElse(new Counted(1, 0, 0));
    }
    Optional<ComparedStream> stream = stream(finding);
    Collection<StreamNight> nights =
        stream
            .map(s -> s.nights().subMap(finding.found(), record.epochDay() + 1).values())
            .orElse(List.of());
    StreamNight tonight = stream.map(s -> s.nights().get(record.epochDay())).orElse(null);
    return new Counted(
        Math.max(1, nights.size()),
        nights.stream().mapToLong(StreamNight::n).sum(),
        tonight == null ? 0 : tonight.n());
  }

  private Counted ofReleases(RouteReleases route, Finding finding) {
    var nights = route.nights().subMap(finding.found(), record.epochDay() + 1);
    long all =
        nights.values().stream()
            .flatMap(releases -> releases.values().stream())
            .mapToLong(Long::longValue)
            .sum();
    long tonight = route.on(record.epochDay()).values().stream().mapToLong(Long::longValue).sum();
    return new Counted(Math.max(1, nights.size()), all, tonight);
  }

  private Optional<RouteReleases> route(Finding finding) {
    return record.routes().stream()
        .filter(route -> route.route().equals(finding.slice()))
        .findFirst();
  }

  private Optional<ComparedStream> stream(Finding finding) {
    return slice(finding.slice()).map(slice -> slice.compared().streams().get(finding.measure()));
  }

  private Optional<Judgement> judgement(Finding finding) {
    return slice(finding.slice())
        .flatMap(slice -> slice.judgement(finding.measure(), record.epochDay()));
  }

  private Optional<JudgedSlice> slice(Slice wanted) {
    return record.slices().stream().filter(slice -> slice.slice().equals(wanted)).findFirst();
  }

  private String status(Finding finding, Optional<Judgement> judgement) {
    boolean accepted =
        record.decisions().stream().anyMatch(decision -> decision.accepts(finding.id()));
    if (accepted) {
      return "ACCEPTED";
    }
    Set<String> before =
        record.form().findingsBefore().stream().map(Finding::id).collect(Collectors.toSet());
    if (!before.contains(finding.id())) {
      return NEW;
    }
    return judgement.filter(judged -> isUsual(finding, judged)).isPresent()
        ? "BACK_TO_USUAL"
        : "PERSISTING";
  }

  /** Within the band that holds 19 of 20 nights if nothing changes, and no limit is passed. */
  private boolean isUsual(Finding finding, Judgement judged) {
    StreamNight tonight =
        stream(finding).map(stream -> stream.nights().get(record.epochDay())).orElse(null);
    return tonight != null
        && judged.rules().isEmpty()
        && !Judgement.isMoved(judged.reason())
        && tonight.value() >= judged.low()
        && tonight.value() <= judged.high();
  }

  private static List<String> evidence(Finding finding) {
    List<String> figures = new ArrayList<>();
    figures.add(Identifiers.figure(finding.measure(), finding.slice()));
    finding.alsoIn().forEach(slice -> figures.add(Identifiers.figure(finding.measure(), slice)));
    return figures.stream().distinct().toList();
  }
}

package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.DecisionRequest;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.IncidentRequest;
import io.nightaudit.jobs.cli.IncidentRun;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.incident.Incident;
import io.nightaudit.jobs.incident.IncidentNote;
import io.nightaudit.jobs.incident.IncidentRecord;
import io.nightaudit.jobs.incident.Times;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.Nearest;
import io.nightaudit.jobs.regulation.IncidentClocks;
import io.nightaudit.jobs.report.VisibleText;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.RunRow;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Keeps what people declare about incidents; freezes the evidence before anything else. */
final class IncidentTriage implements IncidentRun {
  @Override
  public int run(AuditConfiguration configuration, IncidentRequest request, PrintWriter out) {
    try (AuditStore store = DecisionBook.open(configuration, request.master())) {
      new Desk(configuration, store, out).answer(request);
    }
    return ExitStatus.DONE.code();
  }

  /** One request at an open store. */
  private record Desk(AuditConfiguration configuration, AuditStore store, PrintWriter out) {
    void answer(IncidentRequest request) {
      if (request instanceof IncidentRequest.Open open) {
        open(open);
      } else if (request instanceof IncidentRequest.Add add) {
        add(add);
      } else if (request instanceof IncidentRequest.Show show) {
        Incident incident = known(show.incident());
        out.print(text(incident).whole());
      } else {
        out.print(IncidentText.list(Incident.of(store.incidents().list())));
      }
    }

    private void open(IncidentRequest.Open open) {
      long night = open.night().toEpochDay();
      SortedSet<Long> nights = store.nights();
      if (!nights.contains(night)) {
        throw new Refusal(
            "the night of %s was not audited; name one that was, or run it first"
                .formatted(open.night()));
      }
      checkFindings(open.findings(), night);
      String freeze = new FrozenEvidence(configuration, store).of(night).id();
      String by = open.words().by();
      String id = IncidentRecord.id(night, open.findings(), by, open.words().reason());
      hold(open, id);
      keep(
          new IncidentRecord(
              0,
              id,
              IncidentRecord.Act.OPEN,
              night,
              Optional.of(open.incidentClass()),
              open.harms(),
              open.findings(),
              by,
              open.words().reason(),
              detected(open.times(), night),
              open.words().action(),
              freeze,
              Instant.EPOCH,
              nights.last() + 1));
    }

    /** What the evidence lies in must stay: the night, its baseline, and the nights since. */
    private void hold(IncidentRequest.Open open, String id) {
      LocalDate first = open.night().minusDays(configuration.policy().baselineNights());
      String placed =
          new Holding(new DecisionBook(store))
              .add(
                  new DecisionRequest.AddHold(
                      open.words().by(),
                      "incident " + id,
                      Optional.of(first),
                      Optional.empty(),
                      open.master()));
      out.print(placed);
    }

    private void add(IncidentRequest.Add add) {
      Incident incident = known(add.incident());
      checkFindings(add.findings(), incident.night());
      if (!incident.isOpen() && add.act() == IncidentRecord.Act.UPDATE) {
        throw new Refusal(
            "the incident %s is %s; open another one if there is more"
                .formatted(incident.id(), incident.state()));
      }
      incident.times().updatedBy(add.times());
      keep(
          new IncidentRecord(
              0,
              incident.id(),
              add.act(),
              incident.night(),
              add.incidentClass(),
              add.harms(),
              add.findings(),
              add.words().by(),
              add.words().reason(),
              add.times(),
              add.words().action(),
              "",
              Instant.EPOCH,
              store.nights().last() + 1));
    }

    /** Equal words are kept once. */
    private void keep(IncidentRecord record) {
      List<IncidentRecord> before = store.incidents().list();
      boolean known = before.stream().anyMatch(record::saysTheSameAs);
      if (!known) {
        long sequence = before.stream().mapToLong(IncidentRecord::sequence).max().orElse(0) + 1;
        store
            .incidents()
            .append(record.kept(sequence, Instant.now().truncatedTo(ChronoUnit.MICROS)));
      }
      IncidentText text = text(known(record.incident()));
      out.print(known ? text.keptBefore() : text.kept());
    }

    /** By default, it was detected when the first run that read the night had ended. */
    private Times detected(Times times, long night) {
      if (times.detectedAt().isPresent()) {
        return times;
      }
      Optional<Instant> end =
          store.runs().list().stream()
              .filter(run -> run.nightsFrom() <= night && night <= run.nightsTo())
              .map(RunRow::finishedAt)
              .min(Instant::compareTo)
              .filter(time -> times.awareAt().map(aware -> !aware.isBefore(time)).orElse(true));
      return new Times(
          times.firstEventAt(),
          end,
          times.awareAt(),
          times.providerInformedAt(),
          times.authorityInformedAt());
    }

    private void checkFindings(List<String> asked, long night) {
      List<String> known =
          store.findings().list(night, store.nights().last()).stream().map(Finding::id).toList();
      for (String id : asked) {
        if (!known.contains(id)) {
          List<String> nearest = Nearest.to(id, known);
          throw new Refusal(
              "there is no finding %s from %s on%s"
                  .formatted(
                      VisibleText.of(id),
                      LocalDate.ofEpochDay(night),
                      nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest)));
        }
      }
    }

    private Incident known(String id) {
      List<Incident> incidents = Incident.of(store.incidents().list());
      return incidents.stream()
          .filter(incident -> incident.id().equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new Refusal(
                      "there is no incident %s; these are known:\n%s"
                          .formatted(VisibleText.of(id), IncidentText.list(incidents))));
    }

    private IncidentText text(Incident incident) {
      long night = incident.night();
      IncidentNote note =
          new IncidentFacts(
                  configuration.system(),
                  store.coverage().list(night, night).stream().findFirst(),
                  store.findings().list(night, night),
                  store.releases().list(night, night),
                  store.recommendations().list(night, night))
              .of(incident);
      return new IncidentText(note, IncidentClocks.on(LocalDate.now(), configuration.regulation()));
    }
  }
}

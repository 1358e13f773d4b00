package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What each kind of decision says beside who took it, why, and from when on it acts. */
public sealed interface DecisionDetails {
  Decision.Kind kind();

  /** What makes a decision another one, beside its head: one line each. */
  List<String> content();

  /** Who decided, and why, in that person's words. */
  record Words(String by, String reason) {}

  /**
   * A finding that is accepted as the new level, as it was when that was decided.
   *
   * @param found how it had been found, such as score or release
   * @param measure what had moved
   * @param slice where
   * @param began when it had begun to move, in days since 1970-01-01
   * @param shown the first night that had shown it
   * @param streams the streams that start to learn anew; of a release those around its route
   */
  record Accepted(
      String found,
      Measure measure,
      Slice slice,
      long began,
      long shown,
      List<AcceptedStream> streams)
      implements DecisionDetails, Serializable {
    public Accepted {
      streams = List.copyOf(streams);
    }

    static Accepted of(Finding finding, List<AcceptedStream> streams) {
      return new Accepted(
          finding.kind(),
          finding.measure(),
          finding.slice(),
          finding.began(),
          finding.found(),
          streams);
    }

    public boolean isOfRelease() {
      return found.equals(Finding.RELEASE);
    }

    @Override
    public Decision.Kind kind() {
      return Decision.Kind.ACCEPT;
    }

    @Override
    public List<String> content() {
      return List.of();
    }
  }

  /**
   * A recommendation as it was when it was answered.
   *
   * @param night the night whose report made it, in days since 1970-01-01
   * @param action what was recommended, such as ROLL_BACK
   * @param route for which route
   * @param fromRelease the release that served; empty where it was not known
   * @param toRelease the release to go back to; empty where there was none
   * @param freeze hash of the evidence that it rested on; empty where nothing was to be frozen
   * @param expected the effect that it was made for, where one was estimated
   */
  record Proposal(
      long night,
      String action,
      Slice route,
      String fromRelease,
      String toRelease,
      String freeze,
      Optional<Expected> expected) {
    /** What was recommended, in words. */
    public String title() {
      return switch (action) {
        case "ROLL_BACK" -> "Rollback of %s to %s".formatted(route.title(), toRelease);
        case "INVESTIGATE" -> "Look at " + route.title();
        default -> "Wait with " + route.title();
      };
    }
  }

  /**
   * What a release did to a gate metric of its whole route: a rollback is expected to undo it.
   *
   * @param value with the release minus without it, in the unit
   * @param since first night of the release, in days since 1970-01-01
   * @param material the material limit, in the unit
   */
  record Expected(
      String metric,
      double value,
      double low,
      double high,
      String unit,
      long since,
      double material) {}

  /** What a person says to a question that no log answers. */
  enum Told {
    YES,
    NO,
    UNKNOWN;

    /** What was told last: not knowing does not unsay anything. */
    public Told or(Told earlier) {
      return this == UNKNOWN ? earlier : this;
    }
  }

  /**
   * What only people know of a rollback.
   *
   * @param seriousIncident whether a serious incident is suspected (Art. 3(49) of the AI Act)
   * @param targetPreAssessed whether the release to go back to was assessed in advance
   * @param substantialModification whether the change could be a substantial modification
   * @param authorityInformedAt when the authority was informed, if it was
   */
  record Circumstances(
      Told seriousIncident,
      Told targetPreAssessed,
      Told substantialModification,
      Optional<Instant> authorityInformedAt) {
    /** Nothing was told. */
    public static final Circumstances UNKNOWN =
        new Circumstances(Told.UNKNOWN, Told.UNKNOWN, Told.UNKNOWN, Optional.empty());

    /** These, and what was told before where these say nothing. */
    public Circumstances or(Circumstances earlier) {
      return new Circumstances(
          seriousIncident.or(earlier.seriousIncident),
          targetPreAssessed.or(earlier.targetPreAssessed),
          substantialModification.or(earlier.substantialModification),
          authorityInformedAt.or(earlier::authorityInformedAt));
    }

    List<String> content() {
      return List.of(
          seriousIncident.name(),
          targetPreAssessed.name(),
          substantialModification.name(),
          authorityInformedAt.map(Instant::toString).orElse(""));
    }
  }

  /** A recommendation that is answered. */
  record Answered(Proposal proposal, Circumstances circumstances) implements DecisionDetails {
    @Override
    public Decision.Kind kind() {
      return Decision.Kind.DECIDE;
    }

    @Override
    public List<String> content() {
      return circumstances.content();
    }
  }

  /** An approved recommendation that was carried out, and when. */
  record Executed(Proposal proposal, Instant at) implements DecisionDetails {
    @Override
    public Decision.Kind kind() {
      return Decision.Kind.EXECUTE;
    }

    @Override
    public List<String> content() {
      return List.of(at.toString());
    }
  }

  /**
   * A report that a person has read.
   *
   * @param night its night, in days since 1970-01-01
   * @param role in which role, in that person's words
   * @param reportSha256 SHA-256 of the {@code report.json} that was read, hexadecimal
   */
  record Signed(long night, String role, String reportSha256) implements DecisionDetails {
    @Override
    public Decision.Kind kind() {
      return Decision.Kind.SIGN_OFF;
    }

    @Override
    public List<String> content() {
      return List.of(role, reportSha256);
    }
  }

  /**
   * Nights that a hold is about, in days since 1970-01-01.
   *
   * @param from the first; empty for all up to the last
   * @param to the last; empty for all from the first on
   */
  record Held(Optional<Long> from, Optional<Long> to) implements DecisionDetails {
    public Held {
      if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
        throw new IllegalArgumentException(
            "a hold from %s to %s holds no night; give the earlier one first"
                .formatted(date(from), date(to)));
      }
    }

    /** What a person reads. */
    public String words() {
      if (from.isEmpty() && to.isEmpty()) {
        return "all nights";
      }
      String since = from.isPresent() ? "nights from " + date(from) : "nights";
      return to.isPresent() ? since + " to " + date(to) : since + " on";
    }

    /** Whether a night is one of them. */
    public boolean covers(long night) {
      return from.orElse(Long.MIN_VALUE) <= night && night <= to.orElse(Long.MAX_VALUE);
    }

    @Override
    public Decision.Kind kind() {
      return Decision.Kind.HOLD;
    }

    @Override
    public List<String> content() {
      return List.of(date(from), date(to));
    }

    private static String date(Optional<Long> night) {
      return night.map(day -> LocalDate.ofEpochDay(day).toString()).orElse("");
    }
  }

  /** Of what retention removes nights. */
  enum Scope {
    /** Rows of tables. */
    TABLES,
    /** Files of reports of nights; manifests stay. */
    REPORTS,
    /** Files of reports of periods. */
    PERIODS;

    /** As people read it. */
    public String word() {
      return switch (this) {
        case TABLES -> "table rows";
        case REPORTS -> "report files";
        case PERIODS -> "period reports";
      };
    }
  }

  /**
   * The tombstone of nights that retention removes, written before the first file goes.
   *
   * @param from the first night, in days since 1970-01-01
   * @param to the last
   * @param months how long the policy keeps them
   * @param files how many files go
   * @param sha256 hash over the list of their paths, hashes and sizes, hexadecimal
   */
  record Removed(Scope scope, long from, long to, int months, long files, String sha256)
      implements DecisionDetails {
    public Removed {
      if (from > to) {
        throw new IllegalArgumentException("no night lies from %s to %s".formatted(from, to));
      }
    }

    /** What a person reads. */
    public String words() {
      String first = LocalDate.ofEpochDay(from).toString();
      return from == to
          ? "the night of " + first
          : "nights from %s to %s".formatted(first, LocalDate.ofEpochDay(to));
    }

    @Override
    public Decision.Kind kind() {
      return Decision.Kind.RETENTION;
    }

    @Override
    public List<String> content() {
      return List.of(
          scope.name(),
          Long.toString(from),
          Long.toString(to),
          Integer.toString(months),
          Long.toString(files),
          sha256);
    }
  }

  /** A hold that has ended. */
  record Released() implements DecisionDetails {
    @Override
    public Decision.Kind kind() {
      return Decision.Kind.HOLD_RELEASE;
    }

    @Override
    public List<String> content() {
      return List.of();
    }
  }
}

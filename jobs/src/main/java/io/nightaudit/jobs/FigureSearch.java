package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Nearest;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.report.Identifiers;
import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.report.VisibleText;
import io.nightaudit.jobs.store.AuditStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Finds the figures that an id means: its own, those of a finding, or of a recommendation. */
final class FigureSearch {
  private static final int LISTED = 5;

  private final AuditStore store;
  private final Optional<Report> report;
  private final LocalDate night;
  private final String id;

  FigureSearch(AuditStore store, Optional<Report> report, LocalDate night, String id) {
    this.store = store;
    this.report = report;
    this.night = night;
    this.id = id;
  }

  /**
   * A figure.
   *
   * @param about why it is meant; empty where its own id was given
   */
  record Target(Slice slice, Measure measure, String about) {}

  /**
   * What was found.
   *
   * @param withheld whether the id is that of a figure of a cell too small to be shown
   */
  record Found(List<Target> targets, boolean withheld) {
    static Found of(List<Target> targets) {
      return new Found(targets, false);
    }
  }

  /**
   * The figures of the id.
   *
   * @throws Refusal if nothing has this id
   */
  Found find() {
    List<Finding> findings = store.findings().list(day(), day());
    List<Recommendation> advice = store.recommendations().list(day(), day());
    Optional<Finding> finding = findings.stream().filter(f -> f.id().equals(id)).findFirst();
    if (finding.isPresent()) {
      return Found.of(List.of(target(finding.get())));
    }
    Optional<Recommendation> recommendation =
        advice.stream().filter(r -> r.id().equals(id)).findFirst();
    if (recommendation.isPresent()) {
      return Found.of(targets(recommendation.get(), findings));
    }
    return shown()
        .or(this::measured)
        .or(this::profiled)
        .orElseThrow(() -> new Refusal(unknown(findings, advice)));
  }

  private static Target target(Finding finding) {
    return new Target(
        finding.slice(),
        finding.measure(),
        "finding %s: %s".formatted(finding.id(), finding.sentence()));
  }

  private List<Target> targets(Recommendation advice, List<Finding> findings) {
    Set<Target> targets = new LinkedHashSet<>();
    String about = "recommendation %s: %s".formatted(advice.id(), advice.title());
    findings.stream()
        .filter(finding -> advice.findings().contains(finding.id()))
        .map(
            finding ->
                new Target(finding.slice(), finding.measure(), about + "; " + finding.sentence()))
        .forEach(targets::add);
    advice
        .effect()
        .map(effect -> new Target(advice.route(), Measure.parse(effect.metric()), about))
        .filter(target -> targets.stream().noneMatch(other -> isSame(target, other)))
        .ifPresent(targets::add);
    if (targets.isEmpty()) {
      throw new Refusal(
          "the recommendation %s rests on no figure: no finding is behind it".formatted(id));
    }
    return List.copyOf(targets);
  }

  private static boolean isSame(Target one, Target other) {
    return one.slice().equals(other.slice()) && one.measure().equals(other.measure());
  }

  private Optional<Found> shown() {
    return report
        .flatMap(made -> made.figures().stream().filter(f -> f.id().equals(id)).findFirst())
        .map(
            figure ->
                new Target(
                    new Slice(new TreeMap<>(figure.slice())), Measure.parse(figure.metric()), ""))
        .map(target -> Found.of(List.of(target)));
  }

  /** A figure that the report does not show. */
  private Optional<Found> measured() {
    String wanted = id;
    return pairs(store.measurements().read(day(), day()))
        .toJavaRDD()
        .filter(row -> wanted.equals(figure(row.getString(0), row.getString(1))))
        .collect()
        .stream()
        .findFirst()
        .map(row -> new Target(Slice.parse(row.getString(0)), Measure.parse(row.getString(1)), ""))
        .map(target -> Found.of(List.of(target)));
  }

  private static Dataset<Row> pairs(Dataset<Row> rows) {
    return rows.select("slice", "metric").distinct();
  }

  private static String figure(String slice, String metric) {
    return Identifiers.figure(Measure.parse(metric), Slice.parse(slice));
  }

  /** A figure of a slice that has profiles: without a value, or withheld with its slice. */
  private Optional<Found> profiled() {
    String wanted = id;
    List<String> derived = derived();
    Optional<Target> target =
        pairs(store.profiles().read(day(), day()))
            .toJavaRDD()
            .flatMap(row -> candidates(row, derived).iterator())
            .filter(pair -> wanted.equals(figure(pair[0], pair[1])))
            .collect()
            .stream()
            .findFirst()
            .map(pair -> new Target(Slice.parse(pair[0]), Measure.parse(pair[1]), ""));
    return target.map(
        found -> isMeasured(found.slice()) ? Found.of(List.of(found)) : new Found(List.of(), true));
  }

  /** The measures that a row of profiles may give: its own, and once a slice those derived. */
  private static List<String[]> candidates(Row row, List<String> derived) {
    List<String[]> pairs = new ArrayList<>();
    pairs.add(new String[] {row.getString(0), row.getString(1)});
    if (row.getString(1).equals(Metric.INTERACTIONS.id())) {
      derived.forEach(metric -> pairs.add(new String[] {row.getString(0), metric}));
    }
    return pairs;
  }

  private static List<String> derived() {
    List<String> derived = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      boolean each = metric.extraction() instanceof Extraction.ShareOfEach;
      if (metric.extraction().derived() && !each) {
        derived.add(metric.id());
      }
    }
    return derived;
  }

  private boolean isMeasured(Slice slice) {
    return !store
        .measurements()
        .read(day(), day())
        .where(functions.col("slice").equalTo(functions.lit(slice.key())))
        .limit(1)
        .isEmpty();
  }

  private String unknown(List<Finding> findings, List<Recommendation> advice) {
    Set<String> known = new TreeSet<>();
    findings.forEach(finding -> known.add(finding.id()));
    advice.forEach(recommendation -> known.add(recommendation.id()));
    report.ifPresent(made -> made.figures().forEach(figure -> known.add(figure.id())));
    List<String> nearest = Nearest.to(id, known).stream().limit(LISTED).toList();
    String near =
        nearest.isEmpty()
            ? ""
            : nearest.stream()
                .map(this::described)
                .collect(Collectors.joining("\n  ", "; near that name:\n  ", ""));
    return "nothing of the night %s has the id %s%s\n  All ids: nightaudit explain --list --night %s"
        .formatted(night, VisibleText.of(id), near, night);
  }

  private String described(String known) {
    return report
        .flatMap(made -> made.figures().stream().filter(f -> f.id().equals(known)).findFirst())
        .map(figure -> known + "  " + VisibleText.of(figure.title() + ", " + figure.sliceTitle()))
        .orElse(known);
  }

  private long day() {
    return night.toEpochDay();
  }
}

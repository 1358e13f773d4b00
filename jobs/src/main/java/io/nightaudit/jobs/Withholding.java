package io.nightaudit.jobs;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.SliceSettings;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.report.PrivacyFacts;
import io.nightaudit.jobs.store.WithheldRow;
import io.nightaudit.jobs.suppression.Cell;
import io.nightaudit.jobs.suppression.Withheld;
import io.nightaudit.jobs.suppression.WithheldNights;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** What is withheld on the nights judged now, decided once for all tables and reports. */
final class Withholding {
  private final SliceSettings settings;
  private final SortedSet<Long> nights;
  private final JavaRDD<JudgedSlice> judged;
  private final ShownCosts costs;
  private final SortedMap<Long, List<Cell>> cells;
  private final WithheldNights withheld;
  private final List<Hidden> hidden;

  /**
   * A withheld slice on a night.
   *
   * @param figures how many figures it has
   * @param worst the worst of their verdicts
   */
  private record Hidden(long night, Slice slice, long figures, Verdict worst)
      implements Serializable {}

  Withholding(
      AuditConfiguration configuration,
      StoredHistory history,
      JavaRDD<JudgedSlice> judged,
      ShownCosts costs) {
    this.settings = configuration.slices();
    this.nights = history.nights();
    this.judged = judged;
    this.costs = costs;
    this.cells = isNeeded() ? cells() : new TreeMap<>();
    this.withheld =
        isNeeded()
            ? WithheldNights.of(
                cells,
                history.earlierWithheld(),
                new HashSet<>(settings.personal()),
                settings.minimumCell(),
                configuration.policy().baselineNights())
            : WithheldNights.none();
    this.hidden = withheld.isEmpty() ? List.of() : hidden();
  }

  /** Whether anything can be withheld at all. */
  boolean isNeeded() {
    return !settings.personal().isEmpty();
  }

  WithheldNights nights() {
    return withheld;
  }

  private SortedMap<Long, List<Cell>> cells() {
    TreeSet<Long> wanted = new TreeSet<>(nights);
    SortedMap<Long, List<Cell>> found = new TreeMap<>();
    judged
        .flatMap(
            slice ->
                wanted.stream()
                    .filter(night -> Shown.interactions(slice, night) > 0)
                    .map(night -> new Tuple2<>(night, cell(slice, night)))
                    .iterator())
        .collect()
        .forEach(cell -> found.computeIfAbsent(cell._1(), n -> new ArrayList<>()).add(cell._2()));
    found.forEach((night, sizes) -> sizes.addAll(costs.cells(night)));
    return found;
  }

  private static Cell cell(JudgedSlice slice, long night) {
    return new Cell(
        slice.slice(),
        slice.compared().people().getOrDefault(night, 0L),
        Shown.interactions(slice, night));
  }

  private List<Hidden> hidden() {
    WithheldNights known = withheld;
    TreeSet<Long> wanted = new TreeSet<>(nights);
    return judged
        .filter(slice -> known.isEverWithheld(slice.slice()))
        .flatMap(
            slice ->
                wanted.stream()
                    .filter(night -> known.isWithheld(slice.slice(), night))
                    .map(night -> hidden(slice, night))
                    .iterator())
        .collect()
        .stream()
        .sorted(Comparator.comparingLong(Hidden::night).thenComparing(Hidden::slice))
        .toList();
  }

  /** A release is compared with the one before it, not with its own first nights. */
  private static Hidden hidden(JudgedSlice slice, long night) {
    List<Verdict> verdicts =
        slice.judgements().values().stream()
            .map(judgements -> judgements.get(night))
            .filter(judgement -> judgement != null)
            .map(Judgement::verdict)
            .toList();
    Verdict worst =
        slice.slice().level().contains(Level.RELEASE)
            ? Verdict.NOT_COMPUTED
            : verdicts.stream()
                .filter(Verdict::finds)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.NOT_COMPUTED);
    return new Hidden(night, slice.slice(), verdicts.size(), worst);
  }

  /** The rows of the table of what no other shows. */
  JavaRDD<WithheldRow> rows(org.apache.spark.api.java.JavaSparkContext context) {
    List<WithheldRow> own = new ArrayList<>();
    HashMap<Slice, Map<Long, Withheld>> bySlice = new HashMap<>();
    for (long night : nights) {
      for (Withheld cell : withheld.on(night)) {
        own.add(WithheldRow.of(cell));
        bySlice.computeIfAbsent(cell.slice(), slice -> new TreeMap<>()).put(night, cell);
      }
    }
    return judged
        .flatMap(slice -> StoredRows.withheld(slice, bySlice).iterator())
        .union(context.parallelize(own, 1));
  }

  /** What a report says of it. */
  PrivacyFacts facts(long night) {
    List<Withheld> tonight = withheld.on(night);
    return new PrivacyFacts(
        settings.minimumCell(),
        settings.personal(),
        tonight.stream().filter(cell -> !ShownCosts.isKey(cell.slice())).toList(),
        hidden.stream().filter(cell -> cell.night() == night).mapToLong(Hidden::figures).sum(),
        tonight.stream().filter(cell -> ShownCosts.isKey(cell.slice())).count(),
        costs.foldedLines(night, withheld),
        findings(night));
  }

  private List<PrivacyFacts.Finding> findings(long night) {
    Set<Slice> shown = new TreeSet<>(Set.of(Slice.ALL));
    cells.getOrDefault(night, List.of()).stream()
        .map(Cell::slice)
        .filter(slice -> !ShownCosts.isKey(slice) && !slice.level().contains(Level.RELEASE))
        .filter(slice -> !withheld.isWithheld(slice, night))
        .forEach(shown::add);
    return hidden.stream()
        .filter(cell -> cell.night() == night && cell.worst().finds())
        .map(cell -> new PrivacyFacts.Finding(around(cell.slice(), shown), cell.worst()))
        .toList();
  }

  /** The finest slice that is shown and holds a withheld one; of several the first. */
  private static Slice around(Slice slice, Set<Slice> shown) {
    return shown.stream()
        .filter(slice::isWithin)
        .max(
            Comparator.comparingInt((Slice whole) -> whole.level().size())
                .thenComparing(Comparator.<Slice>naturalOrder().reversed()))
        .orElse(Slice.ALL);
  }
}

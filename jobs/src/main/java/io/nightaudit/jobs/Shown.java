package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.suppression.WithheldNights;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Chooses the slices that reports and decisions need, out of all that were judged. */
final class Shown implements Serializable {
  private static final long serialVersionUID = 1;

  /** The largest slices are shown even where nothing was found in them. */
  static final int LARGEST = 50;

  private final WithheldNights withheld;

  /** Mixes of personal dimensions: their categories are cells that no level protects. */
  private final HashSet<Measure> personalMixes = new HashSet<>();

  private final HashSet<List<String>> decisive;

  Shown(AuditConfiguration configuration, WithheldNights withheld) {
    this.withheld = withheld;
    List<String> personal = configuration.slices().personal();
    for (Metric metric : Metric.values()) {
      if (metric.unit().equals("mix")
          && metric.needs().stream().anyMatch(column -> personal.contains(column.id()))) {
        personalMixes.add(Measure.of(metric));
      }
    }
    this.decisive = new HashSet<>(Level.decisive(configuration));
  }

  /** The size of a slice on a night, and whether it found something: what choosing needs. */
  private record Size(Slice slice, long night, long interactions, boolean finds)
      implements Serializable {}

  /** The slices of some nights that are worth having on one machine. */
  List<JudgedSlice> collect(JavaRDD<JudgedSlice> judged, SortedSet<Long> nights) {
    TreeSet<Long> wanted = new TreeSet<>(nights);
    List<Size> sizes =
        judged
            .flatMap(
                slice ->
                    wanted.stream()
                        .map(night -> size(slice, night))
                        .filter(size -> size.interactions() > 0)
                        .iterator())
            .collect();
    Set<Slice> chosen = chosen(sizes, nights);
    Set<List<String>> levels = decisive;
    return judged
        .filter(slice -> chosen.contains(slice.slice()) || levels.contains(slice.slice().level()))
        .mapToPair(slice -> new Tuple2<>(slice.slice().key(), slice))
        .values()
        .collect()
        .stream()
        .map(this::withoutPersonalMix)
        .sorted(Comparator.comparing(JudgedSlice::slice))
        .toList();
  }

  private static Size size(JudgedSlice slice, long night) {
    return new Size(slice.slice(), night, interactions(slice, night), slice.finds(night));
  }

  static long interactions(JudgedSlice slice, long night) {
    var stream = slice.compared().streams().get(Measure.of(Metric.INTERACTIONS));
    return stream == null || !stream.evidence().containsKey(night)
        ? 0
        : stream.evidence().get(night).n();
  }

  private static Set<Slice> chosen(List<Size> sizes, SortedSet<Long> nights) {
    Set<Slice> chosen = new HashSet<>();
    for (long night : nights) {
      sizes.stream()
          .filter(size -> size.night() == night)
          .sorted(Comparator.comparing(Size::interactions).reversed().thenComparing(Size::slice))
          .limit(LARGEST)
          .forEach(size -> chosen.add(size.slice()));
      sizes.stream()
          .filter(size -> size.night() == night && size.finds())
          .forEach(size -> chosen.add(size.slice()));
    }
    return chosen;
  }

  /** What a report of a night shows: all traffic, every slice with a finding, the largest. */
  List<JudgedSlice> on(long night, List<JudgedSlice> collected) {
    List<JudgedSlice> visible =
        collected.stream()
            .filter(slice -> interactions(slice, night) > 0)
            .filter(slice -> !slice.slice().level().contains(Level.RELEASE))
            .filter(slice -> !isHidden(slice, night))
            .map(this::withoutWithheldNights)
            .sorted(
                Comparator.comparing((JudgedSlice slice) -> interactions(slice, night))
                    .reversed()
                    .thenComparing(JudgedSlice::slice))
            .toList();
    return java.util.stream.IntStream.range(0, visible.size())
        .filter(i -> i < LARGEST || visible.get(i).finds(night))
        .mapToObj(visible::get)
        .sorted(Comparator.comparing(JudgedSlice::slice))
        .toList();
  }

  /** Whether a slice is withheld on a night. */
  boolean isHidden(JudgedSlice slice, long night) {
    return isHidden(slice.slice(), night);
  }

  boolean isHidden(Slice slice, long night) {
    return withheld.isWithheld(slice, night);
  }

  /** Whether some night that is known of a slice is withheld. */
  boolean isEverHidden(Slice slice) {
    return withheld.isEverWithheld(slice);
  }

  private JudgedSlice withoutPersonalMix(JudgedSlice judged) {
    ComparedSlice compared = judged.compared();
    SortedMap<Measure, ComparedStream> streams = new TreeMap<>(compared.streams());
    personalMixes.forEach(mix -> streams.computeIfPresent(mix, (m, stream) -> unnamed(stream)));
    return new JudgedSlice(
        new ComparedSlice(compared.slice(), streams, compared.releases(), compared.people()),
        judged.judgements());
  }

  private static ComparedStream unnamed(ComparedStream stream) {
    SortedMap<Long, Evidence> evidence = new TreeMap<>(stream.evidence());
    evidence.replaceAll((night, found) -> found.withoutDistribution());
    return new ComparedStream(stream.measure(), stream.nights(), evidence, stream.moments());
  }

  /** A slice that is shown tonight has nights in its series on which it was not. */
  private JudgedSlice withoutWithheldNights(JudgedSlice judged) {
    if (!isEverHidden(judged.slice())) {
      return judged;
    }
    ComparedSlice compared = judged.compared();
    SortedMap<Measure, ComparedStream> streams = new TreeMap<>();
    compared.streams().forEach((measure, stream) -> streams.put(measure, visible(judged, stream)));
    return new JudgedSlice(
        new ComparedSlice(compared.slice(), streams, compared.releases(), compared.people()),
        judged.judgements());
  }

  private ComparedStream visible(JudgedSlice slice, ComparedStream stream) {
    return new ComparedStream(
        stream.measure(),
        visible(slice, stream.nights()),
        visible(slice, stream.evidence()),
        visible(slice, stream.moments()));
  }

  private <T> SortedMap<Long, T> visible(JudgedSlice slice, SortedMap<Long, T> nights) {
    SortedMap<Long, T> visible = new TreeMap<>(nights);
    visible.keySet().removeIf(night -> isHidden(slice, night));
    return visible;
  }
}

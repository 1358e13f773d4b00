package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.MixSplit;
import java.util.List;
import java.util.Optional;

/** Makes the section on mix and behaviour. */
final class AttributionComposer {
  private AttributionComposer() {}

  static List<Report.Attribution> compose(NightRecord record) {
    return record.splits().stream().map(split -> entry(split, record)).toList();
  }

  private static Report.Attribution entry(MixSplit split, NightRecord record) {
    return new Report.Attribution(
        split.measure().name(),
        split.slice().asMap(),
        split.slice().title(),
        split.by(),
        unit(split, record),
        split.total(),
        split.mix(),
        split.behaviour(),
        split.parts().stream()
            .map(
                part ->
                    new Report.Part(
                        part.slice().title(),
                        part.weightBefore(),
                        part.weightTonight(),
                        FigureComposer.finite(part.valueBefore()),
                        FigureComposer.finite(part.valueTonight()),
                        part.mix(),
                        part.behaviour()))
            .toList(),
        Optional.of(Identifiers.date(split.since())),
        ExplanationComposer.size(split.standardised()));
  }

  private static String unit(MixSplit split, NightRecord record) {
    return record.slices().stream()
        .filter(slice -> slice.slice().equals(split.slice()))
        .map(slice -> slice.compared().streams().get(split.measure()))
        .filter(stream -> stream != null && stream.evidence().containsKey(record.epochDay()))
        .map(stream -> stream.evidence().get(record.epochDay()).unit(split.measure()))
        .findFirst()
        .orElse(split.measure().metric().unit());
  }
}

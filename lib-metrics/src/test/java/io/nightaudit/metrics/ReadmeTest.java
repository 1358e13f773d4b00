package io.nightaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.nightaudit.metrics.attribution.CostBridge;
import io.nightaudit.metrics.attribution.LogMeanDivisia;
import io.nightaudit.metrics.decision.ConfidenceSequence;
import io.nightaudit.metrics.distance.BinnedDistance;
import io.nightaudit.metrics.distance.ToolConvention;
import io.nightaudit.metrics.interval.BinomialInterval;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.pricing.Match;
import io.nightaudit.metrics.pricing.Meter;
import io.nightaudit.metrics.pricing.Price;
import io.nightaudit.metrics.pricing.PriceBook;
import io.nightaudit.metrics.pricing.PricedUsage;
import io.nightaudit.metrics.pricing.Usage;
import io.nightaudit.metrics.series.EwmaLimit;
import io.nightaudit.metrics.series.Night;
import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;
import io.nightaudit.metrics.series.SelfStartingScore;
import io.nightaudit.metrics.significance.MinimumEffectTest;
import io.nightaudit.metrics.summary.BleuCounts;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.QuantileBins;
import io.nightaudit.metrics.summary.Summary;
import io.nightaudit.metrics.text.Bleu;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of the module's README run, and its table names every statistic. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Path SOURCE = Path.of("src/test/java/io/nightaudit/metrics/ReadmeTest.java");

  private static LogHistogram night(double... tokens) {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(0);
    for (double value : tokens) {
      accumulator.add(value);
    }
    return accumulator.build();
  }

  @Test
  void summaries_addAndSubtract() {
    LogHistogram.Accumulator tokens = new LogHistogram.Accumulator(0);
    tokens.add(628);
    tokens.add(29);
    tokens.addMissing();
    LogHistogram monday = tokens.build();
    LogHistogram tuesday = (LogHistogram) Summary.fromBytes(monday.toBytes());
    LogHistogram week = monday.plus(tuesday);
    double median = week.quantile(0.5);
    double[] bounds = week.quantileBounds(0.5);
    LogHistogram withoutTuesday = week.minus(tuesday);

    assertThat(median).isBetween(bounds[0], bounds[1]);
    assertThat(withoutTuesday.count()).isEqualTo(2);
  }

  @Test
  void distances_sayWhatChanceDoes() {
    LogHistogram baseline = night(5, 8, 13, 21, 34, 55, 89, 144, 233, 377);
    LogHistogram tonight = night(5, 8, 13, 21, 34, 34, 34, 34, 34, 34);
    QuantileBins bins = QuantileBins.of(baseline, 5);
    long[] reference = bins.count(baseline);
    long[] current = bins.count(tonight);
    double distance = BinnedDistance.JENSEN_SHANNON.between(reference, current);
    double byChance = BinnedDistance.JENSEN_SHANNON.noiseFloor(reference, current);
    double psi = BinnedDistance.POPULATION_STABILITY_INDEX.between(reference, current);
    double p = new MinimumEffectTest(reference.length, 10, 10, 0.1).pValue(psi);
    double elsewhere = ToolConvention.EVIDENTLY_JENSEN_SHANNON.ofCategories(reference, current);

    assertThat(distance).isBetween(0.0, 1.0);
    assertThat(byChance).isPositive();
    assertThat(p).isBetween(0.0, 1.0);
    assertThat(elsewhere).isBetween(0.0, 0.8326);
  }

  @Test
  void intervals_comeWithTheRate() {
    Interval rate = BinomialInterval.WILSON.of(21, 100, 0.95);

    assertThat(rate.low()).isCloseTo(0.141657, within(1e-6));
    assertThat(rate.high()).isCloseTo(0.299800, within(1e-6));
  }

  @Test
  void series_keepAFalseAlarmBudget() {
    List<Night> nights = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      nights.add(new Night(20_000 + day, day < 25 ? 0.1 * (day % 3) : 1, 0.01, false));
    }
    double limit = EwmaLimit.forRunLength(0.1, 1_000);
    SelfStartingScore score =
        SelfStartingScore.with(ScoreOptions.defaults().withLimits(limit, 2.8));
    List<ScoredNight> scored = score.replay(nights);
    boolean alarm = scored.get(scored.size() - 1).alarm();

    assertThat(alarm).isTrue();
  }

  @Test
  void bridges_addUpToTheChange() {
    double[][] before = {{100_000, 0.8, 400, 2e-6}, {100_000, 0.2, 900, 1e-5}};
    double[][] now = {{120_000, 0.7, 500, 2e-6}, {120_000, 0.3, 1_000, 8e-6}};
    List<String> factors = List.of("volume", "share", "tokens", "price");
    CostBridge bridge = LogMeanDivisia.of(factors, before, now);
    double byPrice = bridge.effect("price");

    assertThat(bridge.total()).isCloseTo(128, within(1e-9));
    assertThat(byPrice).isCloseTo(-51.2751435146, within(1e-9));
  }

  @Test
  void decisions_mayBeLookedAtEveryNight() {
    ConfidenceSequence effect = ConfidenceSequence.of(0.1, 1.4e-4, 5);
    effect = effect.with(-0.03, 1.4e-4).with(-0.02, 1.4e-4).with(-0.04, 1.4e-4);
    boolean worse = effect.interval().high() < 0;

    assertThat(worse).isTrue();
  }

  @Test
  void corpora_scoreTheSumOfTheirCounts() {
    Bleu bleu = Bleu.withDefaults();
    BleuCounts counts =
        bleu.counts("The dog bit the man.", List.of("The dog had bit the man."))
            .plus(bleu.counts("It was not surprising.", List.of("It was not unexpected.")));
    double score = counts.score();

    assertThat(score).isBetween(0.0, 100.0);
  }

  @Test
  void prices_areExact() {
    Price price =
        new Price(
            "openai",
            "gpt-4o",
            Match.STARTS_WITH,
            Meter.INPUT,
            "standard",
            new BigDecimal("2.50"),
            LocalDate.of(2024, 8, 6),
            Optional.empty(),
            "price list");
    PricedUsage cost =
        PriceBook.of(List.of(price))
            .price("openai", "gpt-4o", "", LocalDate.of(2026, 11, 23), Usage.of(1_000, 0));
    long picoDollars = cost.picoDollars();

    assertThat(picoDollars).isEqualTo(2_500_000_000L);
  }

  /** A block stands here line for line, whatever the indentation. */
  @Test
  void readme_everyExample_isRunHere() throws IOException {
    String source = flat(Files.readString(SOURCE));
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(blocks).hasSizeGreaterThanOrEqualTo(8);
    assertThat(blocks).allSatisfy(block -> assertThat(source).contains(flat(block)));
  }

  /** A new statistic needs its row. */
  @Test
  void readme_table_namesEveryPublicStatistic() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(statistics().filter(name -> !readme.contains("`" + name))).isEmpty();
  }

  private static Stream<String> statistics() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.nightaudit.metrics")
            .stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(JavaClass::getSimpleName)
            .sorted();
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}

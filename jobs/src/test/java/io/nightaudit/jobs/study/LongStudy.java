package io.nightaudit.jobs.study;

import io.nightaudit.jobs.metric.Digits;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The long study of false alarms, delays, detectable changes and rollbacks, printed as Markdown:
 * {@code mvn -Pstudy -pl jobs -am test}.
 */
final class LongStudy {
  private static final long SEED = 20_260_101;
  private static final int STREAMS = 200;
  private static final int NIGHTS = 360;
  private static final int[] HISTORIES = {14, 28, 56};
  private static final double[] RUN_LENGTHS = {1_000, 6_000, 20_000, 250_000};

  private final PrintStream out;

  private LongStudy(PrintStream out) {
    this.out = out;
  }

  /** Runs the parts that are named, or all. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new LongStudy(out).run(List.of(arguments));
  }

  private void run(List<String> parts) {
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("false-alarms", this::falseAlarms);
    all.put("other-budgets", this::otherBudgets);
    all.put("delays", this::delays);
    all.put("detectable-changes", this::detectableChanges);
    all.put("rollbacks", this::rollbacks);
    for (String part : parts.isEmpty() ? all.keySet() : parts) {
      if (!all.containsKey(part)) {
        throw new IllegalArgumentException(
            "the study has no part " + part + ": name some of " + all.keySet());
      }
      all.get(part).run();
    }
  }

  private static Map<String, DailyStream> streams() {
    Map<String, DailyStream> streams = new LinkedHashMap<>();
    for (Noise noise : Noise.values()) {
      streams.put(noise.title(), DailyStream.of(noise));
      streams.put(noise.title() + ", 30 % sampling", DailyStream.of(noise).withSampling(0.3));
    }
    DailyStream normal = DailyStream.of(Noise.NORMAL);
    streams.put("normal, weekend −1σ", normal.withWeekend(-1));
    streams.put("normal, weekend −3σ", normal.withWeekend(-3));
    streams.put("t4, weekend −1σ", DailyStream.of(Noise.STUDENT_4).withWeekend(-1));
    streams.put("rate of 10 % of 500 rows, 30 % sampling", normal.asRate(0.3));
    streams.put("the same, AR(.3)", DailyStream.of(Noise.AUTOREGRESSIVE_3).asRate(0.3));
    streams.put("normal, half of it common to 200 slices", normal.withShared(0.5));
    return streams;
  }

  private void falseAlarms() {
    FalseAlarms study = new FalseAlarms(20, STREAMS, NIGHTS, SEED);
    double perMonth = 1;
    double runLength = 30 / (perMonth / STREAMS);
    title(
        "False alarms without a change, budget 1 a month",
        "%s applications of %s streams with equal shares (one alarm in %s nights each), %s nights"
                .formatted(study.applications(), STREAMS, Digits.significant(runLength), NIGHTS)
            + " after the history; newly opened findings, with a 95 % interval of the ratio.");
    row("nights", "a month, history 14", "× budget", "a month, history 56", "× budget");
    line(5);
    streams()
        .forEach(
            (name, stream) -> {
              List<String> cells = new ArrayList<>(List.of(name));
              for (int history : new int[] {14, 56}) {
                FalseAlarms.Rate rate = study.of(stream, history, runLength);
                cells.add(Digits.exactly(2, rate.perMonth()));
                cells.add(times(rate));
              }
              row(cells.toArray(String[]::new));
            });
  }

  private void otherBudgets() {
    title(
        "The same at other budgets, after 14 nights, 30 % sampling",
        "Times the budget of 200 streams with one alarm in so many nights each; 10, 40 and 100 applications.");
    Map<Double, Integer> applications = new LinkedHashMap<>();
    applications.put(1_000.0, 10);
    applications.put(20_000.0, 40);
    applications.put(250_000.0, 100);
    row("nights", "1,000", "20,000", "250,000");
    line(4);
    for (Noise noise : Noise.values()) {
      List<String> cells = new ArrayList<>(List.of(noise.title()));
      applications.forEach(
          (runLength, count) ->
              cells.add(
                  times(
                      new FalseAlarms(count, STREAMS, NIGHTS, SEED)
                          .of(DailyStream.of(noise).withSampling(0.3), 14, runLength))));
      row(cells.toArray(String[]::new));
    }
  }

  private static String times(FalseAlarms.Rate rate) {
    return "%s (%s–%s)"
        .formatted(
            Digits.exactly(2, rate.times()),
            Digits.exactly(2, rate.interval().low()),
            Digits.exactly(2, rate.interval().high()));
  }

  private static Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (int step : new int[] {1, 2, 3, 6, 20, 100}) {
      changes.put("step " + step + "σ", Change.step(step));
    }
    for (double slope : new double[] {0.02, 0.05, 0.1}) {
      changes.put("ramp " + Digits.atMost(2, slope) + "σ a night", Change.ramp(slope));
    }
    return changes;
  }

  private void delays() {
    Delays study = new Delays(600, 120, SEED);
    for (double sampling : new double[] {0, 0.3}) {
      title(
          "Median night of the alarm (share found within 30 nights), normal nights, "
              + Digits.whole(Math.round(100 * sampling))
              + " % sampling",
          "%s streams that had not alarmed before; one alarm in so many nights without a change; – is more than %s nights."
              .formatted(Digits.whole(study.streams()), study.horizon()));
      List<String> head = new ArrayList<>(List.of("change", "history"));
      for (double runLength : RUN_LENGTHS) {
        head.add(Digits.significant(runLength));
      }
      row(head.toArray(String[]::new));
      line(head.size());
      DailyStream stream = DailyStream.of(Noise.NORMAL).withSampling(sampling);
      changes().forEach((name, change) -> delays(study, stream, name, change));
    }
  }

  private void delays(Delays study, DailyStream stream, String name, Change change) {
    for (int history : HISTORIES) {
      List<String> cells = new ArrayList<>(List.of(name, Integer.toString(history)));
      for (double runLength : RUN_LENGTHS) {
        Delays.Found found = study.of(stream, history, change, runLength);
        double median = found.median();
        cells.add(
            (Double.isInfinite(median) ? "–" : Digits.whole((long) median))
                + " ("
                + Digits.exactly(2, found.shareWithin(30))
                + ")");
      }
      row(cells.toArray(String[]::new));
    }
  }

  private void detectableChanges() {
    DetectableChange study = new DetectableChange(5_000, SEED);
    title(
        "Smallest lasting step found in four of five streams, in σ",
        "Moving average alone, normal nights without sampling noise, %s streams; ∞ is none, however large."
            .formatted(Digits.whole(study.streams())));
    List<String> head = new ArrayList<>(List.of("history", "within nights"));
    for (double runLength : DetectableChange.RUN_LENGTHS) {
      head.add(Digits.significant(runLength));
    }
    row(head.toArray(String[]::new));
    line(head.size());
    for (int history : DetectableChange.HISTORIES) {
      double[][] steps = study.steps(history);
      for (int within = 0; within < DetectableChange.WITHIN.length; within++) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(history));
        cells.add(Integer.toString(DetectableChange.WITHIN[within]));
        for (double[] step : steps) {
          cells.add(Double.isInfinite(step[within]) ? "∞" : Digits.exactly(2, step[within]));
        }
        row(cells.toArray(String[]::new));
      }
    }
  }

  private void rollbacks() {
    RollbackErrors study = new RollbackErrors(10_000, SEED);
    title(
        "Rolling back a canary",
        "%s releases of 1,000 answers a night beside 9,000, 85 %% good, night 3 to 28; share rolled back (median night), kept within a point."
            .formatted(Digits.whole(study.releases())));
    row("arms differ by", "effect", "own variances", "kept", "pooled variances", "kept");
    line(6);
    for (double deviation : new double[] {0, 0.005}) {
      for (double effect : new double[] {0, -0.005, -0.01, -0.02, -0.05, 0.01}) {
        List<String> cells = new ArrayList<>();
        cells.add(Digits.atMost(1, 100 * deviation) + " points");
        cells.add(Digits.atMost(1, 100 * effect) + " points");
        for (RollbackErrors.Weights weights : RollbackErrors.Weights.values()) {
          RollbackErrors.Decisions decisions = study.of(weights, effect, deviation);
          String night =
              Double.isNaN(decisions.medianNight())
                  ? ""
                  : " (" + Digits.whole((long) decisions.medianNight()) + ")";
          cells.add(Digits.exactly(4, decisions.rolledBack()) + night);
          cells.add(Digits.exactly(3, decisions.kept()));
        }
        row(cells.toArray(String[]::new));
      }
    }
  }

  private void title(String title, String text) {
    out.println("\n### " + title + "\n\n" + text + "\n");
  }

  private void row(String... cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }

  private void line(int columns) {
    out.println("|" + "---|".repeat(columns));
  }
}

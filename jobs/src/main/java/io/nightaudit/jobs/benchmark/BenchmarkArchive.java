package io.nightaudit.jobs.benchmark;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * One made-up night of any size; every value follows from its row's number.
 *
 * @param rows interactions
 * @param textBytes mean bytes of question and answer together
 * @param customers different values of the dimension {@code customer}
 */
public record BenchmarkArchive(int rows, int textBytes, int customers) implements Serializable {
  /** The only night. */
  public static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

  private static final int FILES = 16;
  private static final long DAY_MILLISECONDS = 86_400_000L;
  private static final StructType COLUMNS =
      StructType.fromDDL(
          "id STRING, event_time TIMESTAMP, application STRING, tenant STRING, user STRING,"
              + " customer STRING, requested_model STRING, served_model STRING, question STRING,"
              + " answer STRING, input_tokens BIGINT, output_tokens BIGINT, latency_s DOUBLE,"
              + " status STRING, finish_reason STRING, groundedness DOUBLE");

  /** A folder's name that tells archives of other sizes apart. */
  public String name() {
    return rows + "x" + textBytes + "x" + customers;
  }

  /** Writes the night into a folder that is not there yet. */
  public void write(SparkSession spark, String folder) {
    List<Integer> parts = IntStream.range(0, FILES).boxed().toList();
    BenchmarkArchive archive = this;
    JavaRDD<Row> made =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(parts, FILES)
            .flatMap(part -> archive.part(part));
    spark
        .createDataFrame(made, COLUMNS)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .option("compression", "zstd")
        .parquet(folder + "/dt=" + NIGHT);
  }

  private Iterator<Row> part(int part) {
    BenchmarkText text = new BenchmarkText();
    long from = (long) rows * part / FILES;
    long to = (long) rows * (part + 1) / FILES;
    return IntStream.range((int) from, (int) to).mapToObj(row -> row(row, text)).iterator();
  }

  private Row row(int row, BenchmarkText text) {
    SplittableRandom random = new SplittableRandom(row);
    String question = text.write(random, textBytes / 4);
    String answer = text.write(random, textBytes - textBytes / 4);
    int application = random.nextInt(3);
    int model = 2 * application + random.nextInt(2);
    boolean failed = random.nextInt(100) == 0;
    return RowFactory.create(
        "interaction-" + row,
        time(row),
        "application-" + application,
        "tenant-" + random.nextInt(20),
        "user-" + random.nextInt(1 + rows / 10),
        "customer-" + random.nextInt(customers),
        "model-" + model,
        "model-" + model + "-2026-11-0" + (1 + random.nextInt(2)),
        question,
        failed ? null : answer,
        (long) question.length() / 4,
        failed ? 0L : answer.length() / 4,
        0.2 + 3 * random.nextDouble(),
        failed ? "error" : "ok",
        failed ? null : random.nextInt(50) == 0 ? "length" : "stop",
        failed ? null : random.nextDouble());
  }

  private Timestamp time(int row) {
    Instant begin = NIGHT.atStartOfDay(ZoneOffset.UTC).toInstant();
    return Timestamp.from(begin.plusMillis(DAY_MILLISECONDS * row / rows));
  }
}

package io.nightaudit.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.metrics.distance.BinnedDistance;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The functions in the SQL of a session that was made with the extension. */
class AuditExtensionsTest {
  @BeforeAll
  static void registerTable() {
    List<Row> rows =
        List.of(
            row("duration", 1, histogram(1, 100)),
            row("duration", 2, histogram(101, 200)),
            row("errors", 1, new Rate(3, 10, 1).toBytes()),
            row("errors", 2, new Rate(1, 30, 0).toBytes()),
            row("models", 1, categories("a", "a", "b")),
            row("models", 2, null));
    StructType schema =
        new StructType()
            .add("metric", DataTypes.StringType)
            .add("night", DataTypes.IntegerType)
            .add("summary", DataTypes.BinaryType);
    TestSpark.session().createDataFrame(rows, schema).createOrReplaceTempView("summaries");
  }

  private static Row row(String metric, int night, byte[] summary) {
    return RowFactory.create(metric, night, summary);
  }

  private static byte[] histogram(int from, int to) {
    LogHistogram.Accumulator values = new LogHistogram.Accumulator(3);
    for (int value = from; value <= to; value++) {
      values.add(value);
    }
    return values.build().toBytes();
  }

  private static byte[] categories(String... names) {
    CategoryCounts.Accumulator counts = new CategoryCounts.Accumulator();
    List.of(names).forEach(counts::add);
    return counts.build().toBytes();
  }

  private static Row first(String select) {
    Dataset<Row> rows = TestSpark.session().sql(select);
    return rows.first();
  }

  @Test
  void merge_allNights_isTheWhole() {
    Row row =
        first(
            "SELECT audit_count(audit_merge(summary)), audit_quantile(audit_merge(summary), 0.5),"
                + " audit_mean(audit_merge(summary)), audit_sum(audit_merge(summary)),"
                + " audit_share_above(audit_merge(summary), 100)"
                + " FROM summaries WHERE metric = 'duration'");

    assertThat(row.getLong(0)).isEqualTo(200);
    assertThat(row.getDouble(1)).isCloseTo(100, within(1.01));
    assertThat(row.getDouble(2)).isEqualTo(100.5);
    assertThat(row.getDecimal(3)).isEqualByComparingTo(new BigDecimal(20_100));
    assertThat(row.getDouble(4)).isCloseTo(0.5, within(0.01));
    assertThat(
            TestSpark.session()
                .sql("SELECT audit_merge(summary) FROM summaries WHERE metric = 'duration'")
                .first()
                .<byte[]>getAs(0))
        .isEqualTo(histogram(1, 200));
  }

  @Test
  void functions_otherKinds_readThem() {
    Row rates =
        first(
            "SELECT audit_rate(audit_merge(summary)), sum(audit_missing(summary)),"
                + " any_value(audit_definition(summary)) FROM summaries WHERE metric = 'errors'");
    assertThat(rates.getDouble(0)).isEqualTo(0.1);
    assertThat(rates.getLong(1)).isEqualTo(1);
    assertThat(rates.getString(2)).isEqualTo(Rate.EMPTY.definition());
    Row models =
        first(
            "SELECT audit_categories(audit_merge(summary))['a'] FROM summaries"
                + " WHERE metric = 'models'");
    assertThat(models.getLong(0)).isEqualTo(2);
    assertThat(
            first("SELECT audit_rate(summary) FROM summaries WHERE metric = 'models' AND night = 2")
                .isNullAt(0))
        .isTrue();
  }

  @Test
  void minus_whole_leavesTheOtherPart() {
    Row row =
        first(
            "SELECT audit_rate(audit_minus((SELECT audit_merge(summary) FROM summaries WHERE metric"
                + " = 'errors'), summary)) FROM summaries WHERE metric = 'errors' AND night = 1");

    assertThat(row.getDouble(0)).isEqualTo(1 / 30.0);
  }

  @Test
  void distance_byName_isTheLibrarys() {
    Row row =
        first(
            "SELECT audit_distance('psi', a.summary, b.summary),"
                + " audit_distance('jensen_shannon', a.summary, b.summary) FROM summaries a JOIN"
                + " summaries b ON a.metric = b.metric AND a.night = 1 AND b.night = 2"
                + " WHERE a.metric = 'errors'");

    long[] before = {3, 7};
    long[] after = {1, 29};
    assertThat(row.getDouble(0))
        .isEqualTo(BinnedDistance.POPULATION_STABILITY_INDEX.between(before, after));
    assertThat(row.getDouble(1)).isEqualTo(BinnedDistance.JENSEN_SHANNON.between(before, after));
    assertThat(
            first(
                    "SELECT audit_distance('ks', a.summary, b.summary) FROM summaries a JOIN"
                        + " summaries b ON a.metric = b.metric AND a.night = 1 AND b.night = 2"
                        + " WHERE a.metric = 'duration'")
                .getDouble(0))
        .as("100 and 101 share a bucket")
        .isCloseTo(1, within(0.02));
  }

  @Test
  void functions_wrongUse_sayWhatIsRight() {
    assertThatThrownBy(() -> first("SELECT audit_rate(summary, 1) FROM summaries"))
        .hasMessageContaining("takes 1 arguments, not 2");
    assertThatThrownBy(
            () ->
                first("SELECT audit_quantile(summary, 0.5) FROM summaries WHERE metric = 'errors'"))
        .rootCause()
        .hasMessageContainingAll("LogHistogram", "not a Rate");
    assertThatThrownBy(
            () ->
                first(
                    "SELECT audit_distance('psy', summary, summary) FROM summaries"
                        + " WHERE metric = 'errors'"))
        .rootCause()
        .hasMessageContainingAll("'psy'", "psi", "kolmogorov_smirnov");
  }

  @Test
  void functions_described_sayWhatTheyDo() {
    String described =
        TestSpark.session().sql("DESCRIBE FUNCTION audit_quantile").collectAsList().toString();

    assertThat(described).contains("audit_quantile(summary, q)", "q from 0 to 1");
  }
}

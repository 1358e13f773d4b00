package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.jobs.policy.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed of a failure holds no value of an archive and no secret. */
class ErrorBlockTest {
  private static final String CANARY = "xylocanary";

  private static String printed(Throwable error, Redaction redaction) {
    StringWriter text = new StringWriter();
    for (boolean verbose : List.of(false, true)) {
      new ErrorBlock(verbose, redaction).print(error, new PrintWriter(text));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cast(concat(v, id) as int)",
        "cast(concat('a\nb', v) as timestamp)",
        "to_timestamp(v, 'yyyy-MM-dd')",
        "element_at(map('a', 1), v)",
        "raise_error(v)",
        "cast(concat(v, 'SQLSTATE: 22018') as double)"
      })
  void value_thatSparkQuotes_isNotPrinted(String expression) {
    SparkSession strict = TestSpark.session().newSession();
    strict.conf().set("spark.sql.ansi.enabled", "true");
    Throwable failure =
        catchThrowable(
            () ->
                strict
                    .range(3)
                    .selectExpr("id", "concat('" + CANARY + "', id) v")
                    .selectExpr(expression + " x")
                    .collectAsList());
    if (failure == null) {
      // A key that is missing is no failure.
      return;
    }
    assertThat(printed(failure, Redaction.NONE)).contains("nightaudit: ").doesNotContain(CANARY);
    assertThat(printed(new IllegalStateException("a night failed", failure), Redaction.NONE))
        .contains("a night failed")
        .doesNotContain(CANARY);
  }

  @Test
  void value_thatJavaQuotes_isNotPrinted() {
    Stream.<Runnable>of(
            () -> Integer.parseInt(CANARY),
            () -> Double.parseDouble(CANARY),
            () -> LocalDate.parse(CANARY))
        .map(failing -> printed(catchThrowable(failing::run), Redaction.NONE))
        .forEach(text -> assertThat(text).doesNotContain(CANARY).contains("not printed"));
  }

  @Test
  void message_withoutValues_isPrintedAsItIs() {
    String message = "[PATH_NOT_FOUND] Path does not exist: file:/archive. SQLSTATE: 42K03";
    assertThat(printed(new IllegalStateException(message), Redaction.NONE)).contains(message);
  }

  @Test
  void secret_inAPath_isNotPrinted() {
    Redaction redaction = new Redaction(new TreeMap<>(java.util.Map.of("s e/cret", "env:KEY")));
    String text =
        printed(
            new IllegalStateException(
                "cannot read s3a://me:pass-word@bucket/x, http://h/?k=s+e%2Fcret nor s e/cret"),
            redaction);
    assertThat(text)
        .contains("s3a://me:(password)@bucket/x", "k=(env:KEY) nor (env:KEY)")
        .doesNotContain("pass-word", "e%2Fcret");
  }
}

package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "upper(service)",
        "regexp_extract(_file, '^([a-z]+)', 1)",
        "case when a > 1 and b in (1, 2) then 'x' else concat(c, 'select; from (') end",
        "get_json_object(body, '$.usage.total')",
        "from_json(body, 'a int').a",
        "element_at(split(path, '/'), -1)",
        "a.b.c[0] + 1.5e3 - -2",
        "`select`",
        "`a b`.c",
        "extract(hour from at)",
        "trim(both ' ' from (name))",
        "try_cast(x as double) / nullif(y, 0)",
        "transform(tools, t -> lower(t.name))",
        "timestamp '2020-01-01 00:00:00'",
        "concat('it\\'s', \"a 'quote'\")",
        "coalesce(x, 'it''s')",
        "a is not null or (b = 1)",
      })
  void problems_harmless_none(String expression) {
    assertThat(ExpressionGuard.problems(expression)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          reflect('java.lang.System', 'exit', 1) | calls reflect, which is not allowed
          Java_Method ('a', 'b') | calls java_method, which is not allowed
          upper(reflect('a')) | calls reflect
          `reflect`('a') | calls `reflect` in backquotes
          system.builtin.reflect('a') | calls reflect
          secret.exec(x) | calls exec
          input_file_name() | use _file, the file's own name
          rand() | a night must give the same result
          uuid() | a night must give the same result
          now() | a night must give the same result
          current_timestamp() | a night must give the same result
          current_timestamp | a night must give the same result
          current_user | calls current_user
          (select max(x) from t) | has the word SELECT
          exists(SELECT 1) | has the word SELECT
          x in (table t) | has the word TABLE
          sum(x) over (partition by y) | calls sum
          count(distinct x) | calls count
          some(x) | calls some
          a; drop table x | has the character ";"
          a -- b | has a comment
          a /* b */ | has a comment
          a::int | has the character ":"
          ${spark.app.name} | has the character "$"
          upper(a | lacks a closing )
          upper(a)) | has a ) too many
          a[(1]) | has a ] too many
          'a | lacks a closing '
          `a | lacks a closing `
          "a | lacks a closing "
          r'\\' + reflect('a') + ' | has a raw text
          R"\\" + reflect("a") | has a raw text
          uper(a) | did you mean upper
          a from b | has the word FROM
          lower(a from b) | has the word FROM
          ünï(a) | has the character
          """)
  void problems_harmful_saysWhich(String expression, String said) {
    assertThat(ExpressionGuard.problems(expression)).anyMatch(problem -> problem.contains(said));
  }

  @Test
  void problems_emptyLongOrDeep_saysTheLimit() {
    assertThat(ExpressionGuard.problems(" ")).singleElement().asString().contains("is empty");
    assertThat(ExpressionGuard.problems("a".repeat(4001)))
        .singleElement()
        .asString()
        .contains("4000");
    assertThat(ExpressionGuard.problems("(".repeat(101) + "a" + ")".repeat(101)))
        .singleElement()
        .asString()
        .contains("100 brackets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          cast(a as int) | try_cast(a as int)
          CAST (cast(a as int) as string) | try_cast (try_cast(a as int) as string)
          try_cast(a as int) | try_cast(a as int)
          concat('cast(', cast) | concat('cast(', cast)
          """)
  void safe_cast_becomesTryCast(String expression, String expected) {
    assertThat(ExpressionGuard.safe(expression)).isEqualTo(expected);
  }

  @Test
  void allowed_nothingThatReadsOrActs() {
    assertThat(ExpressionGuard.allowed())
        .hasSizeGreaterThan(120)
        .doesNotContain(
            "reflect", "java_method", "input_file_name", "rand", "uuid", "now", "shuffle")
        .doesNotContain(
            "current_timestamp", "version", "raise_error", "assert_true", "try_reflect");
  }

  @Test
  void allowed_eachFunction_isOneOfSpark() {
    Set<String> keywords =
        Set.of(
            "when",
            "then",
            "else",
            "case",
            "and",
            "or",
            "not",
            "in",
            "between",
            "like",
            "ilike",
            "if",
            "varchar",
            "exists",
            "rlike",
            "cast",
            "try_cast",
            "overlay",
            "position",
            "extract",
            "trim");

    assertThat(ExpressionGuard.allowed())
        .filteredOn(name -> !keywords.contains(name))
        .filteredOn(
            name -> !FunctionRegistry.builtin().functionExists(FunctionIdentifier.apply(name)))
        .isEmpty();
  }
}

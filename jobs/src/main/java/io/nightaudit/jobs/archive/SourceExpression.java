package io.nightaudit.jobs.archive;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An SQL expression over the archive's columns and {@link #FILE}. That it calls nothing but
 * harmless functions was checked with the configuration.
 */
final class SourceExpression {
  /** The file's own name: the only thing beside the archive's columns that expressions see. */
  static final String FILE = "_file";

  private final String text;
  private final Set<String> columns;

  SourceExpression(SparkSession spark, String text) {
    this.text = text;
    this.columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try {
      collect(
          ((org.apache.spark.sql.classic.SparkSession) spark)
              .sessionState()
              .sqlParser()
              .parseExpression(text));
    } catch (org.apache.spark.sql.catalyst.parser.ParseException wrong) {
      throw new IllegalArgumentException("the expression \"" + text + "\" is not SQL", wrong);
    }
  }

  private void collect(Expression expression) {
    if (expression instanceof UnresolvedAttribute attribute) {
      columns.add(attribute.nameParts().head());
    }
    CollectionConverters.asJava(expression.children()).forEach(this::collect);
  }

  /** The columns that the expression reads, {@link #FILE} not among them. */
  Set<String> columns() {
    Set<String> archive = new TreeSet<>(columns);
    archive.remove(FILE);
    return archive;
  }

  /** Whether files of a schema have every column of the expression. */
  boolean fits(StructType schema) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Arrays.asList(schema.fieldNames()));
    return names.containsAll(columns());
  }

  /** The value in rows of files that it fits. */
  SourceValue in(Dataset<Row> rows) {
    try {
      StructType type = rows.select(functions.expr(text)).schema();
      return new SourceValue(functions.expr(text), type.fields()[0].dataType());
    } catch (Exception wrong) {
      // Scala hides that the analyser throws this checked exception.
      if (wrong instanceof AnalysisException) {
        throw new IllegalArgumentException(
            "the expression \"%s\" does not fit the archive's columns: %s"
                .formatted(text, wrong.getMessage()),
            wrong);
      }
      throw wrong;
    }
  }
}

package io.nightaudit.jobs.sql;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.execution.aggregate.ScalaAggregator;
import org.apache.spark.sql.types.DataTypes;
import scala.Function1;
import scala.Function2;
import scala.Function3;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * The SQL functions over stored summaries, as an extension of a Spark session: {@code
 * spark.sql.extensions=io.nightaudit.jobs.sql.AuditExtensions}, beside Delta's own, with a comma
 * between them. Works in spark-sql, PySpark and Java.
 */
public final class AuditExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  private static final String MERGE = "audit_merge";

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    for (SummaryFunction function : SummaryFunction.values()) {
      inject(extensions, function.title(), function.usage(), call(function));
    }
    inject(
        extensions,
        MERGE,
        "(summary) - aggregate: the summary of all rows of a group together",
        new Builder() {
          private static final long serialVersionUID = 1;

          @Override
          public Expression apply(Seq<Expression> arguments) {
            return merge(checked(MERGE, arguments, 1));
          }
        });
    return BoxedUnit.UNIT;
  }

  /** Makes an expression of its arguments. */
  private abstract static class Builder extends AbstractFunction1<Seq<Expression>, Expression>
      implements Serializable {
    private static final long serialVersionUID = 1;
  }

  private static void inject(
      SparkSessionExtensions extensions, String name, String usage, Builder builder) {
    ExpressionInfo info =
        new ExpressionInfo(
            AuditExtensions.class.getName(),
            null,
            name,
            "_FUNC_" + usage,
            "",
            "",
            "",
            "",
            "",
            "",
            "scala_udf");
    Function1<Seq<Expression>, Expression> make = builder;
    extensions.injectFunction(new Tuple3<>(new FunctionIdentifier(name), info, make));
  }

  private static Builder call(SummaryFunction function) {
    return new Builder() {
      private static final long serialVersionUID = 1;

      @Override
      public Expression apply(Seq<Expression> arguments) {
        List<Expression> given = checked(function.title(), arguments, function.inputs().size());
        List<Expression> cast = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
          cast.add(cast(given.get(i), function, i));
        }
        return new ScalaUDF(
            body(function),
            function.output(),
            seq(cast),
            seq(List.of()),
            Option.empty(),
            Option.apply(function.title()),
            true,
            true);
      }
    };
  }

  /** A literal such as 0.95 is a decimal in SQL; a summary is bytes or a mistake. */
  private static Expression cast(Expression argument, SummaryFunction function, int at) {
    return function.inputs().get(at).equals(DataTypes.BinaryType)
        ? argument
        : new Cast(argument, function.inputs().get(at), Option.empty(), Cast.apply$default$4());
  }

  private static Object body(SummaryFunction function) {
    return switch (function.inputs().size()) {
      case 1 -> (Function1<Object, Object> & Serializable) function::apply;
      case 2 -> (Function2<Object, Object, Object> & Serializable) function::apply;
      case 3 -> (Function3<Object, Object, Object, Object> & Serializable) function::apply;
      default -> throw new IllegalStateException("a function of many arguments: " + function);
    };
  }

  private static Expression merge(List<Expression> arguments) {
    return new ScalaAggregator<>(
            seq(arguments),
            new MergeSummaries(),
            bytes(),
            bytes(),
            true,
            true,
            0,
            0,
            Option.apply(MERGE))
        .toAggregateExpression();
  }

  private static ExpressionEncoder<byte[]> bytes() {
    return ExpressionEncoder.apply((AgnosticEncoder<byte[]>) Encoders.BINARY());
  }

  private static List<Expression> checked(String name, Seq<Expression> arguments, int count) {
    List<Expression> given = CollectionConverters.asJava(arguments);
    if (given.size() != count) {
      throw new IllegalArgumentException(
          "%s takes %s arguments, not %s".formatted(name, count, given.size()));
    }
    return given;
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toList();
  }
}

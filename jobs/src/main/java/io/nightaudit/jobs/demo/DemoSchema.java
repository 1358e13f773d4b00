package io.nightaudit.jobs.demo;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of the demo's archive, named as an application's own log might name them. */
final class DemoSchema {

  /** The column that becomes the night's folder. */
  static final String NIGHT = "dt";

  static final int EVENT_TIME = 0;

  static final StructType COLUMNS =
      struct(
              DataTypes.TimestampType, "event_time",
              DataTypes.StringType, "request_id",
              DataTypes.StringType, "application",
              DataTypes.StringType, "tenant",
              DataTypes.StringType, "user",
              DataTypes.StringType, "conversation",
              DataTypes.StringType, "requested_model",
              DataTypes.StringType, "served_model",
              DataTypes.StringType, "prompt_version",
              DataTypes.StringType, "question",
              DataTypes.StringType, "answer")
          .add("usage", usage())
          .add("latency_s", DataTypes.DoubleType)
          .add("first_token_s", DataTypes.DoubleType)
          .add("status", DataTypes.StringType)
          .add("error", DataTypes.StringType)
          .add("finish_reason", DataTypes.StringType)
          .add("response_format", DataTypes.StringType)
          .add("thumbs", DataTypes.IntegerType)
          .add("groundedness", DataTypes.DoubleType)
          .add("resolved", DataTypes.BooleanType)
          .add("guardrail_events", DataTypes.createArrayType(guardrailEvent()))
          .add(NIGHT, DataTypes.StringType);

  private DemoSchema() {}

  private static StructType usage() {
    return struct(
        DataTypes.LongType, "input_tokens",
        DataTypes.LongType, "output_tokens",
        DataTypes.LongType, "cached_tokens",
        DataTypes.LongType, "reasoning_tokens");
  }

  private static StructType guardrailEvent() {
    return struct(
        DataTypes.StringType, "target",
        DataTypes.StringType, "name",
        DataTypes.StringType, "rule_id",
        DataTypes.StringType, "category",
        DataTypes.StringType, "verdict",
        DataTypes.StringType, "action",
        DataTypes.DoubleType, "score");
  }

  private static StructType struct(Object... typesAndNames) {
    StructType type = new StructType();
    for (int i = 0; i < typesAndNames.length; i += 2) {
      type = type.add((String) typesAndNames[i + 1], (DataType) typesAndNames[i]);
    }
    return type;
  }
}

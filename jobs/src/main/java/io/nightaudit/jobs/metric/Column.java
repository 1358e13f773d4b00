package io.nightaudit.jobs.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of the canonical interaction: what an archive is mapped to. */
public enum Column {
  INTERACTION_ID(Type.IDENTIFIER),
  START_TIME(Type.TIME),
  END_TIME(Type.TIME),
  PROMPT(Type.TEXT),
  ANSWER(Type.TEXT),
  REQUEST_MODEL(Type.CATEGORY),
  RESPONSE_MODEL(Type.CATEGORY),
  PROVIDER(Type.CATEGORY),
  OPERATION(Type.CATEGORY),
  PROMPT_NAME(Type.CATEGORY),
  PROMPT_VERSION(Type.CATEGORY),
  APP_NAME(Type.CATEGORY),
  APP_VERSION(Type.CATEGORY),
  ENVIRONMENT(Type.CATEGORY),
  REGION(Type.CATEGORY),
  TENANT(Type.CATEGORY),
  TEAM_ID(Type.CATEGORY),
  PROJECT_ID(Type.CATEGORY),
  COST_CENTER(Type.CATEGORY),
  SERVICE_TIER(Type.CATEGORY),
  LANGUAGE(Type.CATEGORY),
  STATUS(Type.CATEGORY),
  ERROR_TYPE(Type.CATEGORY),
  FINISH_REASONS(Type.CATEGORY),
  RESPONSE_FORMAT(Type.CATEGORY),
  USER_ID_HASH(Type.IDENTIFIER),
  CONVERSATION_ID(Type.IDENTIFIER),
  INPUT_TOKENS(Type.COUNT),
  OUTPUT_TOKENS(Type.COUNT),
  CACHE_READ_TOKENS(Type.COUNT),
  CACHE_WRITE_TOKENS(Type.COUNT),
  CACHE_WRITE_1H_TOKENS(Type.COUNT),
  REASONING_TOKENS(Type.COUNT),
  MAX_TOKENS(Type.COUNT),
  DURATION_MS(Type.DURATION),
  TIME_TO_FIRST_TOKEN_MS(Type.DURATION),
  REPORTED_COST(Type.NUMBER),
  FEEDBACK(Type.NUMBER),
  OUTPUT_LOGPROB_SUM(Type.NUMBER),
  CACHE_HIT(Type.BOOLEAN),
  GUARDRAILS(Type.GUARDRAILS),
  SCORES(Type.SCORES);

  /** How values of a column are read and checked. */
  public enum Type {
    IDENTIFIER,
    TIME,
    TEXT,
    CATEGORY,
    /** Whole and not negative. */
    COUNT,
    /** Milliseconds, not negative. */
    DURATION,
    NUMBER,
    BOOLEAN,
    /** An array of structs, one for each guardrail event. */
    GUARDRAILS,
    /** A map or a struct of name to number; single scores are mapped as {@code scores.NAME}. */
    SCORES
  }

  /** What stands before the name of a single score. */
  public static final String SCORE_PREFIX = "scores.";

  private final Type type;

  Column(Type type) {
    this.type = type;
  }

  public Type type() {
    return type;
  }

  /** The name in configurations, tables and messages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of that name, if there is one. */
  public static Optional<Column> named(String id) {
    return Arrays.stream(values()).filter(column -> column.id().equals(id)).findFirst();
  }

  /** All columns of a type, in declaration order. */
  public static List<Column> of(Type type) {
    return Arrays.stream(values()).filter(column -> column.type == type).toList();
  }
}

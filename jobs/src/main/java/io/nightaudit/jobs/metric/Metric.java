package io.nightaudit.jobs.metric;

import static io.nightaudit.jobs.metric.Column.ANSWER;
import static io.nightaudit.jobs.metric.Column.PROMPT;
import static io.nightaudit.jobs.metric.Extractions.category;
import static io.nightaudit.jobs.metric.Extractions.guardrail;
import static io.nightaudit.jobs.metric.Extractions.isJson;
import static io.nightaudit.jobs.metric.Extractions.isLength;
import static io.nightaudit.jobs.metric.Extractions.number;
import static io.nightaudit.jobs.metric.Extractions.script;
import static io.nightaudit.jobs.metric.Extractions.slower;
import static io.nightaudit.jobs.metric.Extractions.text;
import static io.nightaudit.jobs.metric.Extractions.textShare;
import static io.nightaudit.jobs.metric.Family.COST;
import static io.nightaudit.jobs.metric.Family.GUARDRAIL;
import static io.nightaudit.jobs.metric.Family.INPUT;
import static io.nightaudit.jobs.metric.Family.OUTPUT;
import static io.nightaudit.jobs.metric.Family.PERFORMANCE;
import static io.nightaudit.jobs.metric.Family.QUALITY;
import static io.nightaudit.jobs.metric.Harm.DECREASE;
import static io.nightaudit.jobs.metric.Harm.INCREASE;
import static io.nightaudit.jobs.metric.Harm.NEITHER;

import io.nightaudit.metrics.text.TextDescription;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue: everything that is measured. A new metric is one constant here, one line in {@code
 * default-policy.yaml} and one row of the catalogue's test.
 */
public enum Metric {
  INTERACTIONS(INPUT, "Interactions", "interactions", NEITHER, new Extraction.Volume()),
  PROMPT_CHARACTERS(
      INPUT,
      "Characters per question",
      "characters",
      NEITHER,
      text(PROMPT, 0, TextDescription::characters),
      PROMPT),
  PROMPT_WORDS(
      INPUT,
      "Words per question",
      "words",
      NEITHER,
      text(PROMPT, 0, TextDescription::words),
      PROMPT),
  PROMPT_SENTENCES(
      INPUT,
      "Sentences per question",
      "sentences",
      NEITHER,
      text(PROMPT, 0, TextDescription::sentences),
      PROMPT),
  PROMPT_WORDS_PER_SENTENCE(
      INPUT,
      "Words per sentence of a question",
      "words",
      NEITHER,
      text(PROMPT, 3, TextDescription::wordsPerSentence),
      PROMPT),
  PROMPT_CAPITALS(
      INPUT,
      "Capitals among letters of a question",
      "share",
      NEITHER,
      text(PROMPT, 6, TextDescription::capitalShare),
      PROMPT),
  PROMPT_DIGITS(
      INPUT,
      "Digits among characters of a question",
      "share",
      NEITHER,
      text(PROMPT, 6, TextDescription::digitShare),
      PROMPT),
  PROMPT_PUNCTUATION(
      INPUT,
      "Punctuation among characters of a question",
      "share",
      NEITHER,
      text(PROMPT, 6, TextDescription::punctuationShare),
      PROMPT),
  PROMPT_EMOJI(
      INPUT,
      "Questions with emoji",
      "share",
      NEITHER,
      textShare(PROMPT, t -> t.emoji() > 0),
      PROMPT),
  PROMPT_QUESTION(
      INPUT,
      "Written as a question",
      "share",
      NEITHER,
      textShare(PROMPT, TextDescription::question),
      PROMPT),
  PROMPT_FRAGMENT(
      INPUT,
      "Fragments, not sentences",
      "share",
      NEITHER,
      textShare(PROMPT, TextDescription::fragment),
      PROMPT),
  PROMPT_LINKS(
      INPUT,
      "Questions with links",
      "share",
      NEITHER,
      textShare(PROMPT, t -> t.links() > 0),
      PROMPT),
  PROMPT_CODE(
      INPUT,
      "Questions with code",
      "share",
      NEITHER,
      textShare(PROMPT, TextDescription::code),
      PROMPT),
  PROMPT_SCRIPT(INPUT, "Script of questions", "mix", NEITHER, script(PROMPT), PROMPT),
  PROMPT_REPETITION(
      INPUT,
      "Repetition inside a question",
      "share",
      NEITHER,
      text(PROMPT, 6, TextDescription::repetition),
      PROMPT),
  PROMPT_READABILITY(
      INPUT,
      "Readability of questions (Flesch)",
      "points",
      NEITHER,
      text(PROMPT, 3, TextDescription::readability),
      PROMPT),
  PROMPT_TERMS(
      INPUT, "Unusual words in questions", "score", NEITHER, new Extraction.Terms(PROMPT), PROMPT),
  INPUT_TOKENS(
      INPUT,
      "Input tokens",
      "tokens",
      NEITHER,
      number(0, Column.INPUT_TOKENS),
      Column.INPUT_TOKENS),
  REQUEST_MODELS(
      INPUT,
      "Mix of requested models",
      "mix",
      NEITHER,
      category(Column.REQUEST_MODEL),
      Column.REQUEST_MODEL),
  APPLICATIONS(
      INPUT, "Mix of applications", "mix", NEITHER, category(Column.APP_NAME), Column.APP_NAME),
  TENANTS(INPUT, "Mix of tenants", "mix", NEITHER, category(Column.TENANT), Column.TENANT),
  USERS(
      INPUT,
      "Different users",
      "users",
      NEITHER,
      new Extraction.Distinct(Column.USER_ID_HASH),
      Column.USER_ID_HASH),
  CONVERSATIONS(
      INPUT,
      "Different conversations",
      "conversations",
      NEITHER,
      new Extraction.Distinct(Column.CONVERSATION_ID),
      Column.CONVERSATION_ID),

  ANSWER_CHARACTERS(
      OUTPUT,
      "Characters per answer",
      "characters",
      NEITHER,
      text(ANSWER, 0, TextDescription::characters),
      ANSWER),
  ANSWER_WORDS(
      OUTPUT,
      "Words per answer",
      "words",
      NEITHER,
      text(ANSWER, 0, TextDescription::words),
      ANSWER),
  ANSWER_SENTENCES(
      OUTPUT,
      "Sentences per answer",
      "sentences",
      NEITHER,
      text(ANSWER, 0, TextDescription::sentences),
      ANSWER),
  ANSWER_WORDS_PER_SENTENCE(
      OUTPUT,
      "Words per sentence of an answer",
      "words",
      NEITHER,
      text(ANSWER, 3, TextDescription::wordsPerSentence),
      ANSWER),
  ANSWER_CAPITALS(
      OUTPUT,
      "Capitals among letters of an answer",
      "share",
      NEITHER,
      text(ANSWER, 6, TextDescription::capitalShare),
      ANSWER),
  ANSWER_DIGITS(
      OUTPUT,
      "Digits among characters of an answer",
      "share",
      NEITHER,
      text(ANSWER, 6, TextDescription::digitShare),
      ANSWER),
  ANSWER_PUNCTUATION(
      OUTPUT,
      "Punctuation among characters of an answer",
      "share",
      NEITHER,
      text(ANSWER, 6, TextDescription::punctuationShare),
      ANSWER),
  ANSWER_EMOJI(
      OUTPUT,
      "Answers with emoji",
      "share",
      NEITHER,
      textShare(ANSWER, t -> t.emoji() > 0),
      ANSWER),
  ANSWER_QUESTION(
      OUTPUT,
      "Answers that ask back",
      "share",
      NEITHER,
      textShare(ANSWER, TextDescription::question),
      ANSWER),
  ANSWER_FRAGMENT(
      OUTPUT,
      "Answers that are fragments",
      "share",
      NEITHER,
      textShare(ANSWER, TextDescription::fragment),
      ANSWER),
  ANSWER_LINKS(
      OUTPUT,
      "Answers with links",
      "share",
      NEITHER,
      textShare(ANSWER, t -> t.links() > 0),
      ANSWER),
  ANSWER_CODE(
      OUTPUT,
      "Answers with code",
      "share",
      NEITHER,
      textShare(ANSWER, TextDescription::code),
      ANSWER),
  ANSWER_SCRIPT(OUTPUT, "Script of answers", "mix", NEITHER, script(ANSWER), ANSWER),
  ANSWER_OTHER_SCRIPT(
      OUTPUT,
      "Answered in another script than asked",
      "share",
      INCREASE,
      new Extraction.Share(Extractions::hasBothTexts, Extractions::scriptsDiffer),
      PROMPT,
      ANSWER),
  ANSWER_REPETITION(
      OUTPUT,
      "Repetition inside an answer",
      "share",
      INCREASE,
      text(ANSWER, 6, TextDescription::repetition),
      ANSWER),
  ANSWER_READABILITY(
      OUTPUT,
      "Readability of answers (Flesch)",
      "points",
      NEITHER,
      text(ANSWER, 3, TextDescription::readability),
      ANSWER),
  ANSWER_EMPTY(
      OUTPUT, "Empty answers", "share", INCREASE, textShare(ANSWER, t -> t.words() == 0), ANSWER),
  ANSWER_REFUSAL(
      OUTPUT, "Refusals", "share", INCREASE, textShare(ANSWER, TextDescription::refusal), ANSWER),
  ANSWER_UNFINISHED(
      OUTPUT,
      "Answers that end mid-sentence",
      "share",
      INCREASE,
      textShare(ANSWER, TextDescription::unfinished),
      ANSWER),
  ANSWER_AT_TOKEN_LIMIT(
      OUTPUT,
      "Cut off at the token limit",
      "share",
      INCREASE,
      new Extraction.Share(
          o -> o.number(Column.MAX_TOKENS) > 0 && o.has(Column.OUTPUT_TOKENS),
          o -> o.number(Column.OUTPUT_TOKENS) >= o.number(Column.MAX_TOKENS)),
      Column.MAX_TOKENS,
      Column.OUTPUT_TOKENS),
  ANSWER_VALID_JSON(
      OUTPUT,
      "Valid JSON where JSON is due",
      "share",
      DECREASE,
      new Extraction.Share(
          o -> o.has(ANSWER) && isJson(o.category(Column.RESPONSE_FORMAT)),
          o -> o.text(ANSWER).validJson()),
      ANSWER,
      Column.RESPONSE_FORMAT),
  ANSWER_TERMS(
      OUTPUT, "Unusual words in answers", "score", NEITHER, new Extraction.Terms(ANSWER), ANSWER),
  OUTPUT_TOKENS(
      OUTPUT,
      "Output tokens",
      "tokens",
      NEITHER,
      number(0, Column.OUTPUT_TOKENS),
      Column.OUTPUT_TOKENS),
  REASONING_TOKENS(
      OUTPUT,
      "Reasoning tokens",
      "tokens",
      NEITHER,
      number(0, Column.REASONING_TOKENS),
      Column.REASONING_TOKENS),
  TOTAL_TOKENS(
      OUTPUT,
      "Tokens, in and out",
      "tokens",
      INCREASE,
      new Extraction.Quantity(
          0, o -> o.number(Column.INPUT_TOKENS) + o.number(Column.OUTPUT_TOKENS)),
      Column.INPUT_TOKENS,
      Column.OUTPUT_TOKENS),
  FINISH_REASONS(
      OUTPUT,
      "Reasons for stopping",
      "mix",
      NEITHER,
      category(Column.FINISH_REASONS),
      Column.FINISH_REASONS),
  TRUNCATED(
      OUTPUT,
      "Stopped for length",
      "share",
      INCREASE,
      new Extraction.Share(
          o -> o.has(Column.FINISH_REASONS), o -> isLength(o.category(Column.FINISH_REASONS))),
      Column.FINISH_REASONS),
  RESPONSE_MODELS(
      OUTPUT,
      "Mix of models that answered",
      "mix",
      NEITHER,
      category(Column.RESPONSE_MODEL),
      Column.RESPONSE_MODEL),
  RELEASES(
      OUTPUT, "Mix of releases", "mix", NEITHER, new Extraction.Category(Observation::release)),

  DURATION_MS(
      PERFORMANCE, "Duration", "ms", INCREASE, number(3, Column.DURATION_MS), Column.DURATION_MS),
  DURATION_MEDIAN(
      PERFORMANCE,
      "Duration, median",
      "ms",
      INCREASE,
      new Extraction.Quantile("duration_ms", 0.5),
      Column.DURATION_MS),
  DURATION_P95(
      PERFORMANCE,
      "Duration, 95th percentile",
      "ms",
      INCREASE,
      new Extraction.Quantile("duration_ms", 0.95),
      Column.DURATION_MS),
  DURATION_OVER_500_MS(
      PERFORMANCE, "Over 500 ms", "share", INCREASE, slower(500), Column.DURATION_MS),
  DURATION_OVER_800_MS(
      PERFORMANCE, "Over 800 ms", "share", INCREASE, slower(800), Column.DURATION_MS),
  DURATION_OVER_1_S(PERFORMANCE, "Over 1 s", "share", INCREASE, slower(1000), Column.DURATION_MS),
  DURATION_OVER_30_S(
      PERFORMANCE, "Over 30 s", "share", INCREASE, slower(30_000), Column.DURATION_MS),
  TIME_TO_FIRST_TOKEN_MS(
      PERFORMANCE,
      "Time to first token",
      "ms",
      INCREASE,
      number(3, Column.TIME_TO_FIRST_TOKEN_MS),
      Column.TIME_TO_FIRST_TOKEN_MS),
  TIME_TO_FIRST_TOKEN_P95(
      PERFORMANCE,
      "Time to first token, 95th percentile",
      "ms",
      INCREASE,
      new Extraction.Quantile("time_to_first_token_ms", 0.95),
      Column.TIME_TO_FIRST_TOKEN_MS),
  ERRORS(
      PERFORMANCE,
      "Errors",
      "share",
      INCREASE,
      new Extraction.Share(
          o -> o.has(Column.STATUS), o -> "error".equalsIgnoreCase(o.category(Column.STATUS))),
      Column.STATUS),
  ERROR_TYPES(
      PERFORMANCE,
      "Kinds of error",
      "mix",
      NEITHER,
      category(Column.ERROR_TYPE),
      Column.ERROR_TYPE),

  SCORES(QUALITY, "Score", "score", NEITHER, new Extraction.Score(), Column.SCORES),
  FEEDBACK_GIVEN(
      QUALITY,
      "Answers that users rated",
      "share",
      NEITHER,
      new Extraction.Share(o -> true, o -> o.has(Column.FEEDBACK)),
      Column.FEEDBACK),
  FEEDBACK_POSITIVE(
      QUALITY,
      "Positive among rated answers",
      "share",
      DECREASE,
      new Extraction.Share(o -> o.has(Column.FEEDBACK), o -> o.number(Column.FEEDBACK) > 0),
      Column.FEEDBACK),
  PERPLEXITY(
      QUALITY,
      "Perplexity of answers",
      "perplexity",
      INCREASE,
      new Extraction.Quantity(6, Extractions::perplexity),
      Column.OUTPUT_LOGPROB_SUM,
      Column.OUTPUT_TOKENS),

  GUARDRAIL_HITS(
      GUARDRAIL,
      "Guardrail hits",
      "share",
      INCREASE,
      guardrail(Observation::guardrailHit),
      Column.GUARDRAILS),
  GUARDRAIL_BLOCKS(
      GUARDRAIL,
      "Blocked by a guardrail",
      "share",
      INCREASE,
      guardrail(Observation::guardrailBlocked),
      Column.GUARDRAILS),
  GUARDRAIL_ERRORS(
      GUARDRAIL,
      "Guardrails that failed to judge",
      "share",
      INCREASE,
      guardrail(Observation::guardrailError),
      Column.GUARDRAILS),
  GUARDRAIL_RULES(
      GUARDRAIL,
      "Rules that were hit",
      "mix",
      NEITHER,
      new Extraction.Categories(Observation::guardrailRules),
      Column.GUARDRAILS),
  GUARDRAIL_ACTIONS(
      GUARDRAIL,
      "Rules and actions",
      "mix",
      NEITHER,
      new Extraction.Categories(Observation::guardrailActions),
      Column.GUARDRAILS),
  GUARDRAIL_RULE_HITS(
      GUARDRAIL,
      "Hits of rule",
      "share",
      INCREASE,
      new Extraction.ShareOfEach("guardrail_rules", "guardrail_hits"),
      Column.GUARDRAILS),

  COST_PER_INTERACTION(
      COST,
      "Cost per interaction",
      "USD",
      INCREASE,
      new Extraction.Quantity(12, Observation::cost),
      Column.REPORTED_COST),
  COST_TOTAL(
      COST,
      "Cost of the night",
      "USD",
      INCREASE,
      new Extraction.Total("cost_per_interaction"),
      Column.REPORTED_COST),
  UNPRICED(
      COST,
      "Interactions without a price",
      "share",
      INCREASE,
      new Extraction.Share(o -> true, o -> Double.isNaN(o.cost())),
      Column.REPORTED_COST);

  private final Family family;
  private final String title;
  private final String unit;
  private final Harm harm;
  private final Extraction extraction;
  private final List<Column> needs;

  Metric(
      Family family, String title, String unit, Harm harm, Extraction extraction, Column... needs) {
    this.family = family;
    this.title = title;
    this.unit = unit;
    this.harm = harm;
    this.extraction = extraction;
    this.needs = List.of(needs);
  }

  /** The name in tables, policies and reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Family family() {
    return family;
  }

  /** What a report prints. */
  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  /** The direction of harm where the policy does not say otherwise. */
  public Harm harm() {
    return harm;
  }

  public Extraction extraction() {
    return extraction;
  }

  /** The columns without which there is no value. */
  public List<Column> needs() {
    return needs;
  }

  /** The metric of that name, if there is one. */
  public static Optional<Metric> named(String id) {
    return Arrays.stream(values()).filter(metric -> metric.id().equals(id)).findFirst();
  }
}

package io.nightaudit.jobs.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The published catalogue: a name, a unit or a needed column that changes breaks stored history.
 */
class MetricCatalogueTest {
  /** Id, family, unit, direction of harm, columns that it needs. */
  private static final List<String> CATALOGUE =
      """
          interactions | INPUT | interactions | NEITHER |
          prompt_characters | INPUT | characters | NEITHER | prompt
          prompt_words | INPUT | words | NEITHER | prompt
          prompt_sentences | INPUT | sentences | NEITHER | prompt
          prompt_words_per_sentence | INPUT | words | NEITHER | prompt
          prompt_capitals | INPUT | share | NEITHER | prompt
          prompt_digits | INPUT | share | NEITHER | prompt
          prompt_punctuation | INPUT | share | NEITHER | prompt
          prompt_emoji | INPUT | share | NEITHER | prompt
          prompt_question | INPUT | share | NEITHER | prompt
          prompt_fragment | INPUT | share | NEITHER | prompt
          prompt_links | INPUT | share | NEITHER | prompt
          prompt_code | INPUT | share | NEITHER | prompt
          prompt_script | INPUT | mix | NEITHER | prompt
          prompt_repetition | INPUT | share | NEITHER | prompt
          prompt_readability | INPUT | points | NEITHER | prompt
          prompt_terms | INPUT | score | NEITHER | prompt
          input_tokens | INPUT | tokens | NEITHER | input_tokens
          request_models | INPUT | mix | NEITHER | request_model
          applications | INPUT | mix | NEITHER | app_name
          tenants | INPUT | mix | NEITHER | tenant
          users | INPUT | users | NEITHER | user_id_hash
          conversations | INPUT | conversations | NEITHER | conversation_id
          answer_characters | OUTPUT | characters | NEITHER | answer
          answer_words | OUTPUT | words | NEITHER | answer
          answer_sentences | OUTPUT | sentences | NEITHER | answer
          answer_words_per_sentence | OUTPUT | words | NEITHER | answer
          answer_capitals | OUTPUT | share | NEITHER | answer
          answer_digits | OUTPUT | share | NEITHER | answer
          answer_punctuation | OUTPUT | share | NEITHER | answer
          answer_emoji | OUTPUT | share | NEITHER | answer
          answer_question | OUTPUT | share | NEITHER | answer
          answer_fragment | OUTPUT | share | NEITHER | answer
          answer_links | OUTPUT | share | NEITHER | answer
          answer_code | OUTPUT | share | NEITHER | answer
          answer_script | OUTPUT | mix | NEITHER | answer
          answer_other_script | OUTPUT | share | INCREASE | prompt answer
          answer_repetition | OUTPUT | share | INCREASE | answer
          answer_readability | OUTPUT | points | NEITHER | answer
          answer_empty | OUTPUT | share | INCREASE | answer
          answer_refusal | OUTPUT | share | INCREASE | answer
          answer_unfinished | OUTPUT | share | INCREASE | answer
          answer_at_token_limit | OUTPUT | share | INCREASE | max_tokens output_tokens
          answer_valid_json | OUTPUT | share | DECREASE | answer response_format
          answer_terms | OUTPUT | score | NEITHER | answer
          output_tokens | OUTPUT | tokens | NEITHER | output_tokens
          reasoning_tokens | OUTPUT | tokens | NEITHER | reasoning_tokens
          total_tokens | OUTPUT | tokens | INCREASE | input_tokens output_tokens
          finish_reasons | OUTPUT | mix | NEITHER | finish_reasons
          truncated | OUTPUT | share | INCREASE | finish_reasons
          response_models | OUTPUT | mix | NEITHER | response_model
          releases | OUTPUT | mix | NEITHER |
          duration_ms | PERFORMANCE | ms | INCREASE | duration_ms
          duration_median | PERFORMANCE | ms | INCREASE | duration_ms
          duration_p95 | PERFORMANCE | ms | INCREASE | duration_ms
          duration_over_500_ms | PERFORMANCE | share | INCREASE | duration_ms
          duration_over_800_ms | PERFORMANCE | share | INCREASE | duration_ms
          duration_over_1_s | PERFORMANCE | share | INCREASE | duration_ms
          duration_over_30_s | PERFORMANCE | share | INCREASE | duration_ms
          time_to_first_token_ms | PERFORMANCE | ms | INCREASE | time_to_first_token_ms
          time_to_first_token_p95 | PERFORMANCE | ms | INCREASE | time_to_first_token_ms
          errors | PERFORMANCE | share | INCREASE | status
          error_types | PERFORMANCE | mix | NEITHER | error_type
          scores | QUALITY | score | NEITHER | scores
          feedback_given | QUALITY | share | NEITHER | feedback
          feedback_positive | QUALITY | share | DECREASE | feedback
          perplexity | QUALITY | perplexity | INCREASE | output_logprob_sum output_tokens
          guardrail_hits | GUARDRAIL | share | INCREASE | guardrails
          guardrail_blocks | GUARDRAIL | share | INCREASE | guardrails
          guardrail_errors | GUARDRAIL | share | INCREASE | guardrails
          guardrail_rules | GUARDRAIL | mix | NEITHER | guardrails
          guardrail_actions | GUARDRAIL | mix | NEITHER | guardrails
          guardrail_rule_hits | GUARDRAIL | share | INCREASE | guardrails
          cost_per_interaction | COST | USD | INCREASE | reported_cost
          cost_total | COST | USD | INCREASE | reported_cost
          unpriced | COST | share | INCREASE | reported_cost
      """
          .lines()
          .map(String::strip)
          .toList();

  @Test
  void catalogue_isTheTable() {
    assertThat(Arrays.stream(Metric.values()).map(MetricCatalogueTest::row).toList())
        .isEqualTo(CATALOGUE);
  }

  private static String row(Metric metric) {
    String needs = metric.needs().stream().map(Column::id).collect(Collectors.joining(" "));
    return String.join(
            " | ", metric.id(), metric.family().name(), metric.unit(), metric.harm().name(), needs)
        .strip();
  }

  @Test
  void titles_areDistinctWithinAFamily() {
    assertThat(Arrays.stream(Metric.values()).map(metric -> metric.family() + metric.title()))
        .doesNotHaveDuplicates();
  }
}

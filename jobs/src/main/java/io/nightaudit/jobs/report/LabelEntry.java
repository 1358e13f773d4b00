package io.nightaudit.jobs.report;

import java.util.Optional;

/**
 * What people's labels say of one target.
 *
 * @param target a score, {@code guardrail.precision} (hits that are right) or {@code
 *     guardrail.misses} (interactions without a hit that people call violations)
 * @param estimate the mean label, corrected by the judge's scores, or the share
 * @param n labelled interactions behind it
 * @param judged other interactions whose score it uses
 * @param lambda weight of the judge's scores, from 0 to 1
 * @param judgeMean mean score of all interactions of these nights
 * @param people how many people labelled
 * @param agreement Krippendorff's alpha of the interactions that more than one person labelled
 * @param agreementOn how many these are
 * @param unusable labels of interactions that the review queue of these nights does not hold
 * @param reason why there is no estimate; empty where there is one
 */
public record LabelEntry(
    String target,
    String title,
    String unit,
    Optional<Double> estimate,
    Optional<Double> low,
    Optional<Double> high,
    double confidence,
    long n,
    long judged,
    Optional<Double> lambda,
    Optional<Double> judgeMean,
    long people,
    Optional<Double> agreement,
    long agreementOn,
    long unusable,
    String reason) {}

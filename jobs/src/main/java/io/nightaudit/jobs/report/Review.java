package io.nightaudit.jobs.report;

import java.util.List;

/**
 * Interactions drawn for a person to look at, and the strata that they come from.
 *
 * @param drawn interactions, each once
 * @param strata what they were drawn from
 */
public record Review(long drawn, List<ReviewStratum> strata) {}

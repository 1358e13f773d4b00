package io.nightaudit.jobs.incident;

/**
 * Whether the law's clocks run for this system, as far as the operator has said.
 *
 * @param live whether they do; otherwise they are shown as an internal drill
 * @param why in a sentence
 * @param deploys whether the operator deploys the system, or has not said
 */
public record Standing(boolean live, String why, boolean deploys) {}

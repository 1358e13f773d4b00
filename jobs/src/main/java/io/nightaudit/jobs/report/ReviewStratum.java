package io.nightaudit.jobs.report;

import java.util.Optional;

/**
 * How many of the interactions of a stratum were drawn, and with which probability each.
 *
 * @param name name in the table of the queue, such as LOW_SCORE.correct
 * @param title what a person reads
 * @param rows interactions that could be drawn
 * @param drawn how many were
 * @param probability with which each was drawn; absent where none was
 * @param reason why none was drawn, or what could not be drawn
 */
public record ReviewStratum(
    String name,
    String title,
    long rows,
    long drawn,
    Optional<Double> probability,
    String reason) {}

package io.nightaudit.jobs.store;

import io.nightaudit.jobs.profile.CostLine;
import java.io.Serializable;

/**
 * One line of the cost ledger with its night: a row of the table {@code cost_ledger}.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param line the line
 */
public record CostRow(long epochDay, CostLine line) implements Serializable {}

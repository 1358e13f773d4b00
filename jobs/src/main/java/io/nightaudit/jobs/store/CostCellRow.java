package io.nightaudit.jobs.store;

import io.nightaudit.jobs.profile.CostLine;
import java.io.Serializable;

/**
 * One line of the cost ledger before small keys are withheld: a row of the table {@code
 * cost_cells}.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param line the line
 * @param people different users of its key, or interactions where users are not known
 * @param interactions interactions of its key
 */
public record CostCellRow(long epochDay, CostLine line, long people, long interactions)
    implements Serializable {}

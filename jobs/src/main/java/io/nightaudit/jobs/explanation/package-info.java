/**
 * Leads from a figure to its origin. Reads stored profiles, daily values and the report of a night;
 * makes the definition, the inputs, the recomputation and the queries of each figure.
 */
package io.nightaudit.jobs.explanation;

/**
 * Stage 3 of 6: comparison. Reads profiles of a bounded window. Writes measurements and
 * comparisons: evidence without thresholds.
 */
package io.nightaudit.jobs.comparison;

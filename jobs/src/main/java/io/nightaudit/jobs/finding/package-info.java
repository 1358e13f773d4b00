/**
 * Stage 4 of 6: finding. Reads comparisons, daily values and the policy. Writes findings: it holds
 * every threshold and computes no statistic.
 */
package io.nightaudit.jobs.finding;

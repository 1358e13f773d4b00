/**
 * How sure are we? Confidence intervals of rates, means and ratios, of their differences, of any
 * statistic of daily values, and of means that a judge helps to estimate.
 */
package io.nightaudit.metrics.interval;

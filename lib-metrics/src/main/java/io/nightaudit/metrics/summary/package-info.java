/**
 * What does a group of values look like? Integer summaries that merge and subtract exactly.
 *
 * <p>Every summary holds integers only, so merging is associative and commutative to the last byte:
 * the same rows give the same bytes whatever the partitions, their order or a retry.
 */
package io.nightaudit.metrics.summary;

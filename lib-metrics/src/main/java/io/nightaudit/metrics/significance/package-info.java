/**
 * Could it be chance? Tests of two samples from their statistic or counts, the smallest effect they
 * can see, and the corrections for many of them.
 */
package io.nightaudit.metrics.significance;

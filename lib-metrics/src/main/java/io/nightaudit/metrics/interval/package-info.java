/** How sure are we? Confidence intervals of rates, means, their differences and ratios. */
package io.nightaudit.metrics.interval;

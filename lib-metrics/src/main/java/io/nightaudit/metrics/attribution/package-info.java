/** What drove the change? Mix against behaviour, factors of a cost, slices, a fixed mix. */
package io.nightaudit.metrics.attribution;

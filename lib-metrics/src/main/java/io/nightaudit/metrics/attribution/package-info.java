/** What drove the change? Mix against behaviour, and values at a fixed mix. */
package io.nightaudit.metrics.attribution;

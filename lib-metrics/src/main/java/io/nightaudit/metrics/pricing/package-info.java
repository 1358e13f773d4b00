/**
 * What did these tokens cost at that time?
 *
 * <p>A {@link io.nightaudit.metrics.pricing.PriceBook} holds dated prices; costs are exact whole
 * picodollars (10⁻¹² US dollar), so that sums do not depend on their order.
 */
package io.nightaudit.metrics.pricing;

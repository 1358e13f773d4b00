package io.nightaudit.jobs.policy;

import io.nightaudit.metrics.pricing.PriceBook;
import java.io.Serializable;

/**
 * Where costs come from.
 *
 * @param preferReported whether a reported cost, where there is one, wins over the price book
 * @param book the dated prices; empty where none is configured
 */
public record PriceSettings(boolean preferReported, PriceBook book) implements Serializable {}

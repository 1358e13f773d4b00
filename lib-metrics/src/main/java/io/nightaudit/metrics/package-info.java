/** Exact summaries and referenced statistics; each subpackage answers one question. */
package io.nightaudit.metrics;

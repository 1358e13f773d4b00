/**
 * Charts as inline SVG, drawn from the numbers of the report alone. Each has a title and a
 * description that hold its numbers; equal numbers give equal bytes.
 */
package io.nightaudit.jobs.report.chart;

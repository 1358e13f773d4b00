/**
 * The report of a week, a month or a quarter. Reads the stored records of its nights and of as many
 * nights before. Writes one canonical JSON and its rendering as HTML.
 */
package io.nightaudit.jobs.report.period;

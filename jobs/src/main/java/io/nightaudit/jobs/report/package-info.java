/**
 * Stage 6 of 6: report. Reads the records of the night's earlier stages. Writes one canonical JSON,
 * its rendering as HTML, and the verdict for programs.
 */
package io.nightaudit.jobs.report;

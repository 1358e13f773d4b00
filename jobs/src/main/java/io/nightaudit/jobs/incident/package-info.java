/**
 * Triage of incidents: what people declared, in records that are never rewritten, and the clocks
 * that the law ties to it. Nothing here is declared by a program.
 */
package io.nightaudit.jobs.incident;

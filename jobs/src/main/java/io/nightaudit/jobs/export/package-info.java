/**
 * What the audit store holds, in the forms of other people's tools: CSV for spreadsheets, FOCUS for
 * costs, OpenLineage for catalogues, OSCAL for registers of risks. Records in, records or text out.
 */
package io.nightaudit.jobs.export;

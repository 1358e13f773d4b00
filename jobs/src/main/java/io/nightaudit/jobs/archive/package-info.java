/**
 * Stage 1 of 6: archive. Reads Parquet or Delta in the team's own layout. Writes nothing: hands on
 * canonical interactions, the rows in quarantine and the coverage of the night.
 */
package io.nightaudit.jobs.archive;

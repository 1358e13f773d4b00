/**
 * Stage 2 of 6: profile. Reads canonical interactions once. Writes exact mergeable summaries of
 * every slice, and the cost ledger.
 */
package io.nightaudit.jobs.profile;

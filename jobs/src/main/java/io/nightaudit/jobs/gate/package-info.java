/**
 * The release gate: whether a candidate is good enough to take the place of a baseline. Reads
 * comparisons of cohorts and the policy; writes nothing.
 */
package io.nightaudit.jobs.gate;

/**
 * What people said of sampled interactions, set beside what the judge and the guardrails said of
 * all: estimates with intervals, no judgement.
 */
package io.nightaudit.jobs.comparison.label;

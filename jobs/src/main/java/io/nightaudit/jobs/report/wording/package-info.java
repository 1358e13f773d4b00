/**
 * How numbers, dates and verdicts are written for people: one place for signs, units and digits.
 */
package io.nightaudit.jobs.report.wording;

/**
 * Labels that people gave interactions, read from a file of the operator: what each row says, and
 * what is wrong with those that say nothing.
 */
package io.nightaudit.jobs.archive.label;

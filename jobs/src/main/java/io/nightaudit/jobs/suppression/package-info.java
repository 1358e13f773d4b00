/**
 * Which cells are too small to be shown, and which others have to be withheld with them, so that no
 * figure of a small group can be computed from those that are shown. Knows sizes of slices alone:
 * no figure, no table, no report.
 */
package io.nightaudit.jobs.suppression;

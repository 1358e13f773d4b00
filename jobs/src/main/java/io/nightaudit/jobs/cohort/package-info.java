/**
 * Compares groups of interactions side by side: a group is whatever has one value of a dimension,
 * such as a release. Reads profiles and sums over equal questions; judges nothing.
 */
package io.nightaudit.jobs.cohort;

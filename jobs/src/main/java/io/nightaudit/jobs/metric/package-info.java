/** The catalogue of what is measured: unit, family, needed columns and direction of harm. */
package io.nightaudit.jobs.metric;

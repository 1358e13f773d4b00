/**
 * What people decided, and where it leaves what they decided about: the states of recommendations,
 * sign-offs of reports, and legal holds. Nothing here is carried out.
 */
package io.nightaudit.jobs.decision;

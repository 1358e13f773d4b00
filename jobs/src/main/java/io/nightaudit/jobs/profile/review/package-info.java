/**
 * The interactions that a person should look at, drawn inside the pass of stage 2: a seeded sample
 * of known probability from each stratum of risk, and one of all interactions.
 *
 * <p>Which interactions are in a stratum is decided by the rows of the night alone, never by other
 * nights, so that the queue does not depend on the order in which nights are run. Where a stratum
 * is the tail of a distribution (the lowest scores, the highest costs), the cut is known only after
 * the last merge. The pass therefore keeps, for every possible cut, the first of the rows beyond it
 * in the order of a hash of night, stratum and interaction key ({@link
 * io.nightaudit.jobs.profile.review.StratumSample}); the cut looks at values only, so that, given
 * the cut, each row beyond it is drawn with the same probability.
 *
 * <p>"New" words are for the same reason not those that earlier nights lack, but those that the
 * public word list lacks.
 */
package io.nightaudit.jobs.profile.review;

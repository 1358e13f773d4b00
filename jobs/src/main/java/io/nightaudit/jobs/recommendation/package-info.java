/**
 * Stage 5 of 6: recommendation. Reads findings and the daily profiles of routes. Writes one
 * recommendation for each route; it recommends and never acts.
 */
package io.nightaudit.jobs.recommendation;

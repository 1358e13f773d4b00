/** How far apart are two summaries? Distances with their noise floors, without judgement. */
package io.nightaudit.metrics.distance;

/** When did a daily series start to move? Scores, alarm limits, trends and change points. */
package io.nightaudit.metrics.series;

/** What does the evidence say about a release? Effects with intervals that survive daily looks. */
package io.nightaudit.metrics.decision;

/**
 * What does the evidence say about a release? Effects with intervals that survive daily looks, and
 * the rule that decides by them.
 */
package io.nightaudit.metrics.decision;

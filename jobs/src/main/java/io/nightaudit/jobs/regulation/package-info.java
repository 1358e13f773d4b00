/**
 * What the EU AI Act asks, article by article, and what the logs of one night can show of it. Reads
 * facts about a night and what the operator asserts; makes the article evidence map of the report.
 */
package io.nightaudit.jobs.regulation;

package io.nightaudit.jobs.report;

import java.util.Map;

/**
 * What a person decided about a finding.
 *
 * @param kind ACCEPT: the finding is accepted as the new level
 * @param subject id of the finding
 * @param metric what had moved
 * @param began from which night on the new level counts
 * @param streams streams with an open alarm that started to learn anew
 * @param decidedOn the date of the decision, in UTC
 * @param effectiveNight the first night on which it acts
 */
public record DecisionEntry(
    String id,
    String kind,
    String subject,
    String metric,
    Map<String, String> slice,
    String title,
    String answer,
    String by,
    String reason,
    String began,
    int streams,
    String decidedOn,
    String effectiveNight) {}

package io.nightaudit.jobs.report;

import java.util.Map;

/**
 * What a person, or a service in a person's name, decided.
 *
 * @param kind ACCEPT: the finding is accepted as the new level; DECIDE: a recommendation is
 *     answered; EXECUTE: it was carried out; SIGN_OFF: a report was read; HOLD and HOLD_RELEASE: a
 *     legal hold begins and ends; RETENTION: what was older than the policy keeps it was removed
 * @param subject id of the finding, recommendation, hold or removal; of a report its night
 * @param metric what had moved; empty where it is about no finding
 * @param slice of the finding, or the route of the recommendation
 * @param began from which night on the new level counts; empty where it is about no finding
 * @param streams streams with an open alarm that started to learn anew
 * @param decidedOn the date of the decision, in UTC
 * @param effectiveNight the first night on which it acts
 * @param detail what its kind adds; may be empty
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
    String effectiveNight,
    String detail) {
  public DecisionEntry {
    detail = detail == null ? "" : detail;
  }
}

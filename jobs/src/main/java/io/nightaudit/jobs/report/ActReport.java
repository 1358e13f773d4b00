package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Optional;

/** The parts of a {@link Report} that say what the EU AI Act asks and what these logs can show. */
public final class ActReport {
  private ActReport() {}

  /**
   * The section as a whole.
   *
   * @param statements what the report is and is not
   * @param summary when the Act took effect
   * @param notes what to know when reading the map on this night
   * @param applicability what the operator asserts
   * @param articles one line for each article
   * @param eventClasses the events that Art. 12(2) names
   * @param calendar from when on what applies, as it stood on the night
   */
  public record Act(
      List<String> statements,
      String summary,
      List<String> notes,
      Applicability applicability,
      List<ArticleEntry> articles,
      List<EventClassEntry> eventClasses,
      List<CalendarEntry> calendar) {
    /** A report of an older version: nothing is said. */
    static final Act UNSAID =
        new Act(List.of(), "", List.of(), Applicability.UNSAID, List.of(), List.of(), List.of());
  }

  /** What the operator asserts; what is absent was not said. */
  public record Applicability(
      Optional<String> assertedBy,
      Optional<String> assertedOn,
      Optional<String> operatorRole,
      String riskClass,
      Optional<String> annexPoint,
      Optional<String> annexProduct,
      Optional<String> exceptionNote,
      List<String> models,
      Optional<String> placedOnMarket,
      Optional<Boolean> aiOffice,
      List<String> memberStates,
      Optional<String> monitoringPlan,
      Optional<String> environment,
      Optional<String> classification) {
    static final Applicability UNSAID =
        new Applicability(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "unknown",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * One article.
   *
   * @param article its number
   * @param whose on whom the duty lies
   * @param duty in plain words
   * @param status on the night
   * @param readiness what the status would be if it applied
   * @param reason why it is out of scope
   * @param appliesFrom the first day
   * @param disputedFrom another first day that some read in the text
   * @param here what is here
   * @param gaps what is missing; never empty
   * @param metrics measures that are evidence tonight
   * @param figures ids of their figures over all traffic
   * @param tables tables of the store with the evidence
   * @param places sections of the report with the evidence
   */
  public record ArticleEntry(
      String article,
      String title,
      String subject,
      String whose,
      String duty,
      String status,
      String readiness,
      String reason,
      Optional<String> appliesFrom,
      Optional<String> disputedFrom,
      List<String> here,
      List<String> gaps,
      List<String> metrics,
      List<String> figures,
      List<String> tables,
      List<String> places) {}

  /** One class of events of Art. 12(2), with the columns that hold them. */
  public record EventClassEntry(
      String article, String subject, String status, List<String> logged, List<String> missing) {}

  /**
   * One line of the regulatory calendar.
   *
   * @param applies whether the first day is not after the night
   * @param remark what to know of it on this night; may be empty
   */
  public record CalendarEntry(
      String article,
      String subject,
      String appliesFrom,
      Optional<String> disputedFrom,
      boolean applies,
      String source,
      String celex,
      String verifiedOn,
      String confidence,
      String note,
      String remark) {}
}

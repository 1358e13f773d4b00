package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.Report.Setting;
import java.util.List;
import java.util.Optional;

/**
 * What makes the report of a night a record that an auditor can file: which report it is, whether
 * its logs are complete, the register of its findings, what changed, by which method, what is kept
 * from whom, and what it cannot say.
 *
 * @param identification which report this is
 * @param integrity whether the logs are complete
 * @param register the findings by class
 * @param changes what changed within the nights of the baseline and tonight, the latest first
 * @param thresholds which limits were used, and who approved them
 * @param estimators how each kind of figure is estimated
 * @param catalogue every metric, whether or not it has a figure tonight
 * @param judge what is known of the error of automatic scores
 * @param privacy what was read of people, and what is kept
 * @param limitations what this run cannot say; never empty
 * @param origin what the report was made with, and how to make it again
 * @param dictionary the columns that an archive can be mapped to
 */
public record FullForm(
    Identification identification,
    IntegrityReport.Integrity integrity,
    RegisterReport.Register register,
    List<ChangeEntry> changes,
    Thresholds thresholds,
    List<Estimator> estimators,
    List<CatalogueEntry> catalogue,
    List<String> judge,
    PrivacyFrame privacy,
    List<Limitation> limitations,
    Origin origin,
    List<DictionaryEntry> dictionary) {

  /** The same form of a report with another identification. */
  FullForm with(Identification other) {
    return new FullForm(
        other,
        integrity,
        register,
        changes,
        thresholds,
        estimators,
        catalogue,
        judge,
        privacy,
        limitations,
        origin,
        dictionary);
  }

  /**
   * Which report this is.
   *
   * @param reportId SHA-256 of this {@code report.json} with an empty report id
   * @param schemaVersion name and version of the structure
   * @param language of the report's sentences
   * @param dataCutOff the end of the night, which is the time of the report, in UTC
   * @param lateDays folders after the night's own that were searched for its rows
   */
  public record Identification(
      String reportId, String schemaVersion, String language, String dataCutOff, int lateDays) {}

  /**
   * One change of the system or of its audit.
   *
   * @param kind RELEASE, SILENT_PROVIDER_CHANGE, RETURN, DEFINITION, COLUMN, DECISION or EXCLUSION
   * @param subject the route, the finding or the metrics that it is about
   * @param who as far as the store knows; "not recorded" otherwise
   * @param predetermined whether it was assessed beforehand: the logs cannot tell, so "unknown"
   * @param question what a person has to answer; empty where there is nothing
   */
  public record ChangeEntry(
      String night,
      String kind,
      String what,
      String subject,
      String who,
      String predetermined,
      String question) {}

  /**
   * Which limits were used.
   *
   * @param version what the policy calls itself
   * @param hash SHA-256 over the limits alone
   * @param approvedBy empty where it is not recorded
   * @param inForce whether the limits are meant for this night; absent where it is not recorded
   */
  public record Thresholds(
      String version,
      String hash,
      String approvedBy,
      String approvedOn,
      String effectiveFrom,
      Optional<Boolean> inForce) {}

  /**
   * How one kind of figure is estimated.
   *
   * @param test how tonight is judged against the nights before
   */
  public record Estimator(
      String id, String name, String estimator, String interval, String change, String test) {}

  /**
   * One metric.
   *
   * @param estimator id of how it is estimated
   * @param minimumRows rows below which it says nothing
   * @param material the smallest change that matters, in words
   */
  public record CatalogueEntry(
      String metric,
      String title,
      String family,
      String unit,
      String estimator,
      int minimumRows,
      String harm,
      String material,
      boolean gate,
      List<String> columns) {}

  /**
   * What was read of people, and what is kept.
   *
   * @param smallestGroup people below which a personal slice is not shown
   * @param personal dimensions that the policy marks as personal
   * @param suppressed what is not shown tonight, and why
   */
  public record PrivacyFrame(
      List<DataCategory> categories,
      int smallestGroup,
      List<String> personal,
      List<Suppressed> suppressed,
      List<String> pseudonyms,
      String rawText,
      List<String> erasure,
      List<String> retention) {}

  /** A sort of data that was read, the columns it came in, and what is kept of it. */
  public record DataCategory(String category, List<String> columns, String kept) {}

  /** Something that is not shown. */
  public record Suppressed(String what, long count, String reason) {}

  /** What this run cannot say, and the figures that it touches. */
  public record Limitation(String id, String text, List<String> figures) {}

  /**
   * What the report was made with.
   *
   * @param manifest where the hashes of inputs and outputs lie, relative to the store
   * @param tolerance how far a second run may differ
   */
  public record Origin(
      List<Setting> versions, List<Setting> hashes, String manifest, String tolerance) {}

  /** A column of an interaction, and whether this archive has it. */
  public record DictionaryEntry(String column, String type, String meaning, String state) {}
}

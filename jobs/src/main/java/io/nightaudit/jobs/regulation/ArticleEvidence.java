package io.nightaudit.jobs.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of the article evidence map.
 *
 * @param article the article
 * @param status on the night
 * @param readiness what the status would be if the article applied; equal to it where it does
 * @param appliesFrom the first day, as the calendar stood on the night
 * @param disputedFrom another first day that some read in the text
 * @param reason why the duty is out of scope; empty where it is not
 * @param metrics the measures that are evidence tonight
 * @param here what is here, in sentences
 * @param gaps what is missing, in sentences; never empty
 */
public record ArticleEvidence(
    Article article,
    EvidenceStatus status,
    EvidenceStatus readiness,
    Optional<LocalDate> appliesFrom,
    Optional<LocalDate> disputedFrom,
    String reason,
    List<String> metrics,
    List<String> here,
    List<String> gaps) {
  public ArticleEvidence {
    metrics = List.copyOf(metrics);
    here = List.copyOf(here);
    gaps = List.copyOf(gaps);
  }

  /** On whom the duty lies. */
  public String whose() {
    return article.duty().whose().words();
  }

  /** The duty in plain words. */
  public String duty() {
    return article.duty().text();
  }

  /** The tables that hold the evidence. */
  public List<String> tables() {
    return article.duty().tables();
  }

  /** The sections of the report that show it. */
  public List<String> places() {
    return article.duty().places();
  }
}

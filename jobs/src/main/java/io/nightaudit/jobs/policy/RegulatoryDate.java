package io.nightaudit.jobs.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the regulatory calendar: from when on something applies, and how we know.
 *
 * @param id its name, unique in the calendar
 * @param article of the Act, as a report prints it
 * @param subject what it is about
 * @param covers the articles of the evidence map that it gives a date, such as 12 or 26
 * @param scope which high-risk systems it is about
 * @param appliesFrom the first day
 * @param disputedFrom another first day that some read in the text
 * @param lawSince the day from which on this date is the law
 * @param lawUntil the day on which another date took its place
 * @param source where the law says so
 * @param celex number of the act in EUR-Lex
 * @param verifiedOn when the source was read last
 * @param confidence A (the text itself), B (several other sources) or C (one source, or inferred)
 * @param note what else to know; may be empty
 */
public record RegulatoryDate(
    String id,
    String article,
    String subject,
    List<String> covers,
    Scope scope,
    LocalDate appliesFrom,
    Optional<LocalDate> disputedFrom,
    LocalDate lawSince,
    Optional<LocalDate> lawUntil,
    String source,
    String celex,
    LocalDate verifiedOn,
    String confidence,
    String note) {
  /** Which high-risk systems a date is about. */
  public enum Scope {
    ANY,
    ANNEX_III,
    ANNEX_I;

    static Scope of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  public RegulatoryDate {
    covers = List.copyOf(covers);
  }

  /** Whether this date was the law on a night. */
  public boolean isLawOn(LocalDate night) {
    return !night.isBefore(lawSince) && !isReplacedOn(night);
  }

  /** Whether another date had taken its place by a night. */
  public boolean isReplacedOn(LocalDate night) {
    return lawUntil.filter(until -> !night.isBefore(until)).isPresent();
  }
}

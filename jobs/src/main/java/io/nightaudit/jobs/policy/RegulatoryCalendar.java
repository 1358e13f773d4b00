package io.nightaudit.jobs.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From when on what applies: data, not code, and the operator's to replace.
 *
 * @param summary when the Act took effect, in one paragraph
 * @param dates in the order of the first day
 */
public record RegulatoryCalendar(String summary, List<RegulatoryDate> dates) {
  /** The date on which the Act became law, by this id. */
  public static final String ENTRY_INTO_FORCE = "entry-into-force";

  private static final Comparator<RegulatoryDate> ORDER =
      Comparator.comparing(RegulatoryDate::appliesFrom)
          .thenComparing(RegulatoryDate::article)
          .thenComparing(RegulatoryDate::id);

  public RegulatoryCalendar {
    dates = dates.stream().sorted(ORDER).toList();
  }

  /** A line by its name. */
  public Optional<RegulatoryDate> named(String id) {
    return dates.stream().filter(date -> date.id().equals(id)).findFirst();
  }

  /**
   * The lines as they stood on a night. Before the Act was law none did; then those that became law
   * later stand for themselves, and those that were replaced do not.
   */
  public List<RegulatoryDate> asOf(LocalDate night) {
    return dates.stream().filter(date -> stands(date, night)).toList();
  }

  /** The line that gives an article its date on a night, for high-risk systems of a scope. */
  public Optional<RegulatoryDate> of(String article, RegulatoryDate.Scope scope, LocalDate night) {
    List<RegulatoryDate> covering =
        asOf(night).stream().filter(date -> date.covers().contains(article)).toList();
    return covering.stream()
        .filter(date -> date.scope() == scope)
        .findFirst()
        .or(() -> covering.stream().findFirst());
  }

  /** A later amendment does not reach back to a night on which another date was the law. */
  private boolean stands(RegulatoryDate date, LocalDate night) {
    if (date.isLawOn(night)) {
      return true;
    }
    return date.lawUntil().isEmpty() && !replacesOneOn(date, night);
  }

  private boolean replacesOneOn(RegulatoryDate date, LocalDate night) {
    return dates.stream()
        .filter(other -> other.isLawOn(night) && other.lawUntil().isPresent())
        .anyMatch(
            other ->
                other.scope() == date.scope()
                    && other.covers().stream().anyMatch(date.covers()::contains));
  }
}

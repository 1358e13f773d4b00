package io.nightaudit.jobs.regulation;

import io.nightaudit.jobs.policy.RegulationSettings;
import io.nightaudit.jobs.policy.RegulatoryDate;
import java.time.LocalDate;
import java.util.Optional;

/** From when on Art. 19 and 26(6) ask that logs be kept for at least six months. */
public final class RetentionFloor {
  private static final String ARTICLE = "26";

  private RetentionFloor() {}

  /** The day as the calendar had it on a night; none where it has no line for the article. */
  public static Optional<LocalDate> from(LocalDate night, RegulationSettings settings) {
    RegulatoryDate.Scope scope = ArticleMap.scope(settings.applicability());
    return settings.calendar().of(ARTICLE, scope, night).map(RegulatoryDate::appliesFrom);
  }
}

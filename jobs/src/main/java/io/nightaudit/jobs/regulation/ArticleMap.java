package io.nightaudit.jobs.regulation;

import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.RegulationSettings;
import io.nightaudit.jobs.policy.RegulatoryDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the logs of a night can show of each article, and from when on it applies. */
public final class ArticleMap {
  private final NightFacts facts;
  private final RegulationSettings settings;
  private final Scope scope;

  private ArticleMap(NightFacts facts, RegulationSettings settings) {
    this.facts = facts;
    this.settings = settings;
    this.scope = new Scope(settings.applicability());
  }

  /** Every article, in the order of the Act. */
  public static List<ArticleEvidence> of(NightFacts facts, RegulationSettings settings) {
    ArticleMap map = new ArticleMap(facts, settings);
    return Arrays.stream(Article.values()).map(map::of).toList();
  }

  /** From when on an article applies, as the calendar stood on a night or counsel reads it. */
  public static Optional<LocalDate> appliesFrom(
      Article article, RegulationSettings settings, LocalDate night) {
    return isSet(article, settings)
        ? settings.incidentsFrom()
        : date(article, settings, night).map(RegulatoryDate::appliesFrom);
  }

  private ArticleEvidence of(Article article) {
    String outside = scope.outside(article);
    EvidenceStatus readiness = outside.isEmpty() ? readiness(article) : EvidenceStatus.OUT_OF_SCOPE;
    Optional<RegulatoryDate> date = date(article, settings, facts.night());
    Optional<LocalDate> from = appliesFrom(article, settings, facts.night());
    return new ArticleEvidence(
        article,
        status(readiness, from),
        readiness,
        from,
        isSet(article, settings) ? Optional.empty() : date.flatMap(RegulatoryDate::disputedFrom),
        outside,
        metrics(article),
        here(article),
        gaps(article));
  }

  private EvidenceStatus status(EvidenceStatus readiness, Optional<LocalDate> from) {
    boolean applies = from.filter(first -> !first.isAfter(facts.night())).isPresent();
    return applies || readiness == EvidenceStatus.OUT_OF_SCOPE
        ? readiness
        : EvidenceStatus.NOT_YET_APPLICABLE;
  }

  /** Logs first: what a person must add is asked for only when they give all they can. */
  private EvidenceStatus readiness(Article article) {
    List<Evidence> logged = article.needs().stream().filter(need -> !need.isHuman()).toList();
    if (nothing(logged)) {
      return EvidenceStatus.NO_EVIDENCE_IN_LOGS;
    }
    if (!logged.stream().allMatch(this::isHere)) {
      return EvidenceStatus.EVIDENCE_PARTIAL;
    }
    boolean whole = article.needs().stream().allMatch(this::isHere);
    return whole && !article.duty().human()
        ? EvidenceStatus.EVIDENCE_PRESENT
        : EvidenceStatus.HUMAN_INPUT_REQUIRED;
  }

  /** That an audit ran is no evidence for an article whose own columns are all missing. */
  private boolean nothing(List<Evidence> logged) {
    List<Evidence> own = logged.stream().filter(need -> need.fact().isEmpty()).toList();
    return (own.isEmpty() ? logged : own).stream().noneMatch(this::isHere);
  }

  private boolean isHere(Evidence need) {
    return facts.read() && need.isHere(facts);
  }

  private List<String> metrics(Article article) {
    return article.needs().stream()
        .filter(this::isHere)
        .flatMap(need -> need.computed(facts).stream())
        .distinct()
        .toList();
  }

  private List<String> here(Article article) {
    Stream<String> sentences =
        article.needs().stream()
            .filter(this::isHere)
            .map(need -> need.sentence(facts).orElse(null))
            .filter(Objects::nonNull);
    List<String> of =
        article.needs().stream()
            .filter(need -> need.fact().isEmpty() && isHere(need))
            .map(Evidence::of)
            .toList();
    Stream<String> logged =
        of.isEmpty() ? Stream.empty() : Stream.of("Logged: " + String.join("; ", of) + ".");
    return Stream.concat(sentences, logged).toList();
  }

  private List<String> gaps(Article article) {
    Stream<String> tonight =
        facts.read()
            ? article.needs().stream().filter(need -> !isHere(need)).map(need -> need.gap(facts))
            : Stream.of("There is no archive of this night that could be read.");
    return Stream.concat(tonight, Stream.of("Never in logs: " + lower(article.duty().gap())))
        .toList();
  }

  private static String lower(String text) {
    boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }

  private static boolean isSet(Article article, RegulationSettings settings) {
    return article.isDatedByCounsel() && settings.incidentsFrom().isPresent();
  }

  private static Optional<RegulatoryDate> date(
      Article article, RegulationSettings settings, LocalDate night) {
    return settings.calendar().of(article.id(), scope(settings.applicability()), night);
  }

  /** The dates of Annex III are the earlier ones: they hold unless the operator says otherwise. */
  public static RegulatoryDate.Scope scope(Applicability applicability) {
    return applicability.ofProductAlone()
        ? RegulatoryDate.Scope.ANNEX_I
        : RegulatoryDate.Scope.ANNEX_III;
  }
}

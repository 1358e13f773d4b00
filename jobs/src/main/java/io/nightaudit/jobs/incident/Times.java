package io.nightaudit.jobs.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * When things happened, as far as people said: first event, detection and awareness in this order.
 *
 * @param firstEventAt when it first happened
 * @param detectedAt when the audit, or somebody, saw it
 * @param awareAt when the operator became aware of a possible causal link
 * @param providerInformedAt when the provider was told
 * @param authorityInformedAt when the authority was told
 */
public record Times(
    Optional<Instant> firstEventAt,
    Optional<Instant> detectedAt,
    Optional<Instant> awareAt,
    Optional<Instant> providerInformedAt,
    Optional<Instant> authorityInformedAt) {
  /** Nothing is known. */
  public static final Times UNKNOWN =
      new Times(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Times {
    requireOrder("first event", firstEventAt, "detection", detectedAt);
    requireOrder("detection", detectedAt, "awareness", awareAt);
    requireOrder("first event", firstEventAt, "awareness", awareAt);
  }

  private static void requireOrder(
      String first, Optional<Instant> earlier, String second, Optional<Instant> later) {
    if (earlier.isPresent() && later.isPresent() && earlier.get().isAfter(later.get())) {
      throw new IllegalArgumentException(
          "the %s, %s, is after the %s, %s; correct one of them"
              .formatted(first, earlier.get(), second, later.get()));
    }
  }

  /** These times, with those of a later record in their place where it has any. */
  public Times updatedBy(Times later) {
    return new Times(
        later.firstEventAt.or(() -> firstEventAt),
        later.detectedAt.or(() -> detectedAt),
        later.awareAt.or(() -> awareAt),
        later.providerInformedAt.or(() -> providerInformedAt),
        later.authorityInformedAt.or(() -> authorityInformedAt));
  }
}

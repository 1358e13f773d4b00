package io.nightaudit.jobs.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * One clock of an incident.
 *
 * @param name what it counts to
 * @param source where the time comes from
 * @param from from when it counts, where that is known
 * @param due when it ends, where it ends
 * @param provisional whether it counts from detection, since nobody has said when they knew
 * @param caveat what to know before relying on it
 */
public record Deadline(
    String name,
    String source,
    Optional<Instant> from,
    Optional<Instant> due,
    boolean provisional,
    String caveat) {}

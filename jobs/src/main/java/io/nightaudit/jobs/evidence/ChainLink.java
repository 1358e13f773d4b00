package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An entry of a chain as another one names it.
 *
 * @param sequence its number, from 1
 * @param path where it was written, relative to the store
 * @param digest its digest
 */
public record ChainLink(long sequence, String path, String digest) {
  public ChainLink {
    if (sequence < 1) {
      throw new IllegalArgumentException("a chain begins with 1, not with " + sequence);
    }
  }

  /** The number of the entry that follows one, 1 where there is none. */
  public static long after(Optional<ChainLink> last) {
    return last.map(link -> link.sequence() + 1).orElse(1L);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sequence", sequence)
        .put("path", path)
        .put("digest", digest);
  }

  /** The link that a field holds; none where it is null, absent or no link. */
  static Optional<ChainLink> of(JsonNode json) {
    return json.path("sequence").asLong() < 1
        ? Optional.empty()
        : Optional.of(
            new ChainLink(
                json.path("sequence").asLong(),
                json.path("path").asText(),
                json.path("digest").asText()));
  }
}

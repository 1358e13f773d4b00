package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the chain of manifests ends, so that a run need not read all of them: the file {@code
 * head.json} of a store. It is no proof; it tells an accident from an end.
 *
 * @param last the last manifest
 * @param writing whether manifests are being written after it
 */
public record ChainHead(Optional<ChainLink> last, boolean writing) {
  /** The file's name, in the store's folder. */
  public static final String NAME = "head.json";

  private static final String SCHEMA = "nightaudit-head/1";

  /** The file as it is written. */
  public SealedJson sealed() {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("schema", SCHEMA).put("writing", writing);
    json.set("last", last.<JsonNode>map(ChainLink::json).orElse(json.nullNode()));
    return SealedJson.seal(json);
  }

  /** The head that a file says; none where there is no such file or it is not whole. */
  public static Optional<ChainHead> read(EvidenceFiles files) throws IOException {
    if (!files.exists(NAME)) {
      return Optional.empty();
    }
    SealedJson file = SealedJson.open(files.read(NAME));
    JsonNode json = file.content();
    return file.fault().isPresent() || !json.path("schema").asText().equals(SCHEMA)
        ? Optional.empty()
        : Optional.of(
            new ChainHead(ChainLink.of(json.path("last")), json.path("writing").asBoolean()));
  }
}

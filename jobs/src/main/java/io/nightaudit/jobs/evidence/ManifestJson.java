package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Manifests as JSON, and back. */
final class ManifestJson {
  /**
   * The name and version of the form; the file {@code schema/manifest.schema.json} describes it.
   */
  static final String SCHEMA = "nightaudit-manifest/1";

  private static final String KIND = "NIGHT";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ManifestJson() {}

  static ObjectNode of(Manifest manifest) {
    ObjectNode json =
        NODES
            .objectNode()
            .put("schema", SCHEMA)
            .put("kind", KIND)
            .put("sequence", manifest.sequence())
            .put("night", manifest.night().toString());
    json.set("previous", orNull(manifest.previous().map(ChainLink::json)));
    json.set("missed", TableSeal.array(manifest.missed(), day -> new TextNode(day.toString())));
    json.set("supersedes", orNull(manifest.supersedes().map(ManifestJson::superseded)));
    json.set("inputs", inputs(manifest.inputs()));
    made(json, manifest.made());
    json.set("tables", map(manifest.tables(), TableSeal::json));
    json.set("outputs", TableSeal.array(manifest.outputs(), NamedFile::json));
    json.set("chains", map(manifest.chains(), ChainLink::json));
    json.set("ext", NODES.objectNode());
    return json;
  }

  private static JsonNode orNull(Optional<ObjectNode> json) {
    return json.map(JsonNode.class::cast).orElse(NODES.nullNode());
  }

  private static ObjectNode superseded(Manifest.Superseded manifest) {
    return NODES
        .objectNode()
        .put("sequence", manifest.sequence())
        .put("digest", manifest.digest())
        .put("folder", manifest.folder());
  }

  private static ObjectNode inputs(Manifest.Inputs inputs) {
    ObjectNode json = NODES.objectNode().put("status", inputs.status());
    json.set(
        "files",
        TableSeal.array(
            inputs.files(),
            file ->
                NODES
                    .objectNode()
                    .put("sha256", file.sha256())
                    .put("bytes", file.bytes())
                    .put("rows", file.rows())));
    return json;
  }

  private static void made(ObjectNode json, Manifest.MadeWith made) {
    json.set("configuration", NODES.objectNode().put("sha256", made.configuration()));
    json.set(
        "policy",
        NODES.objectNode().put("version", made.policyVersion()).put("sha256", made.policy()));
    json.set("prices", NODES.objectNode().put("sha256", made.prices()));
    json.set("code", NODES.objectNode().put("version", made.version()).put("sha256", made.code()));
  }

  private static <T> ObjectNode map(SortedMap<String, T> map, Function<T, ObjectNode> json) {
    ObjectNode object = NODES.objectNode();
    map.forEach((name, value) -> object.set(name, json.apply(value)));
    return object;
  }

  /** The manifest of a tree; what it lacks is empty, as the digest has said whether it is whole. */
  static Manifest manifest(JsonNode json) {
    return new Manifest(
        json.path("sequence").asLong(),
        ManifestPaths.night(json.path("night").asText()).orElse(LocalDate.EPOCH),
        ChainLink.of(json.path("previous")),
        TableSeal.list(json.path("missed"), day -> LocalDate.parse(day.asText())),
        superseded(json.path("supersedes")),
        inputs(json.path("inputs")),
        made(json),
        map(json.path("tables"), TableSeal::of),
        TableSeal.list(json.path("outputs"), NamedFile::of),
        map(json.path("chains"), link -> ChainLink.of(link).orElseThrow()));
  }

  private static Optional<Manifest.Superseded> superseded(JsonNode json) {
    return json.isObject()
        ? Optional.of(
            new Manifest.Superseded(
                json.path("sequence").asLong(),
                json.path("digest").asText(),
                json.path("folder").asText()))
        : Optional.empty();
  }

  private static Manifest.Inputs inputs(JsonNode json) {
    return new Manifest.Inputs(
        json.path("status").asText(),
        TableSeal.list(
            json.path("files"),
            file ->
                new Manifest.Input(
                    file.path("sha256").asText(),
                    file.path("bytes").asLong(),
                    file.path("rows").asLong())));
  }

  private static Manifest.MadeWith made(JsonNode json) {
    return new Manifest.MadeWith(
        json.path("configuration").path("sha256").asText(),
        json.path("policy").path("version").asText(),
        json.path("policy").path("sha256").asText(),
        json.path("prices").path("sha256").asText(),
        json.path("code").path("version").asText(),
        json.path("code").path("sha256").asText());
  }

  private static <T> SortedMap<String, T> map(JsonNode json, Function<JsonNode, T> value) {
    SortedMap<String, T> map = new TreeMap<>();
    json.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
    return map;
  }
}

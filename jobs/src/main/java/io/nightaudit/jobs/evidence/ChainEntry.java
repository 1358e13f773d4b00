package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One row of an append-only table in the chain of that table, as the file {@code
 * <table>/<sequence>.json}.
 *
 * @param chain the table
 * @param sequence its number in the chain, from 1
 * @param previous the entry before; none for the first
 * @param record every field of the row that has a value
 * @param version the table's version when the entry was written
 * @param files the files that hold rows since the entry before, by path relative to the store
 * @param log files of the table's log since the entry before
 */
public record ChainEntry(
    String chain,
    long sequence,
    Optional<ChainLink> previous,
    ObjectNode record,
    long version,
    List<NamedFile> files,
    List<NamedFile> log) {
  /** The name and version of the form. */
  static final String SCHEMA = "nightaudit-chain/1";

  private static final int DIGITS = 8;

  public ChainEntry {
    files = files.stream().sorted().toList();
    log = log.stream().sorted().toList();
  }

  /** Where an entry lies, relative to the store. */
  public static String path(String chain, long sequence) {
    String number = Long.toString(sequence);
    return chain + "/" + "0".repeat(Math.max(0, DIGITS - number.length())) + number + ".json";
  }

  /** The entry as it is written. */
  public SealedJson sealed() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", SCHEMA)
            .put("chain", chain)
            .put("sequence", sequence);
    json.set("previous", previous.<JsonNode>map(ChainLink::json).orElse(json.nullNode()));
    json.set("record", record);
    ObjectNode table = json.putObject("table").put("version", version);
    table.set("files", TableSeal.array(files, NamedFile::json));
    table.set("log", TableSeal.array(log, NamedFile::json));
    return SealedJson.seal(json);
  }

  /** How other entries name it. */
  public ChainLink link() {
    return new ChainLink(sequence, path(chain, sequence), sealed().digest());
  }

  static ChainEntry of(JsonNode json) {
    JsonNode table = json.path("table");
    return new ChainEntry(
        json.path("chain").asText(),
        json.path("sequence").asLong(),
        ChainLink.of(json.path("previous")),
        json.path("record") instanceof ObjectNode record
            ? record
            : JsonNodeFactory.instance.objectNode(),
        table.path("version").asLong(-1),
        TableSeal.list(table.path("files"), NamedFile::of),
        TableSeal.list(table.path("log"), NamedFile::of));
  }
}

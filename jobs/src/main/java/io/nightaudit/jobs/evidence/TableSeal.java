package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a manifest says of one table.
 *
 * @param version the table's version when the manifest was written, -1 where there is no table
 * @param rows what the rows of the night say
 * @param files the files that hold them, by path relative to the store
 * @param log files of the table's log that came since the manifest before
 */
public record TableSeal(long version, RowsDigest rows, List<NamedFile> files, List<NamedFile> log) {
  public TableSeal {
    files = files.stream().sorted().toList();
    log = log.stream().sorted().toList();
  }

  /** Whether the rows and the files that hold them are the same. */
  public boolean sameRows(TableSeal other) {
    return rows.equals(other.rows) && files.equals(other.files);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", version);
    json.set("rows", rows.json());
    json.set("files", array(files, NamedFile::json));
    json.set("log", array(log, NamedFile::json));
    return json;
  }

  static TableSeal of(JsonNode json) {
    return new TableSeal(
        json.path("version").asLong(-1),
        RowsDigest.of(json.path("rows")),
        list(json.path("files"), NamedFile::of),
        list(json.path("log"), NamedFile::of));
  }

  static <T> JsonNode array(List<T> items, Function<T, ? extends JsonNode> json) {
    return JsonNodeFactory.instance.arrayNode().addAll(items.stream().map(json).toList());
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
    List<T> items = new ArrayList<>();
    array.forEach(json -> items.add(item.apply(json)));
    return items;
  }
}

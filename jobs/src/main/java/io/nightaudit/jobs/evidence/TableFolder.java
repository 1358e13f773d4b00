package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a table's log, as the Delta protocol names them, and what they say of its data. */
public final class TableFolder {
  /** The folder of all tables. */
  public static final String TABLES = "tables";

  /**
   * Tables that retention leaves alone: which nights were audited, and which releases served when.
   * Every later night is judged with all of them.
   */
  private static final Set<String> REGISTERS = Set.of("coverage", "releases");

  private static final String NIGHT = "night";
  private static final Pattern VERSIONED = Pattern.compile("(\\d{20})\\.[A-Za-z0-9.-]+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EvidenceFiles files;
  private final String folder;

  public TableFolder(EvidenceFiles files, String table) {
    this.files = files;
    this.folder = TABLES + "/" + table;
  }

  /**
   * What the log says of one data file.
   *
   * @param live whether it is part of the table
   * @param night its night; empty in a table without nights
   */
  record DataFile(boolean live, String night) {}

  String path() {
    return folder;
  }

  /** Whether a table is one of those that keep every night. */
  public static boolean isRegister(String table) {
    return REGISTERS.contains(table);
  }

  /** The path of a data file that the log names, relative to the store. */
  public String data(String encoded) {
    return folder + "/" + URI.create(encoded).getPath();
  }

  /** The files of the log that belong to a version, by path, in the order of their names. */
  public List<String> log() throws IOException {
    String log = folder + "/_delta_log";
    return files.files(log).stream()
        .filter(name -> VERSIONED.matcher(name).matches())
        .map(name -> log + "/" + name)
        .toList();
  }

  /** The version of a file of the log. */
  public static long version(String path) {
    Matcher name = VERSIONED.matcher(path.substring(path.lastIndexOf('/') + 1));
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  static boolean isCommit(String path) {
    return path.endsWith(".json") && !path.endsWith(".compacted.json");
  }

  static boolean isCheckpoint(String path) {
    return path.contains(".checkpoint.");
  }

  /** The latest version of the table, -1 where there is none. */
  public long latest() throws IOException {
    return log().stream()
        .filter(TableFolder::isCommit)
        .mapToLong(TableFolder::version)
        .max()
        .orElse(-1);
  }

  /** The log files of the versions after one, with hash and size. */
  public List<NamedFile> logAfter(long version) throws IOException {
    List<NamedFile> found = new ArrayList<>();
    for (String path : log()) {
      if (version(path) > version) {
        found.add(files.describe(path));
      }
    }
    return found;
  }

  /** What some commits, in the order of their versions, say of data files, by path. */
  SortedMap<String, DataFile> replay(List<String> commits) throws IOException {
    SortedMap<String, DataFile> data = new TreeMap<>();
    for (String commit : commits) {
      String text = new String(files.read(commit), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        action(line).ifPresent(action -> data.put(action.getKey(), action.getValue()));
      }
    }
    return data;
  }

  /** Nights of which commits after a version add or remove data. */
  public List<String> nightsTouchedAfter(long version) throws IOException {
    return nights(version, file -> true);
  }

  /** Nights of which commits after a version add data. */
  public List<String> nightsAddedAfter(long version) throws IOException {
    return nights(version, DataFile::live);
  }

  private List<String> nights(long version, Predicate<DataFile> which) throws IOException {
    List<String> commits =
        log().stream()
            .filter(TableFolder::isCommit)
            .filter(path -> version(path) > version)
            .toList();
    return replay(commits).values().stream()
        .filter(which)
        .map(DataFile::night)
        .filter(night -> !night.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<Map.Entry<String, DataFile>> action(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return action(json.path("add"), true).or(() -> action(json.path("remove"), false));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private Optional<Map.Entry<String, DataFile>> action(JsonNode action, boolean live) {
    return action.has("path")
        ? Optional.of(
            Map.entry(
                data(action.path("path").asText()),
                new DataFile(live, action.path("partitionValues").path(NIGHT).asText(""))))
        : Optional.empty();
  }
}

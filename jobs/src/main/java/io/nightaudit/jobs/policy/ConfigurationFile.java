package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.policy.Problems.Origin;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code nightaudit.yaml}. */
public final class ConfigurationFile {
  private final Path file;
  private final List<String> settings;
  private final Problems problems = new Problems();

  private ConfigurationFile(Path file, List<String> settings) {
    this.file = file;
    this.settings = settings;
  }

  /**
   * The configuration of a local file.
   *
   * <p>Paths in the file are relative to its folder, paths of settings and the store to the working
   * folder. A value {@code env:NAME} is that of the environment variable.
   *
   * @param settings {@code key=value} pairs that win over the file, in order
   * @throws ConfigurationException with everything that is wrong, at once
   */
  public static AuditConfiguration read(Path file, List<String> settings)
      throws ConfigurationException {
    return read(file, settings, System.getenv());
  }

  /**
   * The keys that a file or a setting sets, such as {@code policy.metrics.errors.material}; every
   * other key has its default.
   *
   * @throws ConfigurationException if the file cannot be read
   */
  public static Set<String> keys(Path file, List<String> settings) throws ConfigurationException {
    return new ConfigurationFile(file, List.copyOf(settings)).keys();
  }

  private Set<String> keys() throws ConfigurationException {
    JsonNode document =
        text(file, Origin.NOWHERE)
            .map(
                text ->
                    YamlReader.document(
                        text, file.getFileName().toString(), Pointer.ROOT, problems))
            .orElse(null);
    if (!(document instanceof ObjectNode tree)) {
      throw problems.exception(Redaction.NONE);
    }
    Settings.apply(settings, tree, problems);
    Set<String> keys = new TreeSet<>();
    collect(tree, "", keys);
    return keys;
  }

  private static void collect(JsonNode node, String at, Set<String> keys) {
    node.properties()
        .forEach(
            entry -> {
              String key = at.isEmpty() ? entry.getKey() : at + "." + entry.getKey();
              keys.add(key);
              collect(entry.getValue(), key, keys);
            });
  }

  static AuditConfiguration read(Path file, List<String> settings, Map<String, String> environment)
      throws ConfigurationException {
    return new ConfigurationFile(file, List.copyOf(settings)).read(environment);
  }

  private AuditConfiguration read(Map<String, String> environment) throws ConfigurationException {
    JsonNode document =
        text(file, Origin.NOWHERE)
            .map(
                text ->
                    YamlReader.document(
                        text, file.getFileName().toString(), Pointer.ROOT, problems))
            .orElse(null);
    if (document != null && !document.isObject() && problems.isEmpty()) {
      problems.add(Origin.NOWHERE, file + " has no keys; begin with system: and archive:");
    }
    // A file that cannot be parsed has nothing else that could be wrong with it.
    if (!(document instanceof ObjectNode tree)) {
      throw problems.exception(Redaction.NONE);
    }
    Settings.apply(settings, tree, problems);
    Secrets secrets = new Secrets(environment, problems);
    secrets.resolve(tree, Pointer.ROOT);
    readBook(tree, secrets);
    SchemaCheck.check(tree, problems);
    Defaults.fill(tree);
    AuditConfiguration configuration = bind(tree, secrets.redaction());
    if (!problems.isEmpty()) {
      throw problems.exception(secrets.redaction());
    }
    return configuration;
  }

  private AuditConfiguration bind(ObjectNode tree, Redaction redaction) {
    ArchiveSettings archive =
        new ArchiveBinder(tree.path("archive"), problems).bind(this::archivePath);
    Names names = new Names(archive.columns().keySet(), archive.dimensions().keySet(), problems);
    SliceSettings slices = new SliceBinder(tree.path("slices"), names, problems).bind();
    return new AuditConfiguration(
        tree.path("system").asText(),
        archive,
        slices,
        origin(tree, "release", names),
        origin(tree, "route", names),
        tree.path("store").asText(),
        new PriceBinder(problems).bind(tree.path("prices")),
        new PolicyBinder(tree.path("policy"), names, problems).bind(slices.levels()),
        new EvidenceBinder(tree.path("evidence"), folder(), redaction, problems).bind(),
        new RegulationBinder(tree, problems).bind(calendarFolder()),
        new ReportSettings(tree.path("report").path("pdf").asBoolean()),
        redaction);
  }

  /** The default names columns that need not be mapped: without models there is one release. */
  private List<String> origin(ObjectNode tree, String key, Names names) {
    JsonNode list = tree.path(key);
    return list.equals(Schema.at(Pointer.of(key)).path("default"))
        ? Names.texts(list)
        : names.sliced(list, Pointer.of(key));
  }

  private String archivePath(String path) {
    return Settings.name(settings, "archive.path")
        ? absolute(path, Path.of(""))
        : absolute(path, folder());
  }

  private String absolute(String path, Path folder) {
    if (path.isEmpty() || path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return path;
    }
    try {
      return folder.toAbsolutePath().resolve(path).normalize().toString();
    } catch (InvalidPathException e) {
      problems.of(Pointer.of("archive", "path"), "is not a path: " + e.getReason());
      return path;
    }
  }

  private Path folder() {
    return file.toAbsolutePath().getParent();
  }

  private Path calendarFolder() {
    return Settings.name(settings, "regulation.calendar") ? Path.of("").toAbsolutePath() : folder();
  }

  /** Puts the prices of a file in the place of its name. */
  private void readBook(ObjectNode tree, Secrets secrets) {
    Pointer at = Pointer.of("prices", "book");
    if (!(tree.path("prices") instanceof ObjectNode prices) || !prices.path("book").isTextual()) {
      return;
    }
    Path folder = Settings.name(settings, "prices.book") ? Path.of("").toAbsolutePath() : folder();
    JsonNode book = book(prices.path("book").asText(), folder, at);
    if (book.isArray()) {
      prices.set("book", secrets.resolve(book, at));
    } else {
      prices.remove("book");
    }
  }

  private JsonNode book(String name, Path folder, Pointer at) {
    Optional<String> text = Optional.empty();
    try {
      text = text(folder.resolve(name), new Origin(at.path(), 0));
    } catch (InvalidPathException e) {
      problems.of(at, "is not a path: " + e.getReason());
    }
    boolean before = problems.isEmpty();
    JsonNode book =
        text.map(t -> YamlReader.document(t, name, at, problems)).orElse(Schema.ROOT.path(""));
    if (text.isPresent() && before && problems.isEmpty() && !book.isArray()) {
      problems.of(
          at, "is the file " + name + ", which holds no list of prices; begin each with a dash");
    }
    return book;
  }

  private Optional<String> text(Path path, Origin origin) {
    try {
      if (Files.isRegularFile(path) && Files.size(path) > YamlReader.LARGEST_DOCUMENT) {
        problems.add(origin, path + " is larger than 1 MiB; a configuration is a few kilobytes");
        return Optional.empty();
      }
      return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      problems.add(origin, path + " is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      problems.add(origin, path + " cannot be read: " + reason(path));
    }
    return Optional.empty();
  }

  private static String reason(Path path) {
    if (!Files.exists(path)) {
      return "there is no such file";
    }
    return Files.isDirectory(path) ? "it is a folder; name the file in it" : "is it yours to read?";
  }
}

package io.nightaudit.jobs.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/** The mark of a store folder: {@code store.json} says which format its tables have. */
final class StoreFormat {
  static final String NAME = "store.json";
  static final String TABLES = "tables";
  private static final int FORMAT = 3;
  private static final int OLDEST = 1;

  /** What a run that was killed while it made the store may have left. */
  private static final Set<String> TRACES =
      Set.of(ProcessLock.NAME, Lease.NAME, "." + Lease.NAME + ".new", "." + NAME + ".new");

  private final StoreFiles files;
  private final Path store;

  StoreFormat(StoreFiles files, Path store) {
    this.files = files;
    this.store = store;
  }

  /** Refuses a folder that is something else, and a store that this version cannot write. */
  void check() throws IOException {
    List<String> names =
        files.names(store).stream().filter(name -> !TRACES.contains(name)).toList();
    if (names.contains(NAME)) {
      checkFormat();
    } else if (!names.isEmpty() && !names.contains(TABLES)) {
      throw new StoreException(
          "the folder %s is no audit store: it holds %s but no %s; name an empty or a new folder"
              .formatted(store, names.get(0), NAME));
    }
  }

  /** Whether the tables lack what this version writes: the store is marked as older, or not yet. */
  boolean isOlder() throws IOException {
    return !files.exists(file()) || format() < FORMAT;
  }

  /** Marks a store whose tables are as this version writes them. */
  void mark() throws IOException {
    files.replace(file(), "{\"format\":" + FORMAT + "}\n");
  }

  private Path file() {
    return new Path(store, NAME);
  }

  private void checkFormat() throws IOException {
    int format = format();
    if (format > FORMAT) {
      throw new StoreException(
          "the store %s has format %s, this version knows %s: it was made by a newer Nightaudit; upgrade"
              .formatted(store, format, FORMAT));
    }
  }

  private int format() throws IOException {
    JsonNode format = parse(file()).path("format");
    if (!format.isInt() || format.intValue() < OLDEST) {
      throw new StoreException(
          "%s does not say its format; restore it, for example as {\"format\":%s}"
              .formatted(file(), OLDEST));
    }
    return format.intValue();
  }

  private JsonNode parse(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(files.read(file));
    } catch (JsonProcessingException e) {
      throw new StoreException(
          "%s is no JSON; restore it, for example as {\"format\":%s}".formatted(file, OLDEST), e);
    }
  }
}

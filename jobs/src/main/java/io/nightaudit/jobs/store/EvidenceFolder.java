package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.EvidenceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The files of a store for a check that needs no tables, and so no Spark. */
public final class EvidenceFolder implements EvidenceFiles {
  private static final String HADOOP = "spark.hadoop.";

  private final StoreFiles files;
  private final Path store;

  EvidenceFolder(StoreFiles files, Path store) {
    this.files = files;
    this.store = store;
  }

  /**
   * The files of a store on any file system that Hadoop knows.
   *
   * @param path the folder, such as {@code s3a://bucket/audit}
   */
  public static EvidenceFolder at(String path) throws IOException {
    Path given = new Path(path);
    StoreFiles files = StoreFiles.of(given, configuration());
    return new EvidenceFolder(files, files.qualified(given));
  }

  /** That of the class path, and what {@code spark-submit} sets beside it. */
  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(HADOOP)) {
        configuration.set(name.substring(HADOOP.length()), System.getProperty(name));
      }
    }
    return configuration;
  }

  /** Whether the folder is an audit store. */
  public boolean isStore() throws IOException {
    return exists(StoreFormat.NAME);
  }

  @Override
  public List<Listed> list(String folder) throws IOException {
    return files.list(path(folder)).stream()
        .map(status -> new Listed(status.getPath().getName(), status.isDirectory()))
        .toList();
  }

  @Override
  public boolean exists(String path) throws IOException {
    return files.exists(path(path));
  }

  @Override
  public InputStream open(String path) throws IOException {
    return files.open(path(path));
  }

  private Path path(String path) {
    return path.isEmpty() ? store : new Path(store, new Path(null, null, path));
  }
}

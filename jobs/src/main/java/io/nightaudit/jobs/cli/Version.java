package io.nightaudit.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside this class. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"nightaudit " + number()};
  }

  /** The version alone, such as {@code 0.1.0}. */
  public static String number() {
    return property("version");
  }

  /** What this build was made for, by name: the same wherever the jar runs. */
  public static SortedMap<String, String> madeFor() {
    SortedMap<String, String> versions = new TreeMap<>();
    versions.put("spark", property("spark"));
    versions.put("delta", property("delta"));
    return versions;
  }

  private static String property(String name) {
    try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version of this build", e);
    }
  }
}

package io.nightaudit.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
  private static final String RESOURCE = "/META-INF/maven/io.nightaudit/jobs/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"nightaudit " + version()};
  }

  private static String version() throws IOException {
    try (InputStream stream = Version.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        return "(not from a jar)";
      }
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    }
  }
}

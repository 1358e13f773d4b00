package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that is printed anywhere claims that a duty is met: a report shows evidence and gaps. */
class WordsTest {
  /** The claim itself; a compliance officer may be named. */
  private static final Pattern CLAIM = Pattern.compile("(?i)compliant");

  private static final Pattern LITERAL =
      Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

  @Test
  void stringsOfAllSources_claimNothing() throws IOException {
    List<String> found = new ArrayList<>();
    int literals = 0;
    for (Path source : files("java", ".java")) {
      Matcher literal = LITERAL.matcher(Files.readString(source));
      while (literal.find()) {
        literals++;
        if (CLAIM.matcher(literal.group()).find()) {
          found.add(source.getFileName() + ": " + literal.group());
        }
      }
    }
    assertThat(literals).isGreaterThan(1000);
    assertThat(found).as("say what evidence there is, and what is missing").isEmpty();
  }

  @Test
  void templatesAndOtherResources_claimNothing() throws IOException {
    List<Path> resources = new ArrayList<>();
    for (String ending : List.of(".ftlh", ".css", ".json", ".yaml", ".properties", ".md")) {
      resources.addAll(files("resources", ending));
    }
    assertThat(resources.stream().map(path -> path.getFileName().toString()))
        .contains("act.ftlh", "regulatory-calendar.json", "report.schema.json");
    for (Path resource : resources) {
      String text = Files.readString(resource, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      assertThat(CLAIM.matcher(text).find()).as(resource.toString()).isFalse();
    }
  }

  private static List<Path> files(String kind, String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : List.of("lib-metrics", "jobs")) {
      Path root = Path.of("..", module, "src", "main", kind);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(found::add);
        }
      }
    }
    return found;
  }
}

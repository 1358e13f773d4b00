package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LauncherTest {
  @Test
  void jvmFlags_ofTheLauncher_areThoseOfTheTests() throws Exception {
    Matcher property =
        Pattern.compile("<spark\\.jvm\\.flags>(.*?)</spark\\.jvm\\.flags>")
            .matcher(Files.readString(Path.of("..", "pom.xml")));
    assertThat(property.find()).isTrue();

    List<String> flags =
        Files.readAllLines(Path.of("src", "main", "launcher", "jvm-flags")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();

    assertThat(flags).containsExactly(property.group(1).split(" "));
  }

  @Test
  void launcher_file_isExecutable() {
    assertThat(Path.of("..", "nightaudit")).isExecutable();
  }
}
